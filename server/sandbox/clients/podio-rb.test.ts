import { beforeEach, describe, expect, it } from 'vitest';
import { fileSandbox } from './file-sandbox.ts';
import { sendBytes } from './wire.ts';

/** podio-rb 2 over Faraday and Net::HTTP: its requests, byte for byte. */
const usual = `Accept-Encoding: gzip;q=1.0,deflate;q=0.6,identity;q=0.3
  Accept: */*
  User-Agent: Podio Ruby Library (2.0.0)`;
const basic = `Basic ${Buffer.from('sandbox:sandbox-secret').toString('base64')}`;

const sandbox = fileSandbox();
let token: string;

const tokenRequest = (parameters: string) =>
  sendBytes(
    sandbox.port,
    `POST /oauth/token HTTP/1.1
    Content-Type: application/x-www-form-urlencoded
    authorization: ${basic}
    ${usual}
    Connection: close
    ${sandbox.host}
    Content-Length: {length}`,
    `${parameters}&client_id=sandbox&client_secret=sandbox-secret`,
  );
const asApp = () => tokenRequest('grant_type=app&app_id=22119&app_token=sandbox-app-token-22119');

const get = (path: string, method = 'GET', authorization = `OAuth2 ${token}`) =>
  sendBytes(
    sandbox.port,
    `${method} ${path} HTTP/1.1
    authorization: ${authorization}
    ${usual}
    Connection: close
    ${sandbox.host}`,
  );

const send = (method: 'POST' | 'PUT', path: string, body: object) =>
  sendBytes(
    sandbox.port,
    `${method} ${path} HTTP/1.1
    authorization: OAuth2 ${token}
    Content-Type: application/json
    ${usual}
    Connection: close
    ${sandbox.host}
    Content-Length: {length}`,
    JSON.stringify(body),
  );

/** Without parameters: a form type, and no bytes. */
const post = (path: string) =>
  sendBytes(
    sandbox.port,
    `POST ${path} HTTP/1.1
    authorization: OAuth2 ${token}
    Content-Type: application/x-www-form-urlencoded
    ${usual}
    Connection: close
    ${sandbox.host}
    Content-Length: 0`,
  );

describe('podio-rb', () => {
  beforeEach(async () => {
    await sandbox.reset();
    token = ((await asApp()).json as { access_token: string }).access_token;
  });

  it('signs in, and can add expires_in, a number, to a time', async () => {
    for (const grant of [
      'grant_type=app&app_id=22119&app_token=sandbox-app-token-22119',
      'grant_type=password&username=ada%40example.com&password=sandbox',
    ])
      expect(await tokenRequest(grant)).toMatchObject({
        status: 200,
        json: { expires_in: 28800, ref: { id: expect.any(Number) }, refresh_token: expect.any(String) },
      });
  });

  it('raises InvalidGrantError of what is refused, in its renewals too', async () => {
    for (const grant of ['grant_type=app&app_id=22119&app_token=wrong', 'grant_type=refresh_token&refresh_token=wrong'])
      expect(await tokenRequest(grant)).toMatchObject({
        status: 400,
        json: { error: 'invalid_grant', error_description: expect.any(String) },
      });
  });

  it('calls without a token under Basic, and reads 401 as signed out, not as expired', async () => {
    const answer = await get('/app/22119', 'GET', basic);
    expect(answer).toMatchObject({ status: 401, json: { error: 'unauthorized', error_description: 'Authentication is required' } });
    expect(answer.headers['content-type']).toContain('application/json');
  });

  it('calls: find, filter, create with a list of fields, complete, delete, invalidate', async () => {
    expect(await get('/app/22119')).toMatchObject({ status: 200, json: { app_id: 22119 } });
    expect(await send('POST', '/item/app/22119/filter/', { limit: 2 })).toMatchObject({ json: { total: 1204, filtered: 1204 } });
    const fields = [{ external_id: 'title', values: [{ value: 'From Ruby' }] }];
    const { item_id } = (await send('POST', '/item/app/22119', { fields })).json as { item_id: number };
    expect(await get(`/item/${item_id}`)).toMatchObject({ json: { title: 'From Ruby', created_by: { type: 'app', id: 22119 } } });
    const task = await send('POST', `/task/item/${item_id}`, { text: 'Call', responsible: 1 });
    expect(task).toMatchObject({ status: 200, json: { task_id: expect.any(Number) } });
    expect((await post(`/task/${(task.json as { task_id: number }).task_id}/complete`)).status).toBe(204);
    expect(await send('POST', `/comment/item/${item_id}`, { value: 'hi' })).toMatchObject({
      status: 200,
      json: { comment_id: expect.any(Number) },
    });
    expect((await get(`/comment/item/${item_id}`)).json).toHaveLength(1);
    expect((await get(`/item/${item_id}`, 'DELETE')).status).toBe(204);
    expect((await post('/oauth/grant/invalidate')).status).toBe(204);
    expect(await get('/app/22119')).toMatchObject({ status: 401, json: { error: 'invalid_token' } });
  });

  it('filters without parameters: a form type, and no bytes', async () => {
    expect(await post('/item/app/22119/filter/')).toMatchObject({ status: 200, json: { total: 1204 } });
  });

  it.each([
    ['BadRequestError', 400],
    ['AuthorizationError', 403],
    ['NotFoundError', 404],
    ['ConflictError', 409],
    ['GoneError', 410],
    ['RateLimitError', 420],
    ['ServerError', 500],
    ['UnavailableError', 503],
  ])('raises %s of %i, whose body it can parse', async (_, status) => {
    await sandbox.answer('/app/22119', status);
    const answer = await get('/app/22119');
    expect([answer.status, answer.json]).toMatchObject([status, { error: expect.any(String), error_description: expect.any(String) }]);
  });

  it('refreshes where the description is exactly expired_token, and nowhere else', async () => {
    const { refresh_token } = (await asApp()).json as { refresh_token: string };
    await sandbox.expire();
    expect((await get('/app/22119')).json).toMatchObject({ error: 'unauthorized', error_description: 'expired_token' });
    const refreshed = await tokenRequest(`grant_type=refresh_token&refresh_token=${refresh_token}`);
    expect(refreshed.json).toMatchObject({ refresh_token, expires_in: 28800, ref: { type: 'app', id: 22119 } });
    token = (refreshed.json as { access_token: string }).access_token;
    expect((await get('/app/22119')).status).toBe(200);
  });

  it('uploads with a part that has an empty type, and gets a JSON file back as a file', async () => {
    const body = [
      '--rb',
      'Content-Disposition: form-data; name="source"; filename="/tmp/data.json"',
      'Content-Length: 9',
      'Content-Type: ',
      'Content-Transfer-Encoding: binary',
      '',
      '{"a": 42}',
      '--rb',
      'Content-Disposition: form-data; name="filename"',
      '',
      'data.json',
      '--rb--',
      '',
    ].join('\r\n');
    const uploaded = await sendBytes(
      sandbox.port,
      `POST /file/v2/ HTTP/1.1
      authorization: OAuth2 ${token}
      Content-Type: multipart/form-data; boundary=rb
      ${usual}
      Connection: close
      ${sandbox.host}
      Content-Length: {length}`,
      body,
    );
    expect(uploaded).toMatchObject({
      status: 200,
      json: { name: 'data.json', size: 9, file_id: expect.any(Number), link: expect.any(String) },
    });
    const raw = await get(new URL((uploaded.json as { link: string }).link).pathname);
    expect(raw.bytes.toString()).toBe('{"a": 42}');
    expect(raw.headers['content-disposition']).toContain('filename='); // else it would parse the file
  });
});
