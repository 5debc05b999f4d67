import { beforeAll, describe, expect, it } from 'vitest';
import { type TestCaller, TestSandbox } from '../testing.ts';

interface Read {
  app_item_id: number;
  fields: { external_id: string; values: Record<string, unknown>[] }[];
}
type Values = readonly Record<string, never>[];

/** What an item shows in a field, with the values' own form. */
const shown = ({ fields }: Read, name: string): Values =>
  (fields.find(({ external_id }) => external_id === name)?.values ?? []) as unknown as Values;
const numbersOf = (items: readonly Read[]): number[] => items.map(({ app_item_id }) => app_item_id);
const inner = (value: Record<string, never> | undefined): never => value?.value as never;
const idOf = (value: Record<string, never>, member: string): number => (inner(value) as Record<string, number>)[member] ?? 0;

describe('over the 1,204 bugs, as they are read', () => {
  let bugs: TestCaller;
  let all: Read[];
  beforeAll(async () => {
    bugs = await new TestSandbox({ rateLimitPerHour: 1_000_000 }).asApp(22119);
    all = await everything({});
  });

  async function everything(body: object): Promise<Read[]> {
    const items: Read[] = [];
    for (let offset = 0; ; offset += 500) {
      const list = await bugs.write('POST', '/item/app/22119/filter/', { ...body, limit: 500, offset });
      items.push(...list.items);
      if (items.length >= list.filtered) return items;
    }
  }

  const within = (value: unknown, from: number, to: number) => Number(value) >= from && Number(value) <= to;

  it.each<[field: string, filter: unknown, matches: (values: Values, item: Read) => boolean]>([
    ['title', 'SEARCH', (values) => String(inner(values[0])).toLowerCase().includes('search')],
    ['status', [2, 4], (values) => values.some((value) => [2, 4].includes(idOf(value, 'id')))],
    ['reproducible', [1], (values) => values.some((value) => idOf(value, 'id') === 1)],
    ['owner', [101], (values) => values.some((value) => idOf(value, 'profile_id') === 101)],
    ['owner', [null], (values) => values.length === 0],
    ['amount', { from: 100, to: 900.5 }, (values) => values.length > 0 && within(inner(values[0]), 100, 900.5)],
    ['amount-per-day', { from: 50, to: 300 }, (values) => values.length > 0 && within(inner(values[0]), 50, 300)],
    ['effort', { to: 3 }, (values) => values.length > 0 && within(inner(values[0]), -Infinity, 3)],
    ['progress', { from: 50 }, (values) => values.length > 0 && within(inner(values[0]), 50, Infinity)],
    ['time-spent', { from: 3600, to: 7200 }, (values) => values.length > 0 && within(inner(values[0]), 3600, 7200)],
    ['due', null, (values) => values.length === 0],
    ['labels', ['ui'], (values) => values.some((value) => inner(value) === 'ui')],
    ['reporter-email', 'REPORTER1', (values) => values.some((value) => String(inner(value)).includes('reporter1'))],
    ['reporter-phone', '+45 70', (values) => values.some((value) => String(inner(value)).includes('+45 70'))],
    ['place', 'a', (values) => values.some((value) => String(inner(value)).toLowerCase().includes('a'))],
    ['description', 'safari', (values) => values.some((value) => String(inner(value)).toLowerCase().includes('safari'))],
  ])('a filter by %s %j finds what shows it', async (field, filter, matches) => {
    const expected = numbersOf(all.filter((item) => matches(shown(item, field), item)));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(1204);
    expect(numbersOf(await everything({ filters: { [field]: filter } }))).toEqual(expected);
  });

  it('a filter by an item that is referred to, and by days, finds what shows it', async () => {
    const project = all.map((item) => shown(item, 'project')[0]).find(Boolean);
    const id = idOf(project as Record<string, never>, 'item_id');
    const refers = all.filter((item) => shown(item, 'project').some((value) => idOf(value, 'item_id') === id));
    expect(numbersOf(await everything({ filters: { project: [id] } }))).toEqual(numbersOf(refers));
    const days = all
      .map((item) => String((shown(item, 'due')[0] as { start_date?: string } | undefined)?.start_date ?? ''))
      .filter(Boolean)
      .sort();
    const [from = '', to = ''] = [days[100], days[300]];
    const due = all.filter((item) => {
      const day = String((shown(item, 'due')[0] as { start_date?: string } | undefined)?.start_date ?? '');
      return day >= from && day <= to;
    });
    expect(numbersOf(await everything({ filters: { due: { from, to } } }))).toEqual(numbersOf(due));
  });

  it.each<[field: string, key: (values: Values) => string | number | undefined]>([
    ['title', ([value]) => (value === undefined ? undefined : String(inner(value)).toLowerCase())],
    ['amount', ([value]) => (value === undefined ? undefined : Number(inner(value)))],
    ['amount-per-day', ([value]) => (value === undefined ? undefined : Number(inner(value)))],
    ['effort', ([value]) => (value === undefined ? undefined : Number(inner(value)))],
    ['progress', ([value]) => (value === undefined ? undefined : Number(inner(value)))],
    ['time-spent', ([value]) => (value === undefined ? undefined : Number(inner(value)))],
    ['due', ([value]) => (value as { start?: string } | undefined)?.start],
    ['seen', ([value]) => (value as { start_utc?: string } | undefined)?.start_utc],
    ['owner', ([value]) => (value === undefined ? undefined : (inner(value) as { name: string }).name.toLowerCase())],
    ['project', ([value]) => (value === undefined ? undefined : (inner(value) as { title: string }).title.toLowerCase())],
  ])('an order by %s goes up and down with what shows, and what shows nothing comes last', async (field, key) => {
    const keysOf = (items: readonly Read[]) => items.map((item) => key(shown(item, field)));
    const present = keysOf(all).filter((each) => each !== undefined);
    const up = present.toSorted((a, b) => (a === b ? 0 : a < b ? -1 : 1));
    expect(keysOf(await everything({ sort_by: field, sort_desc: false }))).toEqual([...up, ...Array(1204 - up.length).fill(undefined)]);
    const { items } = await bugs.write('POST', '/item/app/22119/filter/', { sort_by: field, sort_desc: true, limit: 100 });
    expect(keysOf(items)).toEqual(up.toReversed().slice(0, 100));
  });
});
