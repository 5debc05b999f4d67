import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const filesOf = (command: string) => command.match(/\b[\w./-]+\.(?:mjs|ts)\b/g) ?? [];

it('every command runs files that a clone has', () => {
  const named = Object.values(scripts).flatMap(filesOf);
  expect(named.length).toBeGreaterThan(10);
  const tracked = new Set(execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n'));
  expect(named.filter((file) => !tracked.has(file))).toEqual([]);
});
