import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

describe('differences of two answers', () => {
  it('name the place and both values', () => {
    expect(differences({ app_id: 1, config: { name: 'Bugs' } }, { app_id: 1, config: { name: 'Leads' } })).toEqual([
      { path: '/config/name', a: 'Bugs', b: 'Leads' },
    ]);
  });
  it('tell what only one has from what is null', () => {
    expect(differences({ a: null }, { b: null })).toEqual([
      { path: '/a', a: null },
      { path: '/b', b: null },
    ]);
    expect(differences({ a: null }, { a: null })).toEqual([]);
  });
  it('show a list of plain values as a whole', () => {
    expect(differences({ rights: ['view'] }, { rights: ['view', 'update', 'delete'] })).toEqual([
      { path: '/rights', a: ['view'], b: ['view', 'update', 'delete'] },
    ]);
  });
  it('match members of lists by their id, so that one more in front is one difference', () => {
    const item = (item_id: number) => ({ item_id, title: `Item ${item_id}` });
    expect(differences({ items: [item(2), item(3)] }, { items: [item(1), item(2), item(3)] })).toEqual([
      { path: '/items/item_id=1', b: item(1) },
    ]);
  });
  it('say that the same members come in another order', () => {
    expect(differences([{ id: 1 }, { id: 2 }], [{ id: 2 }, { id: 1 }])).toEqual([
      { path: '/', a: [{ id: 1 }, { id: 2 }], b: [{ id: 2 }, { id: 1 }] },
    ]);
  });
  it('go by position where ids are missing or shared', () => {
    expect(differences([{ value: 1 }, { value: 2 }], [{ value: 1 }, { value: 3 }])).toEqual([{ path: '/1/value', a: 2, b: 3 }]);
    expect(
      differences(
        [
          { id: 1, x: 1 },
          { id: 1, x: 2 },
        ],
        [{ id: 1, x: 1 }],
      ),
    ).toEqual([{ path: '/1', a: { id: 1, x: 2 } }]);
  });
  it('keep names with slashes apart from places', () => {
    expect(differences({ 'a/b': 1 }, { 'a/b': 2 })).toEqual([{ path: '/a~1b', a: 1, b: 2 }]);
  });
  it('find another kind of value, and nothing in common', () => {
    expect(differences({ a: [] }, { a: {} })).toEqual([{ path: '/a', a: [], b: {} }]);
    expect(differences(1, 'one')).toEqual([{ path: '/', a: 1, b: 'one' }]);
  });

  const json = fc.jsonValue({ maxDepth: 4 });
  it('are none between a value and itself, whatever the order of its members', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(differences(value, reversed(value))).toEqual([]);
      }),
    );
  });
  it('are found from either side, mirrored', () => {
    const places = (found: ReturnType<typeof differences>) => found.map(({ path }) => path).sort();
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(places(differences(a, b))).toEqual(places(differences(b, a)));
      }),
    );
  });
  it('are some where the values are not the same', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        fc.pre(JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b)));
        expect(differences(a, b)).not.toEqual([]);
      }),
    );
  });
});

const map = (value: unknown, order: (entries: [string, unknown][]) => [string, unknown][]): unknown => {
  if (Array.isArray(value)) return value.map((each) => map(each, order));
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return Object.fromEntries(order(Object.entries(value)).map(([name, each]) => [name, map(each, order)]));
};
const reversed = (value: unknown) => map(value, (entries) => [...entries].reverse());
const sorted = (value: unknown) => map(value, (entries) => [...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
