import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';

const page = readFileSync('docs/limits.md', 'utf8');

/** A limit as the page writes it. */
function written(name: string, value: number): string {
  if (name.endsWith('Ms')) return `${value / 1000} s`;
  if (name.endsWith('Seconds')) return `${value} s`;
  if (name.endsWith('Bytes')) return value >= 1024 * 1024 ? `${value / 1024 / 1024} MiB` : `${value / 1024} KiB`;
  return value.toLocaleString('en');
}

it.each(Object.entries(defaultLimits))('docs/limits.md tells of %s what it is', (name, value) => {
  const rows = page.split('\n').filter((line) => line.endsWith(`| \`${name}\` |`));
  expect(rows.map((row) => row.split(' | ')[1])).toEqual([written(name, value)]);
});

it('docs/limits.md tells of no limit that is none', () => {
  const named = [...page.matchAll(/\| `([a-z]\w+)` \|$/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(defaultLimits).sort());
});
