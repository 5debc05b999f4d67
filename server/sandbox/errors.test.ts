import { beforeAll, describe, expect, it } from 'vitest';
import { client, type TestCaller, TestSandbox } from './testing.ts';

/** Each kind of refusal, by what a client does to get it; the caller of the tests holds every body to Podio's six members. */
describe('a person at a keyboard can make Podio answer', () => {
  let sandbox: TestSandbox;
  let bugs: TestCaller;
  let ada: TestCaller;
  beforeAll(async () => {
    sandbox = new TestSandbox();
    [bugs, ada] = [await sandbox.asApp(22119), await sandbox.asUser('ada')];
  });
  const itemId = async (number: number) => (await bugs.read(`/app/22119/item/${number}`)).item_id;

  it.each<[status: number, error: string, description: string | RegExp, ask: () => ReturnType<TestCaller['get']>]>([
    [400, 'invalid_value', 'Invalid value 0 (integer): must not be less than 1', () => bugs.post('/item/app/22119/filter/', { limit: 0 })],
    [400, 'invalid_value', 'Invalid value [..] (array): must be object', () => bugs.post('/item/app/22119/filter/', [1])],
    [400, 'not_found', /^Invalid reference /, () => bugs.post('/item/app/22119/', { fields: { title: 'x' }, file_ids: [1] })],
    [
      400,
      'invalid_grant',
      'The username is not valid',
      () => sandbox.token({ ...client, grant_type: 'password', username: 'x', password: 'x' }),
    ],
    [
      400,
      'invalid_client',
      'invalid_auth',
      () => sandbox.token({ ...client, client_secret: 'x', grant_type: 'app', app_id: '1', app_token: 'x' }),
    ],
    [400, 'invalid_request', /^Missing parameter/, () => sandbox.token({})],
    [400, 'unsupported_grant_type', /sso/, () => sandbox.token({ ...client, grant_type: 'sso' })],
    [403, 'forbidden', 'The app with id 22119 does not have the right view on app with id 22117', () => bugs.get('/app/22117')],
    [403, 'forbidden', 'Authentication as app is not allowed for this method', () => bugs.get('/user/status')],
    [404, 'not_found', "No matching operation could be found. The path '/x' was not found.", () => ada.get('/x')],
    [404, 'not_found', 'Object not found', () => ada.get('/org/9')],
    [404, 'not_found', 'No item with id 1 could be found', () => bugs.get('/item/1')],
    [404, 'not_found', 'No matching operation could be found. No body was given.', async () => bugs.put(`/item/${await itemId(1)}`)],
    [404, 'not_found', 'No matching operation could be found. Missing parameters: source, filename.', () => ada.post('/file/')],
  ])('%i %s: %s', async (status, error, description, ask) => {
    const answer = await ask();
    expect([answer.statusCode, answer.json()]).toMatchObject([
      status,
      { error, error_description: typeof description === 'string' ? description : expect.stringMatching(description) },
    ]);
    expect(answer.headers['x-podio-request-id']).toMatch(/^[a-z0-9]{8}$/);
  });

  it('409 where an update is older than the item, 410 where it is gone', async () => {
    const id = await itemId(2);
    await bugs.write('PUT', `/item/${id}`, { fields: { title: 'x' } });
    const stale = await bugs.put(`/item/${id}`, { revision: 0, fields: { title: 'y' } });
    expect([stale.statusCode, stale.json().error]).toEqual([409, 'conflict']);
    await bugs.delete(`/item/${id}`);
    const gone = await bugs.get(`/item/${id}`);
    expect([gone.statusCode, gone.json()]).toMatchObject([410, { error: 'gone', error_description: 'The object has been deleted' }]);
  });

  it.each([
    ['expire', 'unauthorized', 'expired_token'],
    ['DELETE', 'invalid_token', 'invalid_token'],
  ])('401 after %s, with the challenge in both headers', async (how, error, description) => {
    const app = await sandbox.asApp(22118);
    if (how === 'DELETE') await app.post('/oauth/grant/invalidate');
    else await sandbox.control('POST', '/expire', { ref: { type: 'app', id: 22118 } });
    const answer = await app.get('/app/22118');
    expect([answer.statusCode, answer.json()]).toMatchObject([401, { error, error_description: description }]);
    const challenge = `Bearer realm="podio", error="${description}"`;
    expect(answer.headers).toMatchObject({ 'www-authenticate': challenge, authorization: challenge });
  });

  it('420 with the seconds in its text, and both rate headers', async () => {
    const app = await sandbox.asApp(22190);
    await sandbox.control('PATCH', '/settings', { rateLimitPerHour: 0 });
    const answer = await app.get('/app/22190');
    await sandbox.control('PATCH', '/settings', { rateLimitPerHour: 1000 });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      420,
      { error: 'rate_limit', error_description: expect.stringMatching(/ \d+ seconds /) },
    ]);
    expect([answer.headers['x-rate-limit-limit'], answer.headers['x-rate-limit-remaining']]).toEqual(['1000', '0']);
    expect(answer.headers).not.toHaveProperty('retry-after');
  });

  it.each([402, 500, 502, 503, 504])('%i by ordering it, in Podio’s form, as HTML, or empty', async (status) => {
    const order = (fault: object) => sandbox.control('POST', '/faults', { path: '/user', status, times: 1, ...fault });
    await order({});
    expect((await ada.get('/user')).statusCode).toBe(status);
    const raw = () => sandbox.app.inject({ url: '/user', headers: { authorization: `OAuth2 ${ada.token}` } });
    await order({ body: '<html><h1>Bad Gateway</h1></html>' });
    const html = await raw();
    expect([html.statusCode, html.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    await order({ body: '' });
    const empty = await raw();
    expect([empty.statusCode, empty.body]).toEqual([status, '']);
  });

  it('403 requestable_forbidden by ordering it', async () => {
    const body = {
      error: 'requestable_forbidden',
      error_description: 'x',
      error_detail: null,
      error_parameters: {},
      error_propagate: true,
    };
    const request = { url: 'http://localhost/user', query_string: '', method: 'GET' };
    await sandbox.control('POST', '/faults', { path: '/user', status: 403, body: { ...body, request }, times: 1 });
    expect((await ada.get('/user')).json()).toMatchObject({ error: 'requestable_forbidden' });
  });
});
