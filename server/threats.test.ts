import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** How many rows each group has; their ids count from one. */
const groups = { L: 18, CB: 18, CK: 17, CS: 14, PX: 31, RF: 27, LO: 10, MA: 13, ST: 14, KY: 8, LG: 8, BR: 17, DS: 14 };
const expected = Object.entries(groups).flatMap(([group, count]) => Array.from({ length: count }, (_, index) => `${group}${index + 1}`));

const page = readFileSync(join(root, 'docs/threats.md'), 'utf8');
const rows = [...page.matchAll(/^\| ([A-Z]{1,2}\d+) \| (.+?) \| (.+?) \|$/gm)].map(([, id = '', claim = '', heldBy = '']) => ({
  id,
  claim,
  heldBy,
}));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const filesOf = ({ heldBy }: { heldBy: string }) => [...heldBy.matchAll(/`((?:server|web|e2e)\/[^`]+)`/g)].map(([, file = '']) => file);

/** The ids that titles of tests in a file begin with. */
function idsIn(file: string): string[] {
  const id = `(?:${Object.keys(groups).join('|')})\\d+`;
  const titles = readFileSync(join(root, file), 'utf8').matchAll(new RegExp(`['"\`]((?:${id} )+)`, 'g'));
  return [...titles].flatMap(([, ids = '']) => ids.trim().split(' '));
}

describe('docs/threats.md', () => {
  it('has a row for each threat, in order, that says what holds', () => {
    expect(rows.map(({ id }) => id)).toEqual(expected);
    expect(rows.filter(({ claim }) => claim.length < 10)).toEqual([]);
  });

  it('names for each row a test with its id in the title, or the reason why there is none', () => {
    const wrong = rows.flatMap((row) => {
      const files = filesOf(row);
      const [, command] = /^`npm run (\w+)`/.exec(row.heldBy) ?? [];
      if (command !== undefined) return command in scripts ? [] : [`${row.id}: there is no npm run ${command}`];
      if (files.length === 0) return /^Not applicable: .{30,}$/.test(row.heldBy) ? [] : [`${row.id} says neither`];
      return files
        .filter((file) => !existsSync(join(root, file)) || !idsIn(file).includes(row.id))
        .map((file) => `${row.id} is not in ${file}`);
    });
    expect(wrong).toEqual([]);
  });

  it('knows the id of every test', () => {
    const files = ['server', 'web', 'e2e'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:test|spec)\.tsx?$/.test(name) && !name.includes('node_modules'))
        .map((name) => join(folder, name)),
    );
    const unknown = files.flatMap((file) =>
      idsIn(file)
        .filter((id) => !expected.includes(id))
        .map((id) => `${id} in ${file}`),
    );
    expect(unknown).toEqual([]);
  });
});
