import { beforeAll, describe, expect, it } from 'vitest';
import { type TestCaller, TestSandbox } from './testing.ts';

let ada: TestCaller;
let sandbox: TestSandbox;
let fieldId = 0;
let itemId = 0;
beforeAll(async () => {
  sandbox = new TestSandbox({ rateLimitPerHour: 100_000 });
  ada = await sandbox.asUser('ada');
  fieldId = (await ada.write('POST', '/app/22118/field/', { type: 'text', config: { label: 'Remark' } })).field_id;
  itemId = (await ada.read('/app/22119/item/4')).item_id;
});

const here = (url: string) => url.replace('FIELD', String(fieldId)).replace('ITEM', String(itemId));
/** Method and address, what is sent, and what Podio would say of it. */
type Refusal = [call: string, payload: unknown, status: number, says: string];

const refused = (rows: readonly Refusal[]) =>
  it.each(rows.map(([call, payload, status, says]) => ({ call, payload, status, says })))(
    'refuses $call of $payload: $says',
    async ({ call, payload, status, says }) => {
      const [method, url] = call.split(' ') as ['POST', string];
      const answer = await ada.send(method, here(url), payload);
      expect([answer.statusCode, answer.json().error_description]).toEqual([status, expect.stringContaining(says)]);
    },
  );
const newField = (config: unknown, more: object = {}) => ({ type: 'text', config, ...more });
const bug = (field: string, value: unknown) => ({ fields: { title: 'x', [field]: value } });

describe('a field of an app', () => {
  refused([
    ['POST /app/22118/field/', 'x', 400, 'must be object'],
    ['POST /app/22118/field/', { type: 'sound' }, 400, 'must be one of'],
    ['POST /app/22118/field/', { type: 5 }, 400, 'must be one of'],
    ['POST /app/22118/field/', { type: 'text' }, 400, 'config.label must be string'],
    ['POST /app/22118/field/', newField({ label: ' ' }), 400, 'config.label must be string'],
    ['POST /app/22118/field/', newField({ label: 'A', description: 5 }), 400, 'must be string'],
    ['POST /app/22118/field/', newField({ label: 'A', required: 'yes' }), 400, 'must be boolean'],
    ['POST /app/22118/field/', newField({ label: 'A', delta: 'first' }), 400, 'must be integer'],
    ['POST /app/22118/field/', newField({ label: 'A', settings: 'none' }), 400, 'must be object'],
    ['POST /app/22118/field/', newField({ label: 'A', settings: { options: 'none' } }), 400, 'must be array'],
    ['POST /app/22118/field/', newField({ label: 'A', settings: { options: [''] } }), 400, 'must be string'],
    ['POST /app/22118/field/', newField({ label: 'A', settings: { options: [{ id: 1 }] } }), 400, 'must be string'],
    ['PUT /app/22118/field/FIELD', 'x', 400, 'must be object'],
    ['PUT /app/22118/field/FIELD', { label: '' }, 400, 'must be string'],
  ]);

  it('gives each option an id that is free, and keeps an external id that is', async () => {
    const options = ['A', { text: 'B', id: 7 }, 'C'];
    const written = { type: 'category', external_id: 'mine', config: { label: 'Kind', description: null, settings: { options } } };
    const { field_id } = await ada.write('POST', '/app/22118/field/', written);
    const field = await ada.read(`/app/22118/field/${field_id}`);
    expect(field.external_id).toBe('mine');
    expect(field.config.settings.options.map(({ id, text }: { id: number; text: string }) => `${id} ${text}`)).toEqual([
      '8 A',
      '7 B',
      '9 C',
    ]);
    const twin = await ada.write('POST', '/app/22118/field/', written);
    expect((await ada.read(`/app/22118/field/${twin.field_id}`)).external_id).toBe('kind');
    await ada.write('PUT', `/app/22118/field/${field_id}`, {
      label: 'Sort',
      required: true,
      unique: false,
      hidden: true,
      delta: 0,
      settings: null,
    });
    expect((await ada.read(`/app/22118/field/${field_id}`)).config).toMatchObject({ label: 'Sort', required: true, settings: null });
  });
});

describe('an app', () => {
  refused([
    ['POST /app/', { space_id: 4001, config: 'x' }, 400, 'config.name must be string'],
    ['POST /app/', { space_id: 4001, config: { name: '' } }, 400, 'config.name must be string'],
    ['POST /app/', { space_id: 4001, config: { name: 'A' }, fields: 'x' }, 400, 'must be array'],
    ['PUT /app/22118', { config: 'x' }, 400, 'must be object'],
    ['PUT /app/22118', { config: { item_name: ' ' } }, 400, 'must be string'],
    ['PUT /app/22118', { config: { description: 5 } }, 400, 'must be string'],
    ['PUT /app/22118', { config: { icon_id: 'x' } }, 400, 'must be integer'],
  ]);

  it('takes what is given of its config, and leaves the rest', async () => {
    await ada.write('PUT', '/app/22118', { config: { name: 'Leads', description: null, icon: null, icon_id: 5, external_id: 'crm' } });
    expect((await ada.read('/app/22118')).config).toMatchObject({ name: 'Leads', item_name: 'Lead', icon_id: 5, external_id: 'crm' });
    await ada.write('PUT', '/app/22118', { config: { icon: '7.png', allow_edit: false } });
    expect((await ada.read('/app/22118')).config).toMatchObject({ name: 'Leads', icon: '7.png', allow_edit: false });
  });
});

describe('an item', () => {
  refused([
    ['POST /item/app/22119/', { fields: 'x' }, 400, 'must be object'],
    ['POST /item/app/22119/', { fields: ['x'] }, 400, 'must be object'],
    ['POST /item/app/22119/', { fields: [{ value: 'x' }] }, 400, 'must have external_id or field_id'],
    ['POST /item/app/22119/', bug('nothing', 1), 400, 'is not a field of this app'],
    ['POST /item/app/22119/', { fields: { title: 'x' }, external_id: 5 }, 400, 'must be string'],
    ['POST /item/app/22119/', { fields: { title: 'x' }, tags: 'a' }, 400, 'must be array'],
    ['POST /item/app/22119/', { fields: { title: 'x' }, tags: [1] }, 400, 'must be string'],
    ['POST /item/app/22119/', { fields: { title: 'x' }, file_ids: 'a' }, 400, 'must be array'],
    ['POST /item/app/22119/', { fields: { title: 'x' }, file_ids: ['a'] }, 400, 'must be integer'],
    ['POST /item/app/22119/', { fields: { title: 'x' }, file_ids: [999_999] }, 400, 'file with id 999999'],
    ['POST /item/app/22119/', bug('amount-per-day', 12_345), 400, 'calculation fields are read-only'],
    ['POST /item/app/22119/', bug('owner', 'x'), 400, 'must be integer'],
    ['POST /item/app/22119/', bug('owner', 999_999), 400, 'profile with id 999999'],
    ['POST /item/app/22119/', bug('project', 'x'), 400, 'must be integer'],
    ['POST /item/app/22119/', bug('project', 999_999), 400, 'item with id 999999'],
    ['POST /item/app/22119/', bug('screenshots', 'x'), 400, 'must be integer'],
    ['POST /item/app/22119/', bug('screenshots', 999_999), 400, 'file with id 999999'],
    ['POST /item/app/22119/', bug('link', 5), 400, 'must be object'],
    ['POST /item/app/22119/', bug('link', { embed: 'x' }), 400, 'must be integer'],
    ['POST /item/app/22119/', bug('link', { embed: 999_999 }), 400, 'embed with id 999999'],
    ['PUT /item/ITEM', { fields: {}, revision: 'x' }, 400, 'must be integer'],
    ['PUT /item/ITEM', { fields: {}, revision: -1 }, 409, 'the latest is'],
    ['PUT /item/ITEM', { fields: { title: [] } }, 400, 'title is required'],
  ]);

  it('takes its fields in every way that clients write them', async () => {
    const { embed_id } = await ada.write('POST', '/embed/', { url: 'https://example.com/a' });
    const { fields } = await ada.read('/app/22119');
    const title = fields.find(({ external_id }: { external_id: string }) => external_id === 'title').field_id;
    for (const written of [
      [
        { field_id: title, values: [{ value: 'A' }] },
        { external_id: 'link', value: { embed: embed_id, file: null } },
      ],
      { [title]: 'A', link: 'https://example.com/b' },
      { title: { value: 'A' }, link: [{ url: 'https://example.com/c' }, { value: { embed: { embed_id } } }] },
    ]) {
      const { item_id } = await ada.write('POST', '/item/app/22119/', { fields: written, external_id: '', tags: null, file_ids: null });
      expect(await ada.read(`/item/${item_id}`)).toMatchObject({ title: 'A', external_id: null, tags: [], files: [] });
    }
  });
});

describe('a filter', () => {
  const filter = (filters: unknown, more: object = {}) => ({ filters, limit: 1, ...more });
  const url = 'POST /item/app/22119/filter/';
  refused([
    [url, filter('x'), 400, 'must be object'],
    [url, filter(['x']), 400, 'must be object'],
    [url, filter({ created_by: 'ada' }), 400, 'must be {type, id}'],
    [url, filter({ created_by: [{ type: 'org', id: 1 }] }), 400, 'must be {type, id}'],
    [url, filter({ created_on: { from: 5 } }), 400, 'must be string'],
    [url, filter({ created_on: { from: '2026-99-99' } }), 400, 'must be a date'],
    [url, filter({ created_on: { from: '7 days' } }), 400, 'must be a date'],
    [url, filter({ tags: [5] }), 400, 'must be string'],
    [url, filter({}, { sort_by: 'screenshots' }), 400, 'cannot be sorted by'],
    [url, filter({}, { sort_by: 'nothing' }), 400, 'is not a field of this app'],
  ]);

  it.each([
    [{ created_on: { from: '-9999d' } }, 1204],
    [{ created_on: { to: '-9999d' } }, 0],
    ...['-200w', '-200wr', '-90m', '-90mr', '-9y', '-9yr', '2000-01-01', '2000-01-01 10:30', '2000-01-01T10:30:00'].map(
      (from): [object, number] => [{ last_edit_on: { from } }, 1204],
    ),
    [{ last_edit_on: { to: '2000-01-01 10:30' } }, 0],
    [{ created_by: { type: 'app', id: 1 } }, 0],
    [
      {
        last_edit_by: [
          { type: 'user', id: 1 },
          { type: 'user', id: 2 },
        ],
      },
      1204,
    ],
    [{ created_via: 999_999 }, 0],
    [{ last_edit_via: [999_999] }, 0],
    [{ external_id: ['nobody'] }, 0],
    [{ external_id: null }, 1204],
    [[{ key: 'tags', values: ['nobody'] }], 0],
    [[], 1204],
    [null, 1204],
  ])('%j finds %i', async (filters, found) => {
    const before = await new TestSandbox({ rateLimitPerHour: 100_000 }).asApp(22119);
    const answer = await before.write('POST', '/item/app/22119/filter/', { filters, limit: 1 });
    expect(answer.filtered).toBe(found);
  });

  it.each([
    'created_by',
    'created_on',
    'last_edit_by',
    'last_edit_on',
    'activity',
    'app_item_id',
    'item_id',
    'priority',
    'title',
    'like',
    'due',
  ])('orders by %s, one way and the other', async (sort_by) => {
    const ids = async (sort_desc: boolean) =>
      (await ada.write('POST', '/item/app/22119/filter/', { sort_by, sort_desc, limit: 5 })).items.map(
        (item: { item_id: number }) => item.item_id,
      );
    expect(await ids(true)).not.toEqual(await ids(false));
  });
});

describe('a value of a field', () => {
  const url = 'POST /item/app/22119/';
  refused([
    [url, bug('due', 5), 400, 'must be a date'],
    [url, bug('due', { end: '2026-01-01' }), 400, 'must have a start'],
    [url, bug('due', { start: '2026-02-30' }), 400, 'must be a date of the calendar'],
    ['POST /item/app/22119/filter/', { filters: { due: 'soon' } }, 400, 'must be object'],
    ['POST /item/app/22119/filter/', { filters: { amount: { from: 'much' } } }, 400, 'must be number'],
    ['POST /item/app/22119/filter/', { filters: { amount: { above: 1 } } }, 400, 'must be from or to'],
    ['POST /item/app/22119/filter/', { filters: { title: 5 } }, 400, 'must be string'],
    ['POST /item/app/22119/filter/', { filters: { owner: ['x'] } }, 400, 'must be integer'],
  ]);

  it.each([
    { due: null },
    { due: { from: '2000-01-01', to: '2100-01-01' } },
    { due: [{ from: '', to: '+1yr' }] },
    { amount: null },
    { amount: { from: '0', to: '' } },
    { amount: [{ to: 100 }] },
    { title: null },
    { title: ['login'] },
    { owner: null },
    { owner: [null, 1] },
  ])('is filtered by %j', async (filters) => {
    expect((await ada.post('/item/app/22119/filter/', { filters, limit: 1 })).statusCode).toBe(200);
  });

  it.each([
    { start: '2026-02-03 10:00:00', end: '2026-02-03 11:00:00' },
    { start_utc: '2026-02-03 10:00:00' },
    { start_date: '2026-02-03', start_time: '10:00', end_date: '2026-02-04' },
    { start_date_utc: '2026-02-03', start_time_utc: '10:00:00' },
    { value: { start: '2026-02-03' } },
    '2026-02-03',
  ])('is a date in any form: %j', async (due) => {
    const { item_id } = await ada.write('POST', '/item/app/22119/', { fields: { title: 'x', due } });
    const { values } = await ada.read(`/item/${item_id}/value/due`).then((read) => (Array.isArray(read) ? { values: read } : read));
    expect(values[0].start_date_utc).toBe('2026-02-03');
  });
});

describe('a task', () => {
  refused([
    ['POST /task/', {}, 400, 'must be string'],
    ['POST /task/', { text: 'x', description: 5 }, 400, 'must be string'],
    ['POST /task/', { text: 'x', due_date: 'soon' }, 400, 'must be a date'],
    ['POST /task/', { text: 'x', due_time: 'noon' }, 400, 'must be a time'],
    ['POST /task/', { text: 'x', private: 'yes' }, 400, 'must be boolean'],
    ['POST /task/', { text: 'x', labels: 'a' }, 400, 'must be array'],
    ['POST /task/', { text: 'x', labels: [5] }, 400, 'must be string'],
    ['POST /task/', { text: 'x', responsible: [] }, 400, 'must not be empty'],
    ['POST /task/', { text: 'x', responsible: 'ada' }, 400, 'must be integer'],
    ['POST /task/', { text: 'x', responsible: { type: 'mail', id: 'x@example.com' } }, 400, 'mail with id'],
    ['POST /task/', { text: 'x', responsible: 999_999 }, 400, 'user with id 999999'],
  ]);
});

describe('a file', () => {
  it('is attached to an item, a task or a comment, and then belongs to it', async () => {
    const upload = async () => {
      const form = ['--x', 'content-disposition: form-data; name="source"; filename="a.txt"', 'content-type: text/plain', '', 'a'];
      form.push('--x', 'content-disposition: form-data; name="filename"', '', 'a.txt', '--x--', '');
      const answer = await sandbox.app.inject({
        method: 'POST',
        url: '/file/v2/',
        headers: { authorization: `OAuth2 ${ada.token}`, 'content-type': 'multipart/form-data; boundary=x' },
        payload: form.join('\r\n'),
      });
      return answer.json().file_id as number;
    };
    const { task_id } = await ada.write('POST', '/task/', { text: 'x' });
    const { comment_id } = await ada.write('POST', `/comment/item/${itemId}/`, { value: 'x' });
    for (const [ref_type, ref_id] of [
      ['item', itemId],
      ['task', task_id],
      ['comment', comment_id],
      ['app', 22119],
    ]) {
      const fileId = await upload();
      await ada.write('POST', `/file/${fileId}/attach`, { ref_type, ref_id });
      const newer = await upload();
      await ada.write('POST', `/file/${newer}/replace`, { old_file_id: fileId });
      expect((await ada.read(`/file/${newer}`)).name).toBe('a.txt');
      expect((await ada.post(`/file/${newer}/attach`, { ref_type: 5, ref_id })).statusCode).toBe(400);
      expect((await ada.post(`/file/${newer}/attach`, { ref_type, ref_id: 'x' })).statusCode).toBe(400);
      expect((await ada.post(`/file/${newer}/replace`, { old_file_id: 999_999 })).statusCode).toBe(400);
      expect((await ada.put(`/file/${newer}`, { description: 5 })).statusCode).toBe(400);
    }
    expect(await ada.read('/file/app/22119/?limit=500')).toContainEqual(expect.objectContaining({ name: 'a.txt' }));
  });
});

describe('what hangs on something', () => {
  refused([
    ['POST /comment/org/1/', { value: 'x' }, 400, ''],
    ['POST /comment/item/999999/', { value: 'x' }, 404, ''],
    ['POST /comment/task/999999/', { value: 'x' }, 404, 'No task with id 999999'],
    ['GET /comment/999999', undefined, 404, 'No comment with id 999999'],
    ['GET /file/999999', undefined, 404, 'No file with id 999999'],
  ]);
});

describe('a list of tasks', () => {
  refused([
    ['GET /task/?responsible=ada', undefined, 400, 'must be integer'],
    ['GET /task/?due_date=tomorrow', undefined, 400, 'must be two dates'],
    ['GET /task/?sort_by=colour', undefined, 400, 'must be one of'],
  ]);

  it('is narrowed by whom, where and when', async () => {
    const mine = async (query: string): Promise<number> => (await ada.read(`/task/?limit=100&${query}`)).length;
    const { task_id } = await ada.write('POST', `/task/item/${itemId}/`, { text: 'Look', due_date: '2031-05-05' });
    const all = await mine('responsible=0');
    expect(all).toBeGreaterThan(0);
    expect(await mine(`reference=item:${itemId}`)).toBe(1);
    expect(await mine('due_date=2031-05-05-2031-05-05')).toBe(1);
    expect(await mine('due_date=2031-05-06-')).toBe(0);
    expect(await mine('app=22119;22118&created_by=user:1')).toBeGreaterThan(0);
    expect(await mine('space=4001&org=1,2&completed=false')).toBeGreaterThanOrEqual(0);
    await ada.write('POST', `/task/${task_id}/complete`);
    expect(await mine(`reference=item:${itemId}&completed=true&completed_by=0&completed_on=2000-01-01-`)).toBe(1);
    const order = async (desc: string) => (await ada.read(`/task/?responsible=0&sort_by=created_on&sort_desc=${desc}`)).length;
    expect(await order('true')).toBe(await order('false'));
  });
});

describe('a body', () => {
  const send = (payload: string, type: string) =>
    sandbox.app.inject({
      method: 'POST',
      url: '/item/app/22119/filter/',
      headers: { authorization: `OAuth2 ${ada.token}`, 'content-type': type },
      payload,
    });

  it('is JSON whatever its type says, a form, or nothing', async () => {
    expect((await send('{"limit":1}', 'text/plain')).json().items).toHaveLength(1);
    expect((await send('limit=1', 'application/x-www-form-urlencoded')).statusCode).toBeLessThan(500);
    expect((await send(' ', 'application/json')).statusCode).toBe(200);
  });

  it('that is none of these, or too large, is refused', async () => {
    expect((await send('{', 'application/json')).json()).toMatchObject({ error_description: 'The body is not valid JSON' });
    expect((await send('x'.repeat(10 * 1024 * 1024 + 1), 'application/json')).json()).toMatchObject({
      error_description: 'The body is too large',
    });
  });
});
