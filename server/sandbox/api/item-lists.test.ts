import { beforeAll, describe, expect, it } from 'vitest';
import { type TestCaller, TestSandbox } from '../testing.ts';

interface Listed {
  app_item_id: number;
  title: string;
  fields: { external_id: string; values: { value: never }[] }[];
}

describe('lists of items', () => {
  let bugs: TestCaller;
  beforeAll(async () => {
    bugs = await new TestSandbox({ rateLimitPerHour: 100_000 }).asApp(22119);
  });
  const filter = (body: object) => bugs.write('POST', '/item/app/22119/filter/', body);
  const numbers = ({ items }: { items: Listed[] }) => items.map(({ app_item_id }) => app_item_id);

  it('are the 30 newest where nothing is asked', async () => {
    const list = await filter({});
    expect(list).toMatchObject({ total: 1204, filtered: 1204 });
    expect(numbers(list)).toEqual(Array.from({ length: 30 }, (_, index) => 1204 - index));
    expect(list.items[0]).toMatchObject({ comment_count: 1, file_count: 0 });
    expect(list.items[0]).not.toHaveProperty('comments');
  });

  it('page by limit and offset', async () => {
    expect(numbers(await filter({ limit: 3, offset: 5, sort_by: 'app_item_id', sort_desc: false }))).toEqual([6, 7, 8]);
    expect(numbers(await filter({ limit: 500, offset: 1200 }))).toEqual([4, 3, 2, 1]);
    expect(await filter({ offset: 5000 })).toMatchObject({ total: 1204, filtered: 1204, items: [] });
  });

  it.each([
    [{ limit: 0 }, 'Invalid value 0 (integer): must not be less than 1'],
    [{ limit: 501 }, 'Invalid value 501 (integer): must not be greater than 500'],
    [{ limit: '30' }, 'Invalid value "30" (string): must be integer'],
    [{ offset: -1 }, 'Invalid value -1 (integer): must not be less than 0'],
    [{ sort_desc: 1 }, 'Invalid value 1 (integer): must be boolean'],
    [{ filters: 'x' }, 'Invalid value "x" (string): must be object'],
    [{ filters: { colour: 1 } }, 'Invalid value "colour" (string): is not a field of this app'],
    [{ sort_by: 'colour' }, 'Invalid value "colour" (string): is not a field of this app'],
  ])('refuse %j', async (body, description) => {
    const answer = await bugs.post('/item/app/22119/filter/', body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_value', error_description: description });
  });

  it('take no filter as {} and, from php, as []', async () => {
    expect((await filter({ filters: [] })).filtered).toBe(1204);
    expect((await filter({ filters: {} })).filtered).toBe(1204);
  });

  it('are filtered by fields, by id or external id, and all filters count', async () => {
    const { fields } = await bugs.read('/app/22119');
    const status = fields.find(({ external_id }: { external_id: string }) => external_id === 'status').field_id;
    const byId = await filter({ filters: { [status]: [1, 2] } });
    expect(byId.filtered).toBeGreaterThan(400);
    expect((await filter({ filters: { status: [1, 2] } })).filtered).toBe(byId.filtered);
    const both = await filter({ filters: { status: [1, 2], severity: [4] }, limit: 500 });
    expect(both.filtered).toBeLessThan(byId.filtered);
    for (const item of both.items as Listed[]) {
      const value = (name: string) => item.fields.find(({ external_id }) => external_id === name)?.values[0]?.value as unknown;
      expect([1, 2]).toContain((value('status') as { id: number }).id);
      expect(value('severity')).toMatchObject({ text: 'Critical' });
    }
  });

  it('are filtered by who and when', async () => {
    const byGrace = await filter({ filters: { created_by: [{ type: 'user', id: 2 }] } });
    const byAda = await filter({ filters: { created_by: [{ type: 'user', id: 1 }] } });
    expect(byGrace.filtered + byAda.filtered).toBe(1204);
    expect((await filter({ filters: { created_on: { from: '2025-02-03', to: '2025-02-03' } } })).filtered).toBe(16);
    expect((await filter({ filters: { created_on: { from: '2025-02-03 08:00:00', to: '2025-02-03 09:00:00' } } })).filtered).toBe(2);
    expect((await filter({ filters: { last_edit_on: { from: '-7d' } } })).filtered).toBe(0);
  });

  it('are sorted by what items have', async () => {
    const titles = (await filter({ sort_by: 'title', sort_desc: false, limit: 500 })).items.map(({ title }: Listed) => title.toLowerCase());
    expect(titles).toEqual(titles.toSorted());
    expect(numbers(await filter({ sort_by: 'app_item_id', sort_desc: true, limit: 2 }))).toEqual([1204, 1203]);
    expect(numbers(await filter({ sort_by: 'created_on', sort_desc: false, limit: 2 }))).toEqual([1, 2]);
  });

  it('are kept by views: their filters and their order', async () => {
    const { viewId } = { viewId: 880001 };
    const list = await bugs.write('POST', `/item/app/22119/filter/${viewId}/`, {});
    expect(list.filtered).toBe((await filter({ filters: { status: [1, 2] } })).filtered);
    expect((await bugs.read(`/item/app/22119/count?view_id=${viewId}`)).count).toBe(list.filtered);
    expect((await bugs.post('/item/app/22119/filter/1/', {})).statusCode).toBe(404);
  });

  it('are read with GET too, filters in the query', async () => {
    const list = await bugs.read('/item/app/22119/?limit=2&sort_by=app_item_id&sort_desc=0&status=1;2&effort=5-8.5');
    expect(numbers(list)).toHaveLength(2);
    expect(list.filtered).toBe((await filter({ filters: { status: [1, 2], effort: { from: 5, to: 8.5 } } })).filtered);
    expect((await bugs.get('/item/app/22119/?limit=0')).json().error_description).toBe(
      'Invalid value 0 (integer): must not be less than 1',
    );
  });

  it('are counted', async () => {
    expect(await bugs.read('/item/app/22119/count')).toEqual({ count: 1204 });
  });

  it('are not for other apps', async () => {
    expect((await bugs.post('/item/app/22117/filter/', {})).statusCode).toBe(403);
    expect((await bugs.get('/item/app/22117/')).statusCode).toBe(403);
  });

  it.each([{ filters: { status: [1] } }, { sort_by: 'amount' }, { filters: { description: 'safari' }, sort_by: 'amount-per-day' }])(
    'filter and sort 1,204 items quickly: %j',
    async (body) => {
      await filter({ ...body, limit: 1 });
      const used = process.cpuUsage();
      for (let round = 0; round < 10; round += 1) await filter({ ...body, limit: 1 });
      const { user, system } = process.cpuUsage(used);
      expect((user + system) / 10_000).toBeLessThan(30);
    },
  );
});
