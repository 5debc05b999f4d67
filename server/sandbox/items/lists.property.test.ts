import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldContext } from '../fields/field-type.ts';
import { addApp, day, euros, options, people, smallText } from '../seed/app-template.ts';
import { byAda } from '../seed/people.ts';
import { seedOrganisation } from '../seed/seed-organisation.ts';
import { Store, type StoredApp } from '../store.ts';
import { listItems } from './list-items.ts';
import { createItem } from './write-item.ts';

/** What is written to one item of the app below; undefined leaves a field empty. */
interface Written {
  title: string;
  status?: number | undefined;
  number?: number | undefined;
  amount?: number | undefined;
  progress?: number | undefined;
  spent?: number | undefined;
  due?: number | undefined;
  owner?: number | undefined;
  place?: string | undefined;
  labels: string[];
}

const now = Date.UTC(2026, 0, 15, 12);
const dayText = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const word = fc.constantFrom('alpha', 'Beta', 'gamma', 'Delta', 'beta', 'Æble');

const written: fc.Arbitrary<Written> = fc.record({
  title: word,
  status: optional(fc.integer({ min: 1, max: 4 })),
  number: optional(fc.integer({ min: -50, max: 50 }).map((value) => value / 4)),
  amount: optional(fc.integer({ min: 0, max: 100 })),
  progress: optional(fc.integer({ min: 0, max: 100 })),
  spent: optional(fc.integer({ min: 0, max: 9 }).map((hours) => hours * 3600)),
  due: optional(fc.integer({ min: 0, max: 40 })),
  owner: optional(fc.constantFrom(101, 102)),
  place: optional(word),
  labels: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
});
const items = fc.array(written, { maxLength: 40 });
const bounds = fc.record({ from: optional(fc.integer({ min: -20, max: 60 })), to: optional(fc.integer({ min: -20, max: 60 })) });

function world(list: readonly Written[]): { app: StoredApp; context: FieldContext } {
  const store = new Store();
  seedOrganisation(store);
  const app = addApp(store, {
    appId: 1,
    spaceId: 4001,
    name: 'Things',
    itemName: 'Thing',
    icon: 1,
    fields: [
      { type: 'text', label: 'Title', settings: smallText },
      { type: 'category', label: 'Status', settings: options(['A', 'B', 'C', 'D']) },
      { type: 'number', label: 'Number' },
      { type: 'money', label: 'Amount', settings: euros },
      { type: 'progress', label: 'Progress' },
      { type: 'duration', label: 'Spent' },
      { type: 'date', label: 'Due', settings: day },
      { type: 'contact', label: 'Owner', settings: people },
      { type: 'location', label: 'Place' },
      { type: 'tag', label: 'Labels' },
    ],
  });
  const context = { store, origin: '' };
  for (const [index, { due, amount, ...fields }] of list.entries()) {
    const money = amount === undefined ? undefined : { value: amount, currency: 'EUR' };
    const date = due === undefined ? undefined : dayText(due);
    createItem(app, { fields: { ...fields, amount: money, due: date } }, { context, actor: byAda, now: index });
  }
  return { app, context };
}

/** The numbers (from 0) of the items that a list gives. */
const listed = (list: readonly Written[], filters: object, by = 'item_id', descending = false, limit = 500, offset = 0) => {
  const { app, context } = world(list);
  const answer = listItems(app, { filters, order: { by, descending }, limit, offset }, context, now);
  return { ...answer, indexes: answer.items.map(({ app_item_id }) => app_item_id - 1) };
};

const expected = (list: readonly Written[], matches: (item: Written) => boolean) =>
  list.flatMap((item, index) => (matches(item) ? [index] : []));

describe('filters agree with a plain reference', () => {
  const holds = (filters: (list: readonly Written[]) => object, matches: (item: Written) => boolean, list: readonly Written[]) => {
    const answer = listed(list, filters(list));
    expect(answer.indexes).toEqual(expected(list, matches));
    expect(answer.filtered).toBe(answer.indexes.length);
    expect(answer.total).toBe(list.length);
  };

  it('by options, with null for none', () => {
    fc.assert(
      fc.property(items, fc.subarray([1, 2, 3, 4, null]), (list, wanted) =>
        holds(
          () => ({ status: wanted }),
          ({ status }) => wanted.includes(status ?? null),
          list,
        ),
      ),
    );
  });

  it.each(['number', 'amount', 'progress'] as const)('by bounds of %s, both included', (field) => {
    fc.assert(
      fc.property(items, bounds, (list, { from, to }) =>
        holds(
          () => ({ [field]: { from, to } }),
          (item) => {
            const value = item[field];
            return value !== undefined && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
          },
          list,
        ),
      ),
    );
  });

  it('by bounds of days, absolute or relative to today', () => {
    fc.assert(
      fc.property(items, bounds, fc.boolean(), (list, { from, to }, relative) => {
        const today = 14; // the 15th
        const show = (days: number | undefined) => (days === undefined ? undefined : relative ? `${days - today}d` : dayText(days));
        holds(
          () => ({ due: { from: show(from), to: show(to) } }),
          ({ due }) => due !== undefined && due >= (from ?? -Infinity) && due <= (to ?? Infinity),
          list,
        );
      }),
    );
  });

  it('by people, by words contained in any case, by labels, and by all of these at once', () => {
    const wanted = fc.record({
      owner: fc.subarray([101, 102, null]),
      place: fc.constantFrom('BETA', 'a', 'zzz', 'æ'),
      labels: fc.subarray(['a', 'b', 'c']),
    });
    fc.assert(
      fc.property(items, wanted, (list, { owner, place, labels }) =>
        holds(
          () => ({ owner, place, labels }),
          (item) =>
            owner.includes(item.owner ?? null) &&
            (item.place?.toLowerCase().includes(place.toLowerCase()) ?? false) &&
            item.labels.some((label) => labels.includes(label)),
          list,
        ),
      ),
    );
  });
});

describe('orders agree with a plain reference', () => {
  type Key = (item: Written) => string | number | undefined;
  const keys: Record<string, Key> = {
    title: ({ title }) => title.toLowerCase(),
    status: ({ status }) => status,
    number: ({ number }) => number,
    amount: ({ amount }) => amount,
    progress: ({ progress }) => progress,
    spent: ({ spent }) => spent,
    due: ({ due }) => due,
    owner: ({ owner }) => owner,
    place: ({ place }) => place?.toLowerCase(),
  };

  it.each(Object.keys(keys))('by %s: those without a value last, equal ones by their ids', (by) => {
    fc.assert(
      fc.property(items, fc.boolean(), (list, descending) => {
        const { indexes } = listed(list, {}, by, descending);
        const key = keys[by] as Key;
        const inOrder = expected(list, () => true);
        const valued = inOrder.filter((index) => key(list[index] as Written) !== undefined);
        const empty = inOrder.filter((index) => key(list[index] as Written) === undefined);
        valued.sort((a, b) => {
          const [x, y] = [key(list[a] as Written), key(list[b] as Written)] as [number, number];
          return x === y ? a - b : x < y ? -1 : 1;
        });
        expect(indexes).toEqual(descending ? [...valued.reverse(), ...empty.reverse()] : [...valued, ...empty]);
      }),
    );
  });
});

describe('pages', () => {
  it('put together are the whole list, in its order', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 10 }), fc.boolean(), (list, limit, descending) => {
        const whole = listed(list, {}, 'number', descending).indexes;
        const pages = [];
        for (let offset = 0; offset < list.length; offset += limit)
          pages.push(...listed(list, {}, 'number', descending, limit, offset).indexes);
        expect(pages).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});
