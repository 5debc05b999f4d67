import { beforeEach, describe, expect, it } from 'vitest';
import { type TestCaller, TestSandbox } from '../testing.ts';

describe('items', () => {
  let sandbox: TestSandbox;
  let bugs: TestCaller;
  beforeEach(async () => {
    sandbox = new TestSandbox();
    bugs = await sandbox.asApp(22119);
  });
  const create = (body: object) => bugs.write('POST', '/item/app/22119/', body);

  it('are read by item_id, by app_item_id, and by external id', async () => {
    const newest = await bugs.read('/app/22119/item/1204');
    expect(newest).toMatchObject({ app_item_id: 1204, app: { app_id: 22119 }, revision: 0 });
    expect(newest.item_id).not.toBe(1204);
    expect(await bugs.read(`/item/${newest.item_id}`)).toEqual(newest);
    const { item_id } = await create({ external_id: 'ext/1', fields: { title: 'Linked' } });
    expect(await bugs.read(`/item/app/22119/external_id/${encodeURIComponent('ext/1')}`)).toMatchObject({ item_id });
  });

  it('have the members that recordings of Podio show', async () => {
    const item = await bugs.read('/app/22119/item/1204');
    for (const member of [
      'initial_revision',
      'current_revision',
      'revisions',
      'comments',
      'files',
      'tags',
      'refs',
      'created_via',
      'rights',
    ])
      expect(item).toHaveProperty(member);
    expect(item.created_on).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(item.comments.length).toBeGreaterThan(0);
  });

  it('show no field that is empty', async () => {
    const { item_id } = await create({ fields: { title: 'Bare' } });
    const { fields } = await bugs.read(`/item/${item_id}`);
    expect(fields.map(({ external_id }: { external_id: string }) => external_id)).toEqual(['title']);
  });

  it('made by an app say so, and count on within the app', async () => {
    const made = await create({ fields: { title: 'New' }, tags: ['a'] });
    expect(made).toMatchObject({ app_item_id: 1205, title: 'New' });
    expect(await bugs.read(`/item/${made.item_id}`)).toMatchObject({
      created_by: { type: 'app', id: 22119, name: 'Bugs' },
      created_via: { name: 'Podio Keyring (sandbox)' },
      tags: ['a'],
    });
    const ada = await sandbox.asUser('ada');
    const { item_id } = await ada.write('POST', '/item/app/22119/', { fields: { title: 'By hand' } });
    expect(await ada.read(`/item/${item_id}`)).toMatchObject({ created_by: { type: 'user', id: 1, user_id: 1, name: 'Ada Lovelace' } });
  });

  it('are changed field by field: what is not named stays, [] empties', async () => {
    const { item_id } = await create({ fields: { title: 'Old', effort: 3, progress: 10 } });
    expect(await bugs.write('PUT', `/item/${item_id}`, { fields: { title: 'New', progress: [] } })).toEqual({ revision: 1, title: 'New' });
    const { fields, revisions } = await bugs.read(`/item/${item_id}`);
    expect(fields.map(({ external_id, values }: { external_id: string; values: object[] }) => [external_id, values])).toEqual([
      ['title', [{ value: 'New' }]],
      ['effort', [{ value: '3.0000' }]],
    ]);
    expect(revisions.map(({ type }: { type: string }) => type)).toEqual(['creation', 'update']);
  });

  it('refuse an update that was made from an older revision with 409', async () => {
    const { item_id } = await create({ fields: { title: 'Old' } });
    await bugs.write('PUT', `/item/${item_id}`, { revision: 0, fields: { title: 'Newer' } });
    const answer = await bugs.put(`/item/${item_id}`, { revision: 0, fields: { title: 'Lost' } });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ error: 'conflict' });
    expect((await bugs.read(`/item/${item_id}`)).title).toBe('Newer');
  });

  it('are gone once deleted: 410, not 404', async () => {
    const { item_id } = await create({ fields: { title: 'Short-lived' } });
    const answer = await bugs.delete(`/item/${item_id}`);
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect((await bugs.get(`/item/${item_id}`)).json()).toMatchObject({ error: 'gone' });
    expect((await bugs.get('/app/22119/item/1205')).statusCode).toBe(410);
    expect((await bugs.put(`/item/${item_id}`, { fields: {} })).statusCode).toBe(410);
    expect((await create({ fields: { title: 'Next' } })).app_item_id).toBe(1206);
  });

  it('say 404 in the recorded words for what never was', async () => {
    expect((await bugs.get('/item/1')).json()).toMatchObject({ error: 'not_found', error_description: 'No item with id 1 could be found' });
    expect((await bugs.get('/app/22119/item/9999')).statusCode).toBe(404);
    expect((await bugs.put('/item/1')).json().error_description).toBe('No item with id 1 could be found');
  });

  it('say which body is missing when there is none', async () => {
    const { item_id } = await create({ fields: { title: 'x' } });
    expect((await bugs.put(`/item/${item_id}`)).json()).toMatchObject({
      error: 'not_found',
      error_description: 'No matching operation could be found. No body was given.',
    });
  });

  it('want their required fields, and refuse to lose them', async () => {
    const answer = await bugs.post('/item/app/22119/', { fields: { effort: 1 } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_value', error_parameters: { field: 'title' } });
    const { item_id } = await create({ fields: { title: 'x' } });
    expect((await bugs.put(`/item/${item_id}`, { fields: { title: [] } })).statusCode).toBe(400);
  });

  it('refuse a field that the app does not have', async () => {
    const answer = await bugs.post('/item/app/22119/', { fields: { title: 'x', colour: 'red' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error_description).toContain('"colour"');
  });

  it('take fields by id, by external id, as a list with value or values', async () => {
    const { fields } = await bugs.read('/app/22119');
    const effort = fields.find(({ external_id }: { external_id: string }) => external_id === 'effort').field_id;
    const first = await create({ fields: { title: 'x', [effort]: 2 } });
    const second = await create({
      fields: [
        { external_id: 'title', values: [{ value: 'x' }] },
        { field_id: effort, value: '2' },
      ],
    });
    for (const { item_id } of [first, second])
      expect((await bugs.read(`/item/${item_id}`)).fields).toMatchObject([
        { external_id: 'title', values: [{ value: 'x' }] },
        { external_id: 'effort', values: [{ value: '2.0000' }] },
      ]);
  });

  it('take silent and hook in the query, and members they do not know', async () => {
    const answer = await bugs.post('/item/app/22119/?silent=1&hook=false', { app: { app_id: 1 }, fields: { title: 'x' }, nonsense: [] });
    expect(answer.statusCode).toBe(200);
  });

  it('come back whole as they were read, and nothing changes but what was changed', async () => {
    for (const appItemId of [1204, 4, 44, 54, 1000]) {
      const before = await bugs.read(`/app/22119/item/${appItemId}`);
      const written = JSON.parse(JSON.stringify(before));
      await bugs.write('PUT', `/item/${before.item_id}`, { ...written, participants: [], invite: [] });
      const after = await bugs.read(`/item/${before.item_id}`);
      expect(after.fields).toEqual(before.fields);
      expect(after).toMatchObject({ title: before.title, tags: before.tags, external_id: before.external_id, revision: 1 });
    }
  });

  it('of another app are closed to an app, though their mini values stand in its fields', async () => {
    const { fields } = await bugs.read('/app/22119/item/1204');
    const project = fields.find(({ type }: { type: string }) => type === 'app')?.values[0].value;
    expect(project).toMatchObject({ app: { app_id: 22117 }, title: expect.any(String), space: { name: 'Delivery' } });
    const answer = await bugs.get(`/item/${project.item_id}`);
    expect(answer.statusCode).toBe(403);
    expect(answer.json().error_description).toBe(`The app with id 22119 does not have the right view on item with id ${project.item_id}`);
    expect((await bugs.post('/item/app/22117/', { fields: { title: 'x' } })).statusCode).toBe(403);
  });

  it('can be written only where the scope says so', async () => {
    const reader = await sandbox.asUser('ada', 'app:read');
    const { item_id } = await reader.read('/app/22119/item/1');
    expect((await reader.put(`/item/${item_id}`, { fields: { title: 'x' } })).statusCode).toBe(403);
    expect((await reader.delete(`/item/${item_id}`)).statusCode).toBe(403);
    expect((await reader.post('/item/app/22119/', { fields: { title: 'x' } })).statusCode).toBe(403);
    const writer = await sandbox.asUser('ada', 'app:read app:write');
    expect((await writer.put(`/item/${item_id}`, { fields: { title: 'x' } })).statusCode).toBe(200);
    expect((await writer.delete(`/item/${item_id}`)).statusCode).toBe(403);
  });

  it('are there for members who administer nothing', async () => {
    const grace = await sandbox.asUser('grace');
    const { item_id } = await grace.write('POST', '/item/app/22118/', { fields: { title: 'x' } });
    expect((await grace.delete(`/item/${item_id}`)).statusCode).toBe(204);
  });
});
