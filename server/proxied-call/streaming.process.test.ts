import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { RawConnection } from '../http/testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';
import { ScriptedPodio } from './testing.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 }); // large bodies and real time limits, on a machine that may be busy

const api = '/keyring/app-22119/api';
const MiB = 1024 * 1024;
const part = Buffer.alloc(64 * 1024, 'x');
let upstream: ScriptedPodio;
let server: TestServer;
let browser: TestBrowser;
/** Has little patience: for what stalls. */
let hasty: TestServer;
let hastyBrowser: TestBrowser;

beforeAll(async () => {
  upstream = await ScriptedPodio.start();
  server = await startTestServer({ settings: { apiUrl: upstream.url } });
  hasty = await startTestServer({ settings: { apiUrl: upstream.url }, limits: { podioBodyMs: 600 } });
  browser = server.browser();
  hastyBrowser = hasty.browser();
  for (const one of [browser, hastyBrowser]) expect((await one.signInAsApp(22119)).status).toBe(201);
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await Promise.all([server.close(), hasty.close()]);
  await upstream.close();
});

/** A request over a bare connection, to the hasty one where that is said. */
function open(line: string, more = '', to = server): RawConnection {
  const cookie = (to === hasty ? hastyBrowser : browser).cookieHeader(api);
  return new RawConnection(to.settings.port).write(
    `${line} HTTP/1.1\r\nHost: localhost:${to.settings.port}\r\nCookie: ${cookie}\r\n${more}\r\n`,
  );
}

/** Sends a body of so many bytes as fast as it is taken, and gives Podio's answer. */
function upload(bytes: number, sent: (bytes: number) => void = () => undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      port: server.settings.port,
      host: '127.0.0.1',
      agent: false,
      method: 'POST',
      path: `${api}/file`,
      headers: { host: `localhost:${server.settings.port}`, cookie: browser.cookieHeader(api), 'content-type': 'application/octet-stream' },
    });
    outgoing.on('response', resolve).on('error', reject);
    let done = 0;
    const more = () => {
      while (done < bytes) {
        done += part.length;
        sent(done);
        if (!outgoing.write(part)) return void outgoing.once('drain', more);
      }
      outgoing.end();
    };
    more();
  });
}

describe('a large body', () => {
  it('PX16 goes up and comes down whole, in memory that does not grow with it', async () => {
    const size = 160 * MiB;
    upstream.answer = (request, response) => {
      let seen = 0;
      request.on('data', (chunk: Buffer) => {
        seen += chunk.length;
      });
      request.on('end', () => {
        response.writeHead(200, { 'content-length': String(size), 'x-podio-seen': String(seen) });
        let done = 0;
        const more = () => {
          while (done < size) {
            done += part.length;
            if (!response.write(part)) return void response.once('drain', more);
          }
          response.end();
        };
        more();
      });
    };
    const before = bytesHeld();
    let highest = 0;
    const look = (bytes: number) => {
      if (bytes % (16 * MiB) < part.length) highest = Math.max(highest, bytesHeld());
    };
    const answer = await upload(size, look);
    let received = 0;
    for await (const chunk of answer) {
      received += (chunk as Buffer).length;
      look(received);
    }
    expect([answer.statusCode, Number(answer.headers['x-podio-seen']), received]).toEqual([200, size, size]);
    // Half of it: three parties share this process, and what they dropped is collected when it suits the collector.
    expect(highest - before).toBeLessThan(80 * MiB);
  });

  it('PX16 waits for a Podio that reads slowly', async () => {
    let sent = 0;
    let go: () => unknown = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      upstream.answer = (request, response) => {
        go = () => void request.resume().on('end', () => response.end('done'));
        resolve();
      };
    });
    const answer = upload(64 * MiB, (bytes) => {
      sent = bytes;
    });
    await arrived;
    await quiet(() => sent);
    expect(sent).toBeLessThan(48 * MiB);
    go();
    expect((await answer).resume().statusCode).toBe(200);
  });

  it('DS3 waits for a client that reads slowly, and gives one up that does not read at all', async () => {
    let written = 0;
    const closed = new Promise<void>((resolve) => {
      upstream.answer = (_request, response) => {
        response.on('close', resolve);
        const more = () => {
          while (!response.destroyed) {
            written += part.length;
            if (!response.write(part)) return void response.once('drain', more);
          }
        };
        more();
      };
    });
    const client = open(`GET ${api}/file`, '', hasty);
    await client.until(/^HTTP\/1\.1 200 /);
    client.socket.pause();
    await quiet(() => written);
    expect(written).toBeLessThan(48 * MiB);
    client.socket.resume();
    const before = written;
    while (written < before + 8 * MiB) await new Promise((resolve) => client.socket.once('data', resolve));
    client.socket.pause();
    await closed;
    client.destroy();
  });

  it('DS3 that is decompressed on its way waits for the client just so, and gives it up', async () => {
    const bomb = gzipSync(Buffer.alloc(128 * MiB, ' '), { level: 1 });
    const before = bytesHeld();
    upstream.answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    };
    const cut = new Promise((resolve) => hasty.app.server.once('connection', (socket) => socket.once('close', resolve)));
    const client = open(`GET ${api}/app/22119`, '', hasty);
    await client.until(/^HTTP\/1\.1 200 /);
    client.socket.pause();
    await cut;
    expect(bytesHeld() - before).toBeLessThan(48 * MiB);
    client.destroy();
  });

  it('DS2 of a client that stops in the middle is cut, and Podio’s connection with it', async () => {
    const gone = new Promise<void>((resolve) => {
      upstream.answer = (request) => void request.resume().on('close', resolve);
    });
    const client = open(`POST ${api}/file`, 'Content-Length: 1000\r\n', hasty).write('begun');
    await Promise.all([client.closed, gone]);
    expect(client.received).toBe('');
  });

  it('DS2 of a client that keeps sending may take longer than any limit', async () => {
    upstream.answer = (request, response) => {
      request.resume().on('end', () => response.end('[whole]'));
    };
    const client = open(`POST ${api}/file`, 'Transfer-Encoding: chunked\r\nConnection: close\r\n', hasty);
    const began = Date.now();
    await new Promise<void>((resolve) => {
      const drip = setInterval(() => {
        client.write('1\r\nx\r\n');
        if (Date.now() - began < 1000) return;
        clearInterval(drip);
        resolve();
      }, 50);
    });
    expect(await client.write('0\r\n\r\n').all()).toContain('[whole]');
  });

  it('PX15 that Podio refuses early gets its answer, and the rest is not sent up', async () => {
    let seen = 0;
    upstream.answer = (request, response) => {
      request.on('data', (chunk: Buffer) => {
        seen += chunk.length;
        if (!response.headersSent) response.writeHead(413, { 'content-type': 'application/json' }).end('{"error":"too_large"}');
      });
    };
    const answer = await upload(32 * MiB);
    expect(answer.statusCode).toBe(413);
    let text = '';
    for await (const chunk of answer) text += chunk;
    expect(text).toBe('{"error":"too_large"}');
    expect(seen).toBeLessThan(32 * MiB);
  });
});

describe('a client that leaves', () => {
  it('PX17 a thousand times leaves nothing behind: no connection, no turn, no listener', async () => {
    let arrived = 0;
    let closed = 0;
    upstream.answer = (_request, response) => {
      arrived++;
      response.on('close', () => closed++);
      response.writeHead(200).write('begun');
    };
    for (let round = 0; round < 20; round++) {
      const clients = Array.from({ length: 50 }, (_, index) =>
        index % 2 ? open(`GET ${api}/x`) : open(`POST ${api}/x`, 'Content-Length: 9\r\n').write('half'),
      );
      await Promise.race([
        Promise.all(clients.slice(0, 25).map((client) => client.until(/begun/))),
        Promise.all(clients.map((c) => c.closed)),
      ]);
      for (const client of clients) client.destroy();
      await Promise.all(clients.map((client) => client.closed));
    }
    while (closed < arrived) await new Promise((resolve) => setImmediate(resolve));
    upstream.answer = (_request, response) => response.end('fine');
    const answers = await Promise.all(Array.from({ length: 40 }, () => browser.get(`${api}/x`)));
    expect(answers.filter(({ text }) => text !== 'fine')).toEqual([]);
    expect(server.app.server.listenerCount('request')).toBe(1);
    const connections = await new Promise((resolve) => server.app.server.getConnections((_error, count) => resolve(count)));
    expect(connections).toBeLessThan(10);
  });
});

/** Bytes of buffers that somebody still holds. */
function bytesHeld(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

/** Until a number has stopped growing. */
async function quiet(value: () => number): Promise<void> {
  for (let before = -1; before !== value(); ) {
    before = value();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
