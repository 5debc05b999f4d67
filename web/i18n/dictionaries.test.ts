import { describe, expect, it } from 'vitest';
import { operations } from '../../server/podio/operations.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { formatter } from './format.ts';
import { languages } from './language.ts';

type Leaf = string | ((...args: never[]) => unknown);

/** Every text and every function that makes one, by its path: `signIn.app.title`. */
function leaves(words: object, path = ''): Map<string, Leaf> {
  const entries = Object.entries(words).flatMap(([key, value]: [string, Leaf | object]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'object' ? [...leaves(value, here)] : [[here, value] as const];
  });
  return new Map(entries);
}

const english = leaves(en);
const danish = leaves(da);
/** How a function makes its text, without the names of its parameters' types; a copy of the English one is equal. */
const source = (leaf: Leaf) => String(leaf).replace(/\s+/g, ' ');

/** Said alike in both languages: names, signs, and words that Danish took over. */
const alike = new Set(
  `common.product common.title common.signedInBy.authorization_code common.count
   shell.apps shell.explorerShort switcher.apps home.page home.apps
   authentications.columns.reference authentications.callsLeft authentications.unknown authentications.never
   authentications.edit.colours.orange authentications.edit.colours.indigo authentications.edit.colours.violet
   authentications.selected.stop authentications.selected.reason
   import.columns.token import.none import.ending import.stop
   items.noValue items.said items.updated.after
   item.number item.created.after item.about.app item.about.link
   explorer.find.open explorer.each.stop explorer.guard.confirm
   signIn.permissions.scope signIn.full.notKept.authorization_code
   calls.columns.status calls.columns.ms calls.unknown explorer.ms explorer.result
   apiCall.status sandboxControls.stop compare.nothing
   shell.shortcuts.control shell.shortcuts.enter shell.shortcuts.escape`
    .trim()
    .split(/\s+/),
);

describe('the dictionaries', () => {
  it('have a text for the same things', () => {
    expect([...danish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same parts into each text', () => {
    const differing = [...english].filter(([path, text]) => typeof text !== typeof danish.get(path)).map(([path]) => path);
    expect(differing).toEqual([]);
  });

  it('leave nothing in the other language, but for what both say alike', () => {
    const left = [...english].filter(([path, text]) => !alike.has(path) && source(text) === source(danish.get(path) ?? ''));
    expect(left.map(([path]) => path)).toEqual([]);
    const differs = [...alike].filter((path) => source(english.get(path) ?? '') !== source(danish.get(path) ?? ''));
    expect(differs, 'listed as alike, and is not').toEqual([]);
  });

  it('have what the catalogue of operations says', () => {
    const said = new Set(operations.flatMap(({ area, parameters }) => [area, ...parameters.map(({ description }) => description)]));
    expect([...said].filter((text) => da.explorer.operationText(text) === text)).toEqual(['Apps']);
  });

  it('leave no text empty that the other has', () => {
    const empty = [...english].filter(([path, text]) => (text === '') !== (danish.get(path) === '')).map(([path]) => path);
    expect(empty).toEqual([]);
  });

  it('say which language they are in, by a name that the page can choose', () => {
    expect([en.language, da.language]).toEqual(Object.keys(languages));
  });
});

describe('Danish', () => {
  it('writes numbers, sizes, times and dates as Danes do', () => {
    const format = formatter('da');
    const at = new Date(2026, 4, 7, 14, 2);
    expect(format.number(1204)).toBe('1.204');
    expect(format.bytes(1_250_000)).toBe('1,3 MB');
    expect(format.time(at)).toBe('14.02');
    expect(format.relative(at.getTime() - 120_000, at.getTime())).toBe('for 2 minutter siden');
    expect(da.items.range(26, 50, 1204)).toBe('Elementer 26–50 af 1.204');
  });

  it('chooses the form that a number asks for', () => {
    expect([da.items.count(1), da.items.count(2)]).toEqual(['1 element', '2 elementer']);
    expect(da.import.found(1, 1, 2)).toBe('1 app fundet, 1 linje ikke forstået, 2 linjer gentagne');
    expect(da.import.ended({ signedIn: 10, rejected: 1, notTried: 0 })).toBe('10 logget ind, 1 afvist.');
  });
});
