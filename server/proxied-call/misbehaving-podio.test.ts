import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../contract.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';
import { ScriptedPodio } from './testing.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 }); // large bodies and real time limits, on a machine that may be busy

const api = '/keyring/app-22119/api';
let podio: ScriptedPodio;
let server: TestServer;
let browser: TestBrowser;
/** In front of the scripted Podio, and for calls its own: it answers with bytes as they stand here. */
let wire: Server;
let bytes: (socket: Socket) => void = () => undefined;
let calls = 0;

beforeAll(async () => {
  podio = await ScriptedPodio.start();
  const behind = Number(new URL(podio.url).port);
  wire = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', async (head: Buffer) => {
      if (/^POST \/oauth\/token|^GET \/app\/22119 /.test(head.toString('latin1'))) await relay(behind, socket, head);
      else {
        calls++;
        bytes(socket);
      }
    });
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  server = await startTestServer({
    settings: { apiUrl: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`, logLevel: 'trace' },
    limits: { podioHeadersMs: 1500, podioBodyMs: 400 },
  });
  browser = server.browser();
  expect((await browser.signInAsApp(22119)).status).toBe(201);
});
afterEach(() => {
  calls = 0;
  podio.reset();
});
afterAll(async () => {
  await server.close();
  await podio.close();
  await new Promise((resolve) => wire.close(resolve));
});

/** Sends one request on, and its answer back. */
async function relay(port: number, socket: Socket, head: Buffer): Promise<void> {
  const text = head.toString('latin1');
  const [, method = '', path = ''] = /^(\w+) (\S+)/.exec(text) ?? [];
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body }) });
  const json = await answer.text();
  socket.end(
    `HTTP/1.1 ${answer.status} OK\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\nConnection: close\r\n\r\n${json}`,
  );
}

const says = (text: string, end = true) => {
  bytes = (socket) => (end ? socket.end(text, 'latin1') : socket.write(text, 'latin1'));
};

describe('an answer that is none', () => {
  it.each([
    ['no HTTP', 'canary-secret\r\n\r\n'],
    ['a status of two digits', 'HTTP/1.1 42 canary-secret\r\n\r\n'],
    ['a status below 100', 'HTTP/1.1 099 canary-secret\r\nContent-Length: 0\r\n\r\n'],
    ['a header with a control character', 'HTTP/1.1 200 OK\r\nX-Podio-A: canary-secret\x01\r\nContent-Length: 0\r\n\r\n'],
    ['a header without a name', 'HTTP/1.1 200 OK\r\n: canary-secret\r\nContent-Length: 0\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\nX-Podio-A: canary-secret\r\n\r\nab'],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: canary-secret\r\nConnection: Upgrade\r\n\r\n'],
    ['40 KB of headers', `HTTP/1.1 200 OK\r\nX-Podio-A: ${'canary-secret'.repeat(3000)}\r\nContent-Length: 0\r\n\r\n`],
    ['an end before its head is over', 'HTTP/1.1 200 OK\r\nX-Podio-A: canary-secret'],
  ])('PX18 is 502 podio_unreachable, and no byte of it is in the log: %s', async (_what, text) => {
    says(text);
    const answer = await browser.post(`${api}/x`, {});
    expect([answer.status, answer.json<Problem>().code]).toEqual([502, 'podio_unreachable']);
    expect(calls).toBe(1);
    expect(server.log()).not.toContain('canary-secret');
  });

  it.each([
    ['a chunk of no length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\ncanary-secret\r\n'],
    ['less than was announced', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello'],
    ['no last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'],
  ])('PX18 in the middle breaks the answer off: %s', async (_what, text) => {
    says(text);
    await expect(browser.get(`${api}/x`)).rejects.toThrow();
    expect(server.log()).not.toContain('canary-secret');
  });

  it('PX18 more than was announced is not taken for the next answer', async () => {
    says('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil', false);
    expect((await browser.get(`${api}/x`)).text).toBe('ok');
    says('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmine', false);
    expect((await browser.get(`${api}/x`)).text).toBe('mine');
  });
});

describe('an answer that is odd', () => {
  it.each([
    ['header bytes above ASCII', 'HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename="\xe6.txt"\r\nContent-Length: 2\r\n\r\nok'],
    ['a status that nobody knows', 'HTTP/1.1 299 Fine\r\nContent-Length: 2\r\n\r\nok'],
    ['trailers', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: Set-Cookie\r\n\r\n2\r\nok\r\n0\r\nSet-Cookie: a=b\r\n\r\n'],
    ['a body that ends with its connection', 'HTTP/1.0 200 OK\r\n\r\nok'],
    [
      'many interim answers',
      `${'HTTP/1.1 103 Early Hints\r\nSet-Cookie: a=b\r\n\r\n'.repeat(20)}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`,
    ],
  ])('comes down: %s', async (_what, text) => {
    says(text);
    const answer = await browser.get(`${api}/x`);
    expect([Math.floor(answer.status / 100), answer.text, answer.setCookies, answer.headers.trailer]).toEqual([2, 'ok', [], undefined]);
  });

  it('BR16 a file name that would end its header does not', async () => {
    says('HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename="a\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\nok');
    const answer = await browser.get(`${api}/x`);
    expect([answer.setCookies, answer.headers['set-cookie']]).toEqual([[], undefined]);
  });

  it.each([
    ['204', 'HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n'],
    ['304', 'HTTP/1.1 304 Not Modified\r\nContent-Encoding: gzip\r\nETag: "1"\r\n\r\n'],
    ['200', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n'],
    ['404', 'HTTP/1.1 404 Not Found\r\nContent-Encoding: br\r\nContent-Length: 0\r\n\r\n'],
  ])('an empty body that calls itself compressed is an empty body: %s', async (status, text) => {
    says(text);
    const answer = await browser.get(`${api}/app/1`);
    expect([String(answer.status), answer.text]).toEqual([status, '']);
  });

  it('an app token does not slip through a coding that is named on two lines', async () => {
    const body = gzipSync('{"token":"canary-secret"}').toString('latin1');
    says(`HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    const answer = await browser.get(`${api}/app/1`);
    expect([answer.status, answer.json<Problem>().code]).toEqual([502, 'podio_error']);
  });
});
