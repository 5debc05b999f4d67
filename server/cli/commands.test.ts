import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Also what is built is named; it is not in a clone before. */
const filesOf = (command: string) => (command.match(/\b[\w./-]+\.(?:mjs|ts)\b/g) ?? []).filter((file) => !file.startsWith('dist/'));

// Of a fresh clone, as the checks of a change are run in: a file that git was told to ignore is not there.
it('every command runs files that a clone has', () => {
  const named = Object.values(scripts).flatMap(filesOf);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});
