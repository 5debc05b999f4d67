import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDirectAnswers } from './direct-answers.ts';
import { RawConnection } from './http/testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from './testing.ts';

const page = { accept: 'text/html' };
const api = '/keyring/app-22119/api';

let webRoot: string;
let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'podio-keyring-direct-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Podio Keyring</title>');
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js'), 'console.log(1)');
  server = await startTestServer({ webRoot, settings: { metrics: true } });
  browser = server.browser();
  expect((await browser.signInAsApp(22119)).status).toBe(201);
});
afterAll(async () => {
  await server.close();
  rmSync(webRoot, { recursive: true });
});

/** What a client gets, without what differs from answer to answer. */
const comparable = (status: number, headers: NodeJS.Dict<unknown>, text: string) => {
  const { date, connection, 'keep-alive': keepAlive, 'x-podio-request-id': id, 'x-rate-limit-remaining': left, ...rest } = headers;
  return { status, headers: rest, text: text.replace(/"requestId":"[^"]*"/, '"requestId":"…"') };
};

describe('what is answered before the framework', () => {
  it.each<[what: string, method: string, path: string, headers: Record<string, string>]>([
    ['the page', 'GET', '/', page],
    ['the page of an authentication', 'GET', '/as/app-22119?view=1', page],
    ['a script, whole', 'GET', '/assets/main-abc123.js', {}],
    ['a call', 'GET', `${api}/item/2211901?fields=items`, {}],
    ['a call for headers alone', 'HEAD', `${api}/item/2211901`, {}],
    ['a call that has app tokens removed', 'GET', `${api}/app/22119`, {}],
    ['a call that finds nothing', 'GET', `${api}/item/9`, {}],
    ['a call that is refused', 'GET', `${api}/oauth/token`, {}],
    ['a call as nobody', 'GET', '/keyring/app-1/api/item/1', {}],
    ['a call for a script', 'GET', `${api}/item/1`, { 'sec-fetch-dest': 'script' }],
  ])('is what the framework answers: %s', async (_what, method, path, headers) => {
    const direct = await browser.send(method, path, undefined, headers);
    const asked = {
      host: new URL(server.url).host,
      origin: server.url,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
      cookie: browser.cookieHeader(path),
      ...headers,
    };
    const framework = await server.app.inject({ method: method as 'GET', url: path, headers: asked });
    expect(comparable(direct.status, direct.headers, direct.text)).toEqual(
      comparable(framework.statusCode, framework.headers, framework.body),
    );
  });

  it('LG6 is counted as the framework counts it', async () => {
    const count = async (route: string) => {
      const { text } = await browser.get('/metrics', { host: '127.0.0.1' });
      return Number(text.match(new RegExp(`podio_keyring_request_duration_seconds_count\\{route="${route}"\\} (\\d+)`))?.[1] ?? 0);
    };
    for (const [route, path] of [
      ['/keyring/:id/api/\\*', `${api}/item/2211901`],
      ['other', '/assets/main-abc123.js'],
    ] as const) {
      const before = await count(route);
      await browser.get(path);
      expect(await count(route)).toBe(before + 1);
    }
  });
});

describe('what is taken', () => {
  /** Answers 418 to what is left to the framework. */
  async function startDirect(): Promise<{ port: number; host: string; close: () => Promise<void> }> {
    const plain = createServer((request, response) => {
      if (!answer(request, response)) response.writeHead(418, { connection: 'close' }).end();
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const host = `localhost:${port}`;
    const file = { headers: ['content-length', '4'], body: Buffer.from('file') };
    const answer = createDirectAnswers({
      publicUrl: `http://${host}`,
      page: {
        find: () => undefined,
        findPlain: () => ({ etag: '"1"', plain: file, br: undefined, gzip: undefined, unchangedHeaders: [] }),
      },
      calls: undefined as never, // no call comes so far here
      trustProxy: false,
      newRequestId: () => 'id',
      log: server.app.log,
      metrics: undefined,
    });
    return { port, host, close: async () => void plain.close() };
  }

  it.each<[what: string, head: (host: string) => string, status: number]>([
    ['a file', (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\n`, 200],
    ['not of another host', () => 'GET / HTTP/1.1\r\nHost: evil.example\r\n', 418],
    ['not of two hosts', (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n`, 418],
    ['not with a body', (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\n`, 418],
    ['no call of another host', () => `GET ${api}/item/1 HTTP/1.1\r\nHost: evil.example\r\n`, 418],
    ['no call of two hosts', (host) => `GET ${api}/item/1 HTTP/1.1\r\nHost: ${host}\r\nHost: ${host}\r\n`, 418],
    ['no call of another site', (host) => `GET ${api}/item/1 HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Site: cross-site\r\n`, 418],
    ['no call of another origin', (host) => `POST ${api}/item/1 HTTP/1.1\r\nHost: ${host}\r\nOrigin: https://evil.example\r\n`, 418],
    ['no call in an odd coding', (host) => `POST ${api}/item/1 HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: gzip, chunked\r\n`, 418],
    ['no preflight', (host) => `OPTIONS ${api}/item/1 HTTP/1.1\r\nHost: ${host}\r\n`, 418],
    ['no method that is not passed on', (host) => `PROPFIND ${api}/item/1 HTTP/1.1\r\nHost: ${host}\r\n`, 418],
  ])('%s', async (_what, head, status) => {
    const direct = await startDirect();
    const connection = new RawConnection(direct.port).write(`${head(direct.host)}\r\n`);
    await connection.until(/\r\n\r\n/);
    expect(connection.statuses).toEqual([status]);
    connection.destroy();
    await direct.close();
  });
});
