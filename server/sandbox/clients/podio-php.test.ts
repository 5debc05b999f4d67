import { beforeEach, describe, expect, it } from 'vitest';
import { fileSandbox } from './file-sandbox.ts';
import { sendBytes, type WireAnswer } from './wire.ts';

/** podio-php 7 over Guzzle and curl: its requests, byte for byte. */
const agent = 'User-Agent: Podio PHP Client/7.0.0-guzzle';
const form = 'Content-Type: application/x-www-form-urlencoded';

const sandbox = fileSandbox();
let token: string;

const tokenRequest = (parameters: string, secret = 'sandbox-secret') =>
  sendBytes(
    sandbox.port,
    `POST /oauth/token HTTP/1.1
    ${sandbox.host}
    ${agent}
    Accept: application/json
    ${form}
    Content-Length: {length}`,
    `${parameters}&client_id=sandbox&client_secret=${secret}`,
  );
const asApp = (appToken = 'sandbox-app-token-22119') => tokenRequest(`grant_type=app&app_id=22119&app_token=${appToken}`);

/** GET and DELETE: the query in the address, and yet a content type, and a length of nothing. */
const get = (path: string, method = 'GET') =>
  sendBytes(
    sandbox.port,
    `${method} ${path} HTTP/1.1
    ${sandbox.host}
    ${agent}
    Accept: application/json
    ${form}
    Content-Length: 0
    Authorization: OAuth2 ${token}`,
  );

/** POST and PUT: JSON; PHP writes an empty array of parameters as `[]`. */
const send = (method: 'POST' | 'PUT', path: string, parameters: unknown = []) =>
  sendBytes(
    sandbox.port,
    `${method} ${path} HTTP/1.1
    ${sandbox.host}
    ${agent}
    Accept: application/json
    Content-Type: application/json
    Content-Length: {length}
    Authorization: OAuth2 ${token}`,
    JSON.stringify(parameters),
  );

/** What PodioClient::request reads of every answer before it makes an object or an exception of it. */
function expectReadable({ status, headers, json }: WireAnswer): void {
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['x-rate-limit-limit']).toMatch(/^\d+$/);
  expect(headers['x-rate-limit-remaining']).toMatch(/^\d+$/);
  if (status >= 400)
    expect(json).toMatchObject({ error: expect.any(String), error_description: expect.any(String), request: { url: expect.any(String) } });
}

describe('podio-php', () => {
  beforeEach(async () => {
    await sandbox.reset();
    token = ((await asApp()).json as { access_token: string }).access_token;
  });

  it('signs in with each of its grants, and finds all five members that PodioOAuth wants', async () => {
    for (const grant of [
      'grant_type=app&app_id=22119&app_token=sandbox-app-token-22119',
      'grant_type=password&username=ada%40example.com&password=sandbox',
    ]) {
      const { status, json, headers } = await tokenRequest(grant);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(json).toMatchObject({
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        expires_in: 28800,
        ref: { type: expect.any(String), id: expect.any(Number) },
        scope: expect.any(String),
      });
    }
  });

  it.each([
    ['a wrong app token', 'grant_type=app&app_id=22119&app_token=wrong', 'sandbox-secret', 'invalid_grant'],
    ['a wrong password', 'grant_type=password&username=ada%40example.com&password=wrong', 'sandbox-secret', 'invalid_grant'],
    ['an unknown user', 'grant_type=password&username=x%40example.com&password=wrong', 'sandbox-secret', 'invalid_grant'],
    [
      'a code of nobody',
      'grant_type=authorization_code&code=wrong&redirect_uri=http%3A%2F%2Flocalhost%2F',
      'sandbox-secret',
      'invalid_grant',
    ],
    ['a refresh token of nobody', 'grant_type=refresh_token&refresh_token=wrong', 'sandbox-secret', 'invalid_grant'],
    ['a wrong secret', 'grant_type=app&app_id=22119&app_token=sandbox-app-token-22119', 'wrong', 'invalid_client'],
  ])('is told of %s with 400: a 401 would make it refresh without end', async (_, parameters, secret, error) => {
    const answer = await tokenRequest(parameters, secret);
    expect([answer.status, answer.json]).toMatchObject([400, { error, error_description: expect.any(String) }]);
  });

  it('calls: PodioApp::get, PodioItem::filter with {} and with attributes, and reads the rate limit', async () => {
    const app = await get('/app/22119');
    expectReadable(app);
    expect(app.json).toMatchObject({ app_id: 22119 });
    const all = await send('POST', '/item/app/22119/filter/', {});
    expectReadable(all);
    expect(all.json).toMatchObject({ total: 1204, filtered: 1204 });
    const { items } = (await send('POST', '/item/app/22119/filter/', { limit: 1 })).json as { items: [{ fields: object[] }] };
    for (const field of items[0].fields)
      expect(field).toMatchObject({ field_id: expect.any(Number), external_id: expect.any(String), type: expect.any(String) });
    expect(Number((await get('/app/22119')).headers['x-rate-limit-remaining'])).toBe(Number(app.headers['x-rate-limit-remaining']) - 3);
  });

  it('saves a whole PodioItem as it was read, empty objects as [], and changes only what it changed', async () => {
    const read = (await get('/app/22119/item/4')).json as {
      item_id: number;
      fields: { external_id: string; values: { value: unknown }[] }[];
    };
    const written = { ...read, participants: [], invite: [], image: [], ref_type: null, ref_id: null };
    const title = written.fields.find(({ external_id }) => external_id === 'title');
    if (title) title.values = [{ value: 'Saved by PHP' }];
    expect(await send('PUT', `/item/${read.item_id}?silent=1&hook=false`, written)).toMatchObject({
      status: 200,
      json: { revision: 1, title: 'Saved by PHP' },
    });
    const after = (await get(`/item/${read.item_id}`)).json as typeof read;
    expect(after.fields).toEqual(written.fields);
  });

  it('writes each kind of value in its own form', async () => {
    const fields = {
      title: 'From PHP',
      status: [1],
      owner: [101],
      seen: { start_utc: '2026-03-01 10:00:00', end_utc: '2026-03-01 11:00:00' },
      amount: { value: '12.5000', currency: 'EUR' },
      effort: '6513.5100',
      labels: [{ value: 'x' }],
      'reporter-phone': [{ type: 'work', value: '+45 1' }],
    };
    const { status, json } = await send('POST', '/item/app/22119/', { fields, app: { app_id: 22119 }, tags: [] });
    expect(status).toBe(200);
    const item = (await get(`/item/${(json as { item_id: number }).item_id}`)).json as {
      created_on: string;
      fields: { external_id: string; values: object[] }[];
    };
    expect(item.created_on).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const values = Object.fromEntries(item.fields.map(({ external_id, values: [value] }) => [external_id, value]));
    expect(values).toMatchObject({
      effort: { value: '6513.5100' },
      seen: { start_date_utc: '2026-03-01', start_time_utc: '10:00:00', end_date_utc: '2026-03-01', end_time_utc: '11:00:00' },
      owner: { value: { profile_id: 101 } },
    });
  });

  it('completes a task with the JSON text [], and deletes an item with a form type and no bytes', async () => {
    const { item_id } = (await get('/app/22119/item/9')).json as { item_id: number };
    const { task_id } = (await send('POST', `/task/item/${item_id}/`, { text: 'Call', responsible: 1 })).json as { task_id: number };
    expect(await send('POST', `/task/${task_id}/complete`)).toMatchObject({ status: 204, bytes: Buffer.alloc(0) });
    expect(await get(`/item/${item_id}`, 'DELETE')).toMatchObject({ status: 204, bytes: Buffer.alloc(0) });
    expect(await get(`/item/${item_id}`)).toMatchObject({ status: 410, json: { error: 'gone' } });
  });

  it.each([
    ['PodioBadRequestError', 400, () => send('POST', '/item/app/22119/filter/', { limit: 0 })],
    ['PodioForbiddenError', 403, () => get('/app/22117')],
    ['PodioNotFoundError', 404, () => get('/item/1')],
  ])('makes %s of %i', async (_, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expectReadable(answer);
  });

  it.each([
    ['PodioConflictError', 409],
    ['PodioGoneError', 410],
    ['PodioRateLimitError', 420],
    ['PodioServerError', 500],
    ['PodioUnavailableError', 502],
    ['PodioUnavailableError', 503],
    ['PodioUnavailableError', 504],
  ])('makes %s of an ordered %i', async (_, status) => {
    await sandbox.answer('/app/22119', status);
    const answer = await get('/app/22119');
    expect([answer.status, answer.json]).toMatchObject([status, { error: expect.any(String), error_description: expect.any(String) }]);
  });

  it('refreshes on expired_token and repeats the call; a refused refresh is 400 invalid_grant', async () => {
    const { refresh_token, ref, scope } = (await asApp()).json as { refresh_token: string; ref: object; scope: string };
    await sandbox.expire();
    expect(await get('/app/22119')).toMatchObject({ status: 401, json: { error: 'unauthorized', error_description: 'expired_token' } });
    const refreshed = await tokenRequest(`grant_type=refresh_token&refresh_token=${refresh_token}`);
    expect(refreshed).toMatchObject({ status: 200, json: { refresh_token, ref, scope, expires_in: 28800 } });
    token = (refreshed.json as { access_token: string }).access_token;
    expect((await get('/app/22119')).status).toBe(200);
    await sandbox.revoke();
    expect(await tokenRequest(`grant_type=refresh_token&refresh_token=${refresh_token}`)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
  });

  it('uploads with Guzzle’s parts, a raw UTF-8 name among them, and downloads from the link', async () => {
    const part = (head: string, value: string) => `--b0\r\n${head}\r\nContent-Length: ${Buffer.byteLength(value)}\r\n`;
    const body = [
      `${part('Content-Disposition: form-data; name="source"; filename="Übersicht.pdf"', '%PDF')}Content-Type: application/pdf\r\n\r\n%PDF\r\n`,
      `${part('Content-Disposition: form-data; name="filename"', 'Übersicht.pdf')}\r\nÜbersicht.pdf\r\n--b0--\r\n`,
    ].join('');
    const uploaded = await sendBytes(
      sandbox.port,
      `POST /file/ HTTP/1.1
      ${sandbox.host}
      ${agent}
      Accept: application/json
      Content-Type: multipart/form-data; boundary=b0
      Content-Length: {length}
      Authorization: OAuth2 ${token}`,
      body,
    );
    expect(uploaded).toMatchObject({
      status: 200,
      json: { name: 'Übersicht.pdf', size: 4, mimetype: 'application/pdf', file_id: expect.any(Number) },
    });
    const { link } = uploaded.json as { link: string };
    expect(link.startsWith(`http://localhost:${sandbox.port}/`)).toBe(true);
    const raw = await sendBytes(
      sandbox.port,
      `GET ${new URL(link).pathname} HTTP/1.1
      ${sandbox.host}
      ${agent}
      Accept: */*
      ${form}
      Content-Length: 0
      Authorization: OAuth2 ${token}`,
    );
    expect(raw).toMatchObject({ status: 200, bytes: Buffer.from('%PDF'), headers: { 'content-type': 'application/pdf' } });
  });

  it('finds the authorize page by the query it makes: PHP writes the parameters in its own order', async () => {
    const query = 'response_type=code&client_id=sandbox&redirect_uri=http%3A%2F%2Flocalhost%3A8000%2Findex.php%3Fx%3D1&scope=';
    expect((await fetch(`${sandbox.url}/oauth/authorize?${query}`)).status).toBe(200);
  });
});
