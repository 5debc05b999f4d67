import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../contract.ts';
import { ScriptedPodio } from '../proxied-call/testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';
import { RawConnection } from './testing.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 }); // large bodies and real time limits, on a machine that may be busy

const api = '/keyring/app-22119/api';
let upstream: ScriptedPodio;
let server: TestServer;
/** Has little patience: for requests that take their time. */
let hasty: TestServer;
let browser: TestBrowser;
const open: RawConnection[] = [];

beforeAll(async () => {
  upstream = await ScriptedPodio.start();
  server = await startTestServer({ settings: { apiUrl: upstream.url } });
  hasty = await startTestServer({ settings: { apiUrl: upstream.url }, limits: { requestHeadMs: 300, requestBodyMs: 300 } });
  browser = server.browser();
  expect((await browser.signInAsApp(22119)).status).toBe(201);
});
afterEach(() => {
  for (const connection of open.splice(0)) connection.destroy();
  upstream.reset();
});
afterAll(async () => {
  await Promise.all([server.close(), hasty.close()]);
  await upstream.close();
});

function raw(bytes: string, to = server): RawConnection {
  const connection = new RawConnection(to.settings.port).write(bytes);
  open.push(connection);
  return connection;
}

const host = (to = server) => `Host: localhost:${to.settings.port}\r\n`;
const cookie = () => `Cookie: ${browser.cookieHeader(api)}\r\n`;
const problem = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Problem;

describe('a request that is not one', () => {
  it.each([
    ['PX4 for a tunnel', () => `CONNECT 169.254.169.254:80 HTTP/1.1\r\n${host()}\r\n`],
    ['PX12 with a signed length', () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Content-Length: +5\r\n\r\nhello`],
    [
      'PX12 with two lengths that agree',
      () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`,
    ],
    [
      'PX12 with chunks that are not the last coding',
      () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Transfer-Encoding: chunked, identity\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    ],
    [
      'PX12 with a coding of its own',
      () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Transfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    ],
    [
      'PX12 with a coding before the chunks',
      () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    ],
    [
      'PX12 with an empty coding beside a length',
      () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Transfer-Encoding: \r\nContent-Length: 5\r\n\r\nhello`,
    ],
    [
      'PX12 that is chunked twice',
      () =>
        `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    ],
    ['PX12 with a length below zero', () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Content-Length: -1\r\n\r\n`],
    ['PX12 with an empty length', () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Content-Length: \r\n\r\n`],
    ['PX12 with lines that end in a line feed alone', () => `GET ${api}/x HTTP/1.1\nHost: localhost:${server.settings.port}\n\n`],
    ['PX11 with a header that has no name', () => `GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}: a\r\n\r\n`],
    ['PX11 with a header whose name is none', () => `GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}X(A): a\r\n\r\n`],
    ['of a version that does not exist', () => `GET ${api}/x HTTP/1.2\r\n${host()}${cookie()}\r\n`],
    ['PX12 with a space before the colon', () => `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Content-Length : 5\r\n\r\nhello`],
    ['PX11 with a zero byte in a header', () => `GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}X: a\0b\r\n\r\n`],
    ['PX11 with a bare line feed in a header', () => `GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}X: a\rb\r\n\r\n`],
    ['with bytes above ASCII in its address', () => `GET ${api}/x?q=\xc3\xa6 HTTP/1.1\r\n${host()}${cookie()}\r\n`],
    ['of HTTP/2 without having asked', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('%s reaches nobody and ends the connection', async (_what, bytes) => {
    const connection = raw(bytes());
    const answer = await connection.all();
    if (answer !== '') expect([connection.statuses, problem(answer).code]).toEqual([[400], 'bad_request']);
    expect(upstream.calls.filter(({ url }) => url === '/x')).toEqual([]);
  });

  it('PX12 that hides in chunk extensions and trailers is neither passed on nor read as a second one', async () => {
    const seen: string[] = [];
    upstream.answer = (request, response) => {
      request.resume().on('end', () => {
        seen.push(`${request.method} ${request.url} ${JSON.stringify(request.trailers)} ${request.headers['transfer-encoding']}`);
        response.end('ok');
      });
    };
    const hidden = `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Transfer-Encoding: chunked\r\nTrailer: X-Evil\r\n\r\n5;a="\r\n`;
    const answer = await raw(
      `${hidden}hello\r\n0\r\nX-Evil: GET /oauth/token\r\n\r\nGET /healthz HTTP/1.1\r\n${host()}Connection: close\r\n\r\n`,
    ).all();
    if (seen.length > 0) expect(seen).toEqual(['POST /x {} chunked']);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400) /);
  });

  it.each([
    ['PX12 an early end', 'GET /healthz HTTP/1.1\r\nX: '],
    ['a method that is none', `SUMMON / HTTP/1.1\r\n`],
  ])('%s is answered or closed, and the server lives', async (_what, bytes) => {
    await raw(bytes, hasty).all();
    expect((await hasty.browser().get('/healthz')).status).toBe(200);
  });
});

describe('an address that is not one of ours', () => {
  const refused = (line: string) => raw(`${line} HTTP/1.1\r\n${host()}${cookie()}Connection: close\r\n\r\n`).all();

  it.each([
    ['PX4 in absolute form, of this very server', () => `GET http://localhost:${server.settings.port}${api}/x`],
    ['PX4 in absolute form, of another one', () => 'GET http://169.254.169.254/latest/meta-data'],
    ['PX4 of another scheme', () => `GET file://localhost${api}/x`],
    ['PX4 that begins with two slashes', () => `GET //evil.example${api}/x`],
    ['PX4 of the server as a whole', () => 'OPTIONS *'],
    ...['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '.;', '..;a=b', '%2e%2e%3b', '..%00', '%2e%2e%09', '.'].map(
      (dots): [string, () => string] => [`PX1 with a dot segment spelled ${dots}`, () => `GET ${api}/item/${dots}/x`],
    ),
    ...['\\', '%5c', '%2f', '%252f', '%255C'].map((slash): [string, () => string] => [
      `PX1 with a dot segment behind ${slash}`,
      () => `GET ${api}/item${slash}..${slash}x`,
    ]),
    ['with an id longer than any', () => `GET /keyring/${'a'.repeat(200)}/api/x`],
    ['with an id that is no text', () => 'GET /keyring/%zz/api/x'],
  ])('%s is 400 and reaches nobody', async (_what, line) => {
    const answer = await refused(line());
    expect([answer.slice(9, 12), problem(answer).code]).toEqual(['400', 'bad_request']);
    expect(upstream.calls.filter(({ url }) => url?.endsWith('/x'))).toEqual([]);
  });

  it.each([
    '/keyring/app-22119',
    '/keyring/app-22119//api/x',
    '/KEYRING/app-22119/api/x',
    '/keyring/app-22119/API/x',
    '/keyring/app-22119;/api/x',
  ])('PX2 %s is no call to Podio', async (path) => {
    await refused(`PUT ${path}`);
    expect(upstream.calls.filter(({ url }) => url?.endsWith('/x'))).toEqual([]);
  });

  it.each(['TRACE', 'QUERY', 'PROPFIND', 'PURGE', 'SEARCH'])(
    'PX3 the method %s does not go up: an answer could show what went',
    async (method) => {
      const answer = await refused(`${method} ${api}/x`);
      expect(problem(answer).code).toBe('not_found');
      expect(upstream.calls.filter(({ url }) => url === '/x')).toEqual([]);
    },
  );

  it('L10 two hosts in one request are refused, whichever comes first', async () => {
    for (const [first, second] of [
      [host(), 'Host: evil.example\r\n'],
      ['Host: evil.example\r\n', host()],
    ]) {
      const answer = await raw(`GET /keyring HTTP/1.1\r\n${first}${second}Connection: close\r\n\r\n`).all();
      expect([answer.slice(9, 12), problem(answer).code]).toEqual(['400', 'bad_request']);
    }
  });

  it('CS2 a Fetch Metadata that does not exist, or comes twice, is another site’s', async () => {
    for (const lines of [
      'Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n',
      'Sec-Fetch-Site: CROSS-SITE\r\n',
      'Sec-Fetch-Site: \r\n',
    ]) {
      const answer = await raw(`DELETE /keyring HTTP/1.1\r\n${host()}${cookie()}${lines}Connection: close\r\n\r\n`).all();
      expect([answer.slice(9, 12), problem(answer).code]).toEqual(['403', 'cross_site']);
    }
    expect((await browser.get('/keyring')).text).toContain('app-22119');
  });
});

describe('a connection that goes wrong behind a request', () => {
  it('PX12 is not answered before that request is, nor in the middle of its answer', async () => {
    let end: () => unknown = () => undefined;
    upstream.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('begun');
      end = () => response.end('-over');
    };
    const connection = raw(`GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}\r\n`);
    await connection.until(/begun$/);
    const broken = once(server.app.server, 'clientError');
    connection.write('GARBAGE\r\n\r\n');
    await broken;
    end();
    const answer = await connection.all();
    expect(connection.statuses).toEqual([200]);
    expect(answer).toMatch(/begun-over$/);
  });

  it('PX12 a request that came with it is answered, and the connection closed', async () => {
    const connection = raw(`GET /healthz HTTP/1.1\r\n${host()}\r\nGARBAGE\r\n\r\n`);
    expect(await connection.all()).toMatch(/\{"status":"ok"\}$/);
    expect(connection.statuses).toEqual([200]);
  });

  it('PX12 is cut where an answer has begun before its own body came whole', async () => {
    upstream.answer = (_request, response) => void response.writeHead(200).write('begun');
    const connection = raw(`POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n`);
    await connection.until(/begun/);
    connection.write('GARBAGE\r\n\r\n');
    expect(await connection.all()).not.toMatch(/HTTP\/1\.1 400|\r\n0\r\n\r\n$/);
  });

  it.each([
    ['a call that was refused', 'POST /keyring/app-1/api/item'],
    ['a call that Podio answered early', `POST ${api}/x`],
    ['a route of ours', 'GET /healthz'],
  ])('PX17 nothing waits for the rest of a body whose client has its answer and has left: %s', async (_what, line) => {
    upstream.answer = (_request, response) => response.end('early');
    const [request] = (
      await Promise.all([
        once(server.app.server, 'request'),
        raw(`${line} HTTP/1.1\r\n${host()}${cookie()}Content-Length: 1000\r\n\r\nhalf`)
          .until(/unknown_authentication|early|status/)
          .then(() => open.at(-1)?.destroy()),
      ])
    )[0] as [IncomingMessage];
    if (!request.closed) await once(request, 'close');
    expect(request.complete).toBe(false);
  });

  it('PX17 a client that closes its half in the middle of a body leaves no call behind', async () => {
    const gone = new Promise<void>((resolve) => {
      upstream.answer = (request) => void request.resume().on('close', resolve);
    });
    const connection = raw(`POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Content-Length: 10\r\n\r\nhalf`);
    while (!upstream.calls.some(({ url }) => url === '/x')) await new Promise((resolve) => setImmediate(resolve));
    connection.socket.end();
    await Promise.all([gone, connection.closed]);
  });
});

describe('a request that takes its time', () => {
  it('DS1 for its head is answered 408, as a problem, and closed', async () => {
    const connection = raw('GET /healthz HTTP/1.1\r\n', hasty);
    const answer = await connection.all();
    expect([connection.statuses, problem(answer).code]).toEqual([[408], 'bad_request']);
  });

  it('DS1 a connection that never says a word is closed too', async () => {
    await raw('', hasty).all();
  });

  it.each([
    ['a route of ours', 'POST /auth/app', 'application/json'],
    ['an unknown address', 'POST /nowhere', 'application/json'],
    ['a method that a route lacks', 'POST /healthz', 'application/json'],
    ['an answer that needs no body', 'GET /healthz', 'text/plain'],
    ['a type that is refused', 'POST /auth/app', 'text/plain'],
  ])('DS2 for its body is cut: %s', async (_what, line, type) => {
    const connection = raw(`${line} HTTP/1.1\r\n${host(hasty)}Content-Type: ${type}\r\nContent-Length: 100000\r\n\r\n{`, hasty);
    const drip = setInterval(() => connection.write(' '), 20);
    await connection.closed;
    clearInterval(drip);
  });

  it('DS2 a refused upload is read for a while, so that its answer arrives, and not for ever', async () => {
    const connection = raw(`POST /keyring/app-1/api/item HTTP/1.1\r\n${host(hasty)}Transfer-Encoding: chunked\r\n\r\n`, hasty);
    const drip = setInterval(() => connection.write('1\r\nx\r\n'), 20);
    await connection.until(/unknown_authentication/);
    await connection.closed;
    clearInterval(drip);
  });
});

describe('unusual requests', () => {
  it('of HTTP/1.0 are served and closed, without chunks', async () => {
    upstream.answer = (_request, response) => {
      response.write('streamed ');
      response.end('answer');
    };
    const answer = await raw(`GET ${api}/x HTTP/1.0\r\n${host()}${cookie()}\r\n`).all();
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.toLowerCase()).not.toContain('transfer-encoding');
    expect(answer).toMatch(/\r\n\r\nstreamed answer$/);
  });

  it('that come pipelined are answered in order, each with its own answer', async () => {
    upstream.answer = (request, response) => {
      if (request.url === '/slow') setTimeout(() => response.end('[slow]'), 60);
      else response.end('[fast]');
    };
    const get = (path: string, more = '') => `GET ${api}${path} HTTP/1.1\r\n${host()}${cookie()}${more}\r\n`;
    const answer = await raw(`${get('/slow')}${get('/fast')}${get('/slow', 'Connection: close\r\n')}`).all();
    expect(answer.match(/\[\w+\]/g)).toEqual(['[slow]', '[fast]', '[slow]']);
  });

  it('that wait for 100 Continue get it and then their answer; Podio is not asked to wait', async () => {
    upstream.answer = (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => response.end(`${request.headers.expect}|${Buffer.concat(parts)}`));
    };
    const connection = raw(
      `POST ${api}/x HTTP/1.1\r\n${host()}${cookie()}Expect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n`,
    );
    await connection.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
    connection.write('hello');
    expect(await connection.all()).toMatch(/undefined\|hello/);
  });

  it('with an expectation that nobody knows are served, or refused with a problem', async () => {
    const answer = await raw(`GET /healthz HTTP/1.1\r\n${host()}Expect: miracles\r\nConnection: close\r\n\r\n`).all();
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('with 10 KB of path or query reach Podio whole', async () => {
    upstream.answer = (request, response) => response.end(String(request.url?.length));
    const long = 'x'.repeat(10_000);
    expect((await browser.get(`${api}/${long}`)).text).toBe('10001');
    expect((await browser.get(`${api}/x?${long}`)).text).toBe('10003');
  });

  it('a GET with a body takes it along, in chunks or with a length', async () => {
    upstream.answer = (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => response.end(`[${Buffer.concat(parts)}]`));
    };
    for (const body of ['Content-Length: 5\r\n\r\nhello', 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n'])
      expect(await raw(`GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}Connection: close\r\n${body}`).all()).toContain('[hello]');
  });

  it('CS6 a HEAD passes no gate that a GET does not', async () => {
    const head = await browser.send('HEAD', '/keyring', undefined, { 'sec-fetch-site': 'cross-site' });
    expect(head.status).toBe(403);
    const call = await browser.send('HEAD', `${api}/x`, undefined, { 'sec-fetch-site': 'cross-site' });
    expect(call.status).toBe(403);
    expect(upstream.calls.filter(({ url }) => url === '/x')).toEqual([]);
  });

  it('CS6 a method in a header or a parameter is no method', async () => {
    const answer = await browser.post('/keyring?_method=DELETE', {}, { 'x-http-method-override': 'DELETE' });
    expect(answer.status).toBe(404);
    expect((await browser.get('/keyring')).text).toContain('app-22119');
  });

  it('CS7 a handshake for a web socket is a request like any other', async () => {
    const handshake = `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n`;
    const evil = raw(`GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}${handshake}Sec-Fetch-Site: cross-site\r\n\r\n`);
    expect(await evil.until(/\}$/)).toMatch(/^HTTP\/1\.1 403 /);
    upstream.answer = (request, response) => response.end(`[${request.headers.upgrade}]`);
    const ours = raw(`GET ${api}/x HTTP/1.1\r\n${host()}${cookie()}${handshake}\r\n`);
    expect(await ours.until(/\]/)).toMatch(/^HTTP\/1\.1 200 /);
    expect(ours.received).toContain('[undefined]');
  });
});
