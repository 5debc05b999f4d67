import { describe, expect, it } from 'vitest';
import { fileSandbox } from './file-sandbox.ts';
import { sendBytes } from './wire.ts';

const form = 'Content-Type: application/x-www-form-urlencoded';
const basic = `Basic ${Buffer.from('sandbox:sandbox-secret').toString('base64')}`;
const app = 'app_id=22119&app_token=sandbox-app-token-22119';

const sandbox = fileSandbox();

const tokenOf = ({ json }: { json: unknown }) => (json as { access_token: string }).access_token;

describe('podio-dotnet', () => {
  it('sends its own parameters first, parses the rate headers as integers, and deletes with a form', async () => {
    const signedIn = await sendBytes(
      sandbox.port,
      `POST /oauth/token HTTP/1.1
      ${form}
      Accept: application/json
      ${sandbox.host}
      Content-Length: {length}
      Connection: Keep-Alive`,
      `${app}&grant_type=app&client_id=sandbox&client_secret=sandbox-secret`,
    );
    expect(signedIn).toMatchObject({ status: 200, json: { expires_in: 28800, ref: { type: 'app', id: 22119 }, scope: 'global:all' } });
    const authorization = `Authorization: OAuth2 ${tokenOf(signedIn)}`;
    const read = await sendBytes(
      sandbox.port,
      `GET /app/22119/item/12 HTTP/1.1
      Accept: application/json
      ${authorization}
      ${sandbox.host}
      Connection: Keep-Alive`,
    );
    for (const name of ['x-rate-limit-limit', 'x-rate-limit-remaining'])
      expect(String(Number.parseInt(read.headers[name] ?? '', 10))).toBe(read.headers[name]);
    const removed = await sendBytes(
      sandbox.port,
      `DELETE /item/${(read.json as { item_id: number }).item_id} HTTP/1.1
      ${form}
      Accept: application/json
      ${authorization}
      ${sandbox.host}
      Content-Length: {length}`,
      'silent=true',
    );
    expect(removed.status).toBe(204);
  });
});

describe('podio-objc', () => {
  it('sends the client as HTTP Basic, and headers of its own', async () => {
    const own = `Accept-Language: da
      X-Podio-Request-Id: 1a2b3c4d
      X-Time-Zone: Europe/Copenhagen`;
    const signedIn = await sendBytes(
      sandbox.port,
      `POST /oauth/token HTTP/1.1
      ${sandbox.host}
      ${form}; charset=utf-8
      Authorization: ${basic}
      ${own}
      Content-Length: {length}`,
      'grant_type=password&username=ada%40example.com&password=sandbox',
    );
    expect(signedIn).toMatchObject({ status: 200, json: { ref: { type: 'user', id: 1 } } });
    const status = await sendBytes(
      sandbox.port,
      `GET /user/status HTTP/1.1
      ${sandbox.host}
      Authorization: OAuth2 ${tokenOf(signedIn)}
      ${own}`,
    );
    expect(status).toMatchObject({ status: 200, json: { profile: { name: 'Ada Lovelace' } } });
  });
});

describe('GearPlug/podio-python', () => {
  it.each(['22119', 22119])(
    'sends JSON to /oauth/token/v2, the app id %j, and a JSON type without a body on GET and DELETE',
    async (appId) => {
      const body = {
        grant_type: 'app',
        app_id: appId,
        app_token: 'sandbox-app-token-22119',
        client_id: 'sandbox',
        client_secret: 'sandbox-secret',
      };
      const usual = `User-Agent: python-requests/2.31.0
      Accept-Encoding: gzip, deflate
      Accept: */*
      Connection: keep-alive`;
      const signedIn = await sendBytes(
        sandbox.port,
        `POST /oauth/token/v2 HTTP/1.1
      ${sandbox.host}
      ${usual}
      Content-Length: {length}
      Content-Type: application/json`,
        JSON.stringify(body),
      );
      expect(signedIn.status).toBe(200);
      const call = (method: string, path: string) =>
        sendBytes(
          sandbox.port,
          `${method} ${path} HTTP/1.1
        ${sandbox.host}
        ${usual}
        Content-Type: application/json
        Authorization: OAuth2 ${tokenOf(signedIn)}${method === 'DELETE' ? '\nContent-Length: 0' : ''}`,
        );
      const read = await call('GET', `/app/22119/item/${appId === 22119 ? 20 : 21}`);
      expect(read.status).toBe(200);
      expect((await call('DELETE', `/item/${(read.json as { item_id: number }).item_id}`)).status).toBe(204);
    },
  );
});

describe('any client', () => {
  it('may ask with HEAD, and is told the length of what GET would send', async () => {
    const signedIn = await sendBytes(
      sandbox.port,
      `POST /oauth/token?grant_type=app&${app}&client_id=sandbox&client_secret=sandbox-secret HTTP/1.1\n${sandbox.host}\nContent-Length: 0`,
    );
    const ask = (method: string) =>
      sendBytes(sandbox.port, `${method} /app/22119 HTTP/1.1\n${sandbox.host}\nAuthorization: Bearer ${tokenOf(signedIn)}`);
    const [get, head] = [await ask('GET'), await ask('HEAD')];
    expect(head).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
    expect(head.headers['content-length']).toBe(String(get.bytes.length));
  });
});
