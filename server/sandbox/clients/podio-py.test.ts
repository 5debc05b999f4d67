import { beforeEach, describe, expect, it } from 'vitest';
import { fileSandbox } from './file-sandbox.ts';
import { sendBytes } from './wire.ts';

/** podio-py (pypodio2) over httplib2: its requests, byte for byte. */
const usual = `user-agent: Python-httplib2/0.22.0 (gzip)
  accept-encoding: gzip, deflate`;

const sandbox = fileSandbox();
let token: string;

/** Client first, then what is the grant's own. It never refreshes. */
const tokenRequest = (parameters: string, secret = 'sandbox-secret') =>
  sendBytes(
    sandbox.port,
    `POST /oauth/token HTTP/1.1
    ${sandbox.host}
    Content-Length: {length}
    content-type: application/x-www-form-urlencoded
    ${usual}`,
    `client_id=sandbox&client_secret=${secret}&${parameters}`,
  );

const get = (path: string, method = 'GET') =>
  sendBytes(
    sandbox.port,
    `${method} ${path} HTTP/1.1
    ${sandbox.host}
    authorization: OAuth2 ${token}
    ${usual}`,
  );

const send = (method: 'POST' | 'PUT', path: string, body: object = {}) =>
  sendBytes(
    sandbox.port,
    `${method} ${path} HTTP/1.1
    ${sandbox.host}
    Content-Length: {length}
    content-type: application/json
    authorization: OAuth2 ${token}
    ${usual}`,
    JSON.stringify(body),
  );

describe('podio-py', () => {
  beforeEach(async () => {
    await sandbox.reset();
    const { json } = await tokenRequest('grant_type=app&app_id=22119&app_token=sandbox-app-token-22119');
    token = (json as { access_token: string }).access_token;
  });

  it('signs in with a password and as an app, and finds the three members it wants', async () => {
    for (const grant of [
      'grant_type=password&username=ada%40example.com&password=sandbox',
      'grant_type=app&app_id=22119&app_token=sandbox-app-token-22119',
    ])
      expect(await tokenRequest(grant)).toMatchObject({
        status: 200,
        json: { access_token: expect.any(String), refresh_token: expect.any(String), expires_in: expect.any(Number) },
      });
  });

  it('raises TransportException of a sign-in that is refused', async () => {
    expect(await tokenRequest('grant_type=app&app_id=22119&app_token=wrong')).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
    expect(await tokenRequest('grant_type=app&app_id=22119&app_token=x', 'wrong')).toMatchObject({
      status: 400,
      json: { error: 'invalid_client' },
    });
  });

  it('calls with its paths: some end with a slash, some do not', async () => {
    for (const path of ['/app/22119', '/app/22119/', '/item/app/22119/', '/item/app/22119/?limit=1&offset=2'])
      expect((await get(path)).status).toBe(200);
    expect(await send('POST', '/item/app/22119/filter/')).toMatchObject({ status: 200, json: { total: 1204 } });
    const made = await send('POST', '/item/app/22119/?silent=true&hook=false', { fields: { title: 'From Python' } });
    const { item_id } = made.json as { item_id: number };
    expect(await send('PUT', `/item/${item_id}`, { fields: { title: 'Changed' } })).toMatchObject({ status: 200, json: { revision: 1 } });
    const task = await send('POST', `/task/item/${item_id}/`, { text: 'Call', responsible: 1 });
    expect((await send('POST', `/task/${(task.json as { task_id: number }).task_id}/complete`)).status).toBe(204);
    expect(await get(`/item/${item_id}`, 'DELETE')).toMatchObject({ status: 204, bytes: Buffer.alloc(0) });
  });

  it('is answered with challenges that httplib2 can read: a scheme and at least one parameter', async () => {
    await sandbox.expire();
    const expired = await get('/app/22119');
    expect([expired.status, expired.json]).toMatchObject([401, { error: 'unauthorized', error_description: 'expired_token' }]);
    token = 'unknown';
    for (const { headers } of [expired, await get('/app/22119')])
      expect(headers['www-authenticate']).toMatch(/^\w+ \w+="[^"]*"(?:, \w+="[^"]*")*$/);
  });

  it.each([400, 403, 404, 409, 410, 420, 500, 503])('raises TransportException with the body of %i', async (status) => {
    await sandbox.answer('/app/22119', status);
    const answer = await get('/app/22119');
    expect([answer.status, answer.json]).toMatchObject([status, { error: expect.any(String) }]);
  });

  it('uploads, and reads the file back', async () => {
    const body = [
      '--py',
      'Content-Disposition: form-data; name="source"; filename="notes.txt"',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'hello',
      '--py',
      'Content-Disposition: form-data; name="filename"',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'notes.txt',
      '--py--',
      '',
    ].join('\r\n');
    const uploaded = await sendBytes(
      sandbox.port,
      `POST /file/v2/ HTTP/1.1
      ${sandbox.host}
      Content-Length: {length}
      content-type: multipart/form-data; boundary=py
      authorization: OAuth2 ${token}
      ${usual}`,
      body,
    );
    expect(uploaded).toMatchObject({ status: 200, json: { name: 'notes.txt', size: 5, mimetype: 'text/plain' } });
    expect((await get(`/file/${(uploaded.json as { file_id: number }).file_id}/raw`)).bytes.toString()).toBe('hello');
  });
});
