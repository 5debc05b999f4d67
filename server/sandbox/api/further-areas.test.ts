import { beforeEach, describe, expect, it } from 'vitest';
import { allOfShape, ofShape } from '../shapes/shapes.ts';
import { type TestCaller, TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
let ada: TestCaller;
let bugs: TestCaller;
beforeEach(async () => {
  sandbox = new TestSandbox();
  ada = await sandbox.asUser('ada');
  bugs = await sandbox.asApp(22119);
});

describe('views', () => {
  it('are listed, made, read, used and removed', async () => {
    expect(allOfShape('view', await bugs.read('/view/app/22119/')).map(({ name }) => name)).toEqual(['Open bugs', 'Critical first']);
    const { view_id } = await ada.write('POST', '/view/app/22119/', { name: 'Mine', sort_by: 'due', filters: { status: [3] } });
    expect(ofShape('view', await ada.read(`/view/${view_id}`))).toMatchObject({
      name: 'Mine',
      sort_by: 'due',
      filters: [{ key: 'status', values: [3] }],
    });
    const list = await bugs.write('POST', `/item/app/22119/filter/${view_id}/`, { limit: 1 });
    expect(list.filtered).toBe((await bugs.write('POST', '/item/app/22119/filter/', { filters: { status: [3] } })).filtered);
    expect((await ada.delete(`/view/${view_id}`)).statusCode).toBe(204);
    expect((await ada.get(`/view/${view_id}`)).statusCode).toBe(404);
  });

  it('refuse filters that no list would take, and are closed with their app', async () => {
    expect((await ada.post('/view/app/22119/', { name: 'x', filters: { colour: 1 } })).statusCode).toBe(400);
    expect((await ada.post('/view/app/22119/', { filters: {} })).statusCode).toBe(400);
    expect((await (await sandbox.asApp(22117)).get('/view/880001')).statusCode).toBe(403);
  });
});

describe('tags', () => {
  it('are put on items, counted over the app, filtered by, and taken off', async () => {
    const ids = [];
    for (const number of [1, 2]) ids.push((await bugs.read(`/app/22119/item/${number}`)).item_id);
    for (const id of ids) await bugs.write('POST', `/tag/item/${id}/`, ['seen', `only-${id}`]);
    const tags = allOfShape('tag', await bugs.read('/tag/app/22119/'));
    expect(tags[0]).toEqual({ count: 2, text: 'seen' });
    expect(tags).toHaveLength(3);
    expect((await bugs.write('POST', '/item/app/22119/filter/', { filters: { tags: ['seen'] } })).filtered).toBe(2);
    expect((await bugs.delete(`/tag/item/${ids[0]}/?text=seen`)).statusCode).toBe(204);
    expect((await bugs.read(`/item/${ids[0]}`)).tags).toEqual([`only-${ids[0]}`]);
    expect((await bugs.post(`/tag/item/${ids[0]}/`, { tag: 'x' })).statusCode).toBe(400);
  });
});

describe('the stream', () => {
  it('begins with what happened last', async () => {
    const itemId = (await bugs.read('/app/22119/item/5')).item_id;
    await bugs.write('POST', `/comment/item/${itemId}/`, { value: 'now' });
    const [newest, ...others] = allOfShape('streamObject', await ada.read('/stream/'));
    expect(newest).toMatchObject({ type: 'item', id: itemId, comments: [{ value: 'now' }] });
    expect(others).toHaveLength(9);
  });

  it('is narrowed to an organisation, a workspace or an app', async () => {
    expect((await ada.read('/stream/org/1/?limit=3')).length).toBe(3);
    for (const { space } of allOfShape('streamObject', await ada.read('/stream/space/4002/'))) expect(space?.space_id).toBe(4002);
    for (const { app } of allOfShape('streamObject', await bugs.read('/stream/app/22119/'))) expect(app?.app_id).toBe(22119);
    expect((await bugs.get('/stream/')).statusCode).toBe(403);
  });
});

describe('embeds', () => {
  it('are made for an address, once, and used in fields', async () => {
    const embed = ofShape('embed', await bugs.write('POST', '/embed/', { url: 'https://example.com/a?b=1' }));
    expect(embed).toMatchObject({ url: 'https://example.com/a?b=1', hostname: 'example.com' });
    expect(await bugs.write('POST', '/embed/', { url: 'https://example.com/a?b=1' })).toMatchObject({ embed_id: embed.embed_id });
    const { item_id } = await bugs.write('POST', '/item/app/22119/', { fields: { title: 'x', link: { embed: embed.embed_id } } });
    const { fields } = await bugs.read(`/item/${item_id}`);
    expect(fields[1].values).toMatchObject([{ embed: { embed_id: embed.embed_id }, file: null }]);
    for (const url of [undefined, 'example', 'javascript:alert(1)']) expect((await bugs.post('/embed/', { url })).statusCode).toBe(400);
  });
});

describe('contacts', () => {
  it('of a workspace are its members', async () => {
    const profiles = allOfShape('profile', await ada.read('/contact/space/4001/'));
    expect(profiles.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Grace Hopper']);
    expect(await ada.read('/contact/space/4001/?name=grace')).toHaveLength(1);
    expect(await ada.read('/contact/102')).toMatchObject({ user_id: 2 });
    expect(await ada.read('/contact/user/2')).toMatchObject({ profile_id: 102 });
    expect((await ada.get('/contact/999')).statusCode).toBe(404);
    expect((await bugs.get('/contact/space/4001/')).statusCode).toBe(403);
  });
});

describe('parts of items', () => {
  it('are read and written alone', async () => {
    const { item_id } = await bugs.write('POST', '/item/app/22119/', {
      fields: { title: 'x', effort: 2, amount: { value: 10, currency: 'EUR' } },
    });
    expect(ofShape('listedItem', await bugs.read(`/item/${item_id}/basic`))).toMatchObject({ item_id });
    expect(await bugs.read(`/item/${item_id}/value/effort`)).toEqual([{ value: '2.0000' }]);
    expect(await bugs.read(`/item/${item_id}/value/amount-per-day`)).toEqual([{ value: '5.0000' }]);
    await bugs.write('PUT', `/item/${item_id}/value/effort`, { value: 4 });
    await bugs.write('PUT', `/item/${item_id}/value/labels`, ['a', 'b']);
    expect(await bugs.write('PUT', `/item/${item_id}/value`, { title: 'y', progress: 5 })).toEqual({ revision: 3, title: 'y' });
    expect(await bugs.read(`/item/${item_id}/value/amount-per-day`)).toEqual([{ value: '2.5000' }]);
    expect(allOfShape('revision', await bugs.read(`/item/${item_id}/revision`)).map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
    expect(await bugs.read(`/item/${item_id}/revision/2`)).toMatchObject({ revision: 2, type: 'update' });
    expect((await bugs.get(`/item/${item_id}/revision/9`)).statusCode).toBe(404);
    expect((await bugs.get(`/item/${item_id}/value/colour`)).statusCode).toBe(400);
  });

  it('are removed many at once', async () => {
    const ids = [1, 2].map((number) => sandbox.state.store.itemsOf(22119).get(number)?.itemId);
    expect(await bugs.write('POST', '/item/app/22119/delete', { item_ids: ids })).toEqual({ deleted: ids, pending: [] });
    const { deleted } = await bugs.write('POST', '/item/app/22119/delete', { filters: { status: [1] } });
    expect(deleted.length).toBeGreaterThan(200);
    expect(await bugs.read('/item/app/22119/count')).toEqual({ count: 1202 - deleted.length });
    expect((await bugs.post('/item/app/22119/delete', {})).statusCode).toBe(400);
    expect((await bugs.post('/item/app/22119/delete', { item_ids: ['1'] })).statusCode).toBe(400);
  });
});

describe('making apps', () => {
  const template = {
    space_id: 4004,
    config: { name: 'Holidays', item_name: 'Holiday', icon: '11.png', allow_comments: false },
    fields: [
      { type: 'text', config: { label: 'Who', required: true, settings: { size: 'small' } } },
      { type: 'category', config: { label: 'Kind', settings: { options: ['Paid', { text: 'Unpaid' }], multiple: false } } },
    ],
  };

  it('gives an app that can be used at once, also as itself', async () => {
    const { app_id } = await ada.write('POST', '/app/', template);
    const app = ofShape('app', await ada.read(`/app/${app_id}`));
    expect(app.config).toMatchObject({ name: 'Holidays', allow_comments: false });
    expect(app.fields.map(({ external_id }) => external_id)).toEqual(['who', 'kind']);
    expect(app.fields[1]?.config.settings).toMatchObject({
      options: [
        { id: 1, text: 'Paid' },
        { id: 2, text: 'Unpaid' },
      ],
    });
    const { access_token } = await sandbox.tokens({ grant_type: 'app', app_id: String(app_id), app_token: String(app.token) });
    const answer = await sandbox.app.inject({
      method: 'POST',
      url: `/item/app/${app_id}/`,
      headers: { authorization: `OAuth2 ${access_token}` },
      payload: { fields: { who: 'Grace', kind: 'Unpaid' } },
    });
    expect(answer.json()).toMatchObject({ app_item_id: 1, title: 'Grace' });
  });

  it('is for members, changing for administrators', async () => {
    const grace = await sandbox.asUser('grace');
    const { app_id } = await grace.write('POST', '/app/', template);
    expect((await grace.put(`/app/${app_id}`, { config: { name: 'x' } })).statusCode).toBe(403);
    expect(await ada.write('PUT', `/app/${app_id}`, { config: { name: 'Leave' } })).toEqual({ revision: 1 });
    const { field_id } = await ada.write('POST', `/app/${app_id}/field/`, { type: 'number', config: { label: 'Days' } });
    expect(ofShape('field', await ada.read(`/app/${app_id}/field/${field_id}`))).toMatchObject({ external_id: 'days', type: 'number' });
    expect(await ada.read(`/app/${app_id}/field/days`)).toMatchObject({ field_id });
    await ada.write('PUT', `/app/${app_id}/field/${field_id}`, { config: { label: 'Length', required: true } });
    expect(await ada.read(`/app/${app_id}/field/days`)).toMatchObject({ label: 'Length', config: { required: true } });
    expect((await ada.delete(`/app/${app_id}/field/${field_id}`)).statusCode).toBe(200);
    expect((await ada.get(`/app/${app_id}/field/days`)).statusCode).toBe(400);
    expect((await (await sandbox.asApp(22119)).put('/app/22119', { config: { name: 'x' } })).statusCode).toBe(403);
  });

  it('can be undone: inactive, then gone', async () => {
    const { app_id } = await ada.write('POST', '/app/', template);
    await ada.write('POST', `/app/${app_id}/deactivate`);
    const names = async (query = '') => (await ada.read(`/app/space/4004/${query}`)).map(({ app_id }: { app_id: number }) => app_id);
    expect(await names()).not.toContain(app_id);
    expect(await names('?include_inactive=1')).toContain(app_id);
    expect((await ada.delete(`/app/${app_id}`)).statusCode).toBe(204);
    expect((await ada.get(`/app/${app_id}`)).statusCode).toBe(410);
  });

  it.each([
    {},
    { ...template, space_id: '4004' },
    { ...template, config: {} },
    { ...template, fields: [{ type: 'colour', config: { label: 'x' } }] },
    { ...template, fields: [{ type: 'text', config: {} }] },
    { ...template, fields: [{ type: 'text', config: { label: 'x', required: 'yes' } }] },
    { ...template, fields: 'none' },
  ])('refuses %j', async (body) => {
    expect((await ada.post('/app/', body)).statusCode).toBe(400);
  });
});

describe('the form of answers', () => {
  it.each([
    ['status', '/user/status'],
    ['user', '/user'],
    ['profile', '/user/profile'],
    ['organisation', '/org/1'],
    ['space', '/space/4001'],
    ['app', '/app/22119'],
    ['appMini', '/app/22119?type=mini'],
    ['item', '/app/22119/item/1204'],
    ['item', '/app/22119/item/4'],
    ['itemList', '/item/app/22117/?limit=100'],
  ] as const)('is that of %s at %s', async (shape, url) => {
    ofShape(shape, await ada.read(url));
  });

  it('is that of a list where Podio has one', async () => {
    allOfShape('organisation', await ada.read('/org/'));
    allOfShape('spaceMini', await ada.read('/org/1/space/'));
    allOfShape('space', await ada.read('/space/top/'));
    allOfShape(
      'appMini',
      (await ada.read('/app/')).map(({ config, ...app }: { config: object }) => ({ ...app, config })),
    );
  });

  it.each(['/nowhere', '/app/1', '/item/1', '/app/22117?type=x'])('is that of an error at %s', async (url) => {
    ofShape('error', (await ada.get(url)).json());
    ofShape('error', (await sandbox.app.inject({ url })).json());
  });

  it('is that of a token answer for every grant', async () => {
    const first = ofShape('token', await sandbox.appTokens(22119));
    ofShape('token', await sandbox.userTokens('ada'));
    ofShape('token', await sandbox.tokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token }));
  });
});
