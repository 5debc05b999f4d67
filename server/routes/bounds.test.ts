import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../contract.ts';
import { RawConnection } from '../http/testing.ts';
import { ScriptedPodio } from '../proxied-call/testing.ts';
import { startTestServer, type TestBrowser, type TestServer, type TestServerOptions } from '../testing.ts';

vi.setConfig({ testTimeout: 30_000 }); // many calls at once, on a machine that may be busy

let podio: ScriptedPodio;
const servers: TestServer[] = [];
beforeAll(async () => {
  podio = await ScriptedPodio.start();
});
afterEach(async () => {
  podio.reset();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => podio.close());

const api = '/keyring/app-22119/api';
const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;

async function start(options: TestServerOptions): Promise<TestServer> {
  const server = await startTestServer(options);
  servers.push(server);
  return server;
}

async function signedIn(server: TestServer): Promise<TestBrowser> {
  const browser = server.browser();
  expect((await browser.signInAsApp(22119)).status).toBe(201);
  return browser;
}

/** Podio answers `/now` at once and holds everything else back until told. */
function holdBack() {
  const held: (() => void)[] = [];
  const state = { most: 0, seen: 0, release: (): unknown => undefined, reached: (_count: number) => Promise.resolve() };
  let look: () => unknown = () => undefined;
  let open = false;
  podio.answer = (request, response) => {
    if (request.url === '/now' || open) return void response.end('ok');
    state.seen++;
    held.push(() => response.end('ok'));
    state.most = Math.max(state.most, held.length);
    look();
  };
  state.reached = (count) =>
    new Promise((resolve) => {
      look = () => held.length >= count && resolve();
      look();
    });
  state.release = () => {
    open = true;
    for (const answer of held.splice(0)) answer();
  };
  return state;
}

describe('calls at the same moment', () => {
  it('DS10 of one browser take turns, all are answered, and another browser does not notice', async () => {
    const server = await start({ settings: { apiUrl: podio.url }, limits: { callsPerKeyring: 4 } });
    const [greedy, other] = [await signedIn(server), await signedIn(server)];
    const held = holdBack();
    const calls = Array.from({ length: 30 }, () => greedy.get(`${api}/slow`));
    await held.reached(4);
    expect((await other.get(`${api}/now`)).status).toBe(200);
    expect(held.most).toBe(4);
    held.release();
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(30).fill(200));
  });

  it('MA8 as an authentication whose Podio is slow do not hold up those of the others', async () => {
    const server = await start({ settings: { apiUrl: podio.url } });
    const browser = await signedIn(server);
    expect((await browser.signInAsApp(22118)).status).toBe(201);
    const held = holdBack();
    const slow = Array.from({ length: 20 }, () => browser.get('/keyring/app-22118/api/slow'));
    await held.reached(20);
    const others = await Promise.all(Array.from({ length: 50 }, () => browser.get(`${api}/now`)));
    expect(others.map(({ status }) => status)).toEqual(Array(50).fill(200));
    held.release();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(Array(20).fill(200));
  });

  it('DS10 that wait too long are told so, and are never made', async () => {
    const server = await start({ settings: { apiUrl: podio.url }, limits: { callsPerKeyring: 2, podioHeadersMs: 300 } });
    const browser = await signedIn(server);
    const held = holdBack();
    const answers = await Promise.all(Array.from({ length: 6 }, () => browser.get(`${api}/slow`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(504));
    expect(answers.map(code)).toEqual(Array(6).fill('podio_timeout'));
    expect(held.seen).toBeLessThan(6);
    expect(server.log()).toContain('"event":"limit_hit","limit":"calls"');
    held.release();
    expect((await browser.get(`${api}/now`)).status).toBe(200);
  });

  it('DS10 whose client leaves while it waits is never made', async () => {
    const server = await start({ settings: { apiUrl: podio.url }, limits: { callsPerKeyring: 1 } });
    const browser = await signedIn(server);
    const held = holdBack();
    const first = browser.get(`${api}/slow`);
    await held.reached(1);
    const leaver = new RawConnection(server.settings.port).write(
      `GET ${api}/left HTTP/1.1\r\nHost: localhost:${server.settings.port}\r\nCookie: ${browser.cookieHeader(api)}\r\n\r\n`,
    );
    const waiting = browser.get(`${api}/now`);
    leaver.destroy();
    await leaver.closed;
    held.release();
    await Promise.all([first, waiting]);
    expect(podio.calls.map(({ url }) => url)).not.toContain('/left');
  });

  it('RF19 of many authentications that end together ask Podio for new tokens a few at a time', async () => {
    let time = Date.now();
    const server = await start({ settings: { apiUrl: podio.url }, limits: { refreshesAtOnce: 3 }, now: () => time });
    const browser = server.browser();
    const ids = Array.from({ length: 12 }, (_, index) => 22120 + index);
    for (const id of ids) expect((await browser.signInAsApp(id)).status).toBe(201);
    time += 8 * 3600 * 1000;
    let running = 0;
    let most = 0;
    podio.beforeGrant = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running--;
    };
    const answers = await Promise.all(ids.map((id) => browser.get(`/keyring/app-${id}/api/x`)));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(most).toBeLessThanOrEqual(3);
  });
});

describe('refused sign-ins', () => {
  it('L13 made at the same moment count as well: ten reach Podio, and right ones are not held up for good', async () => {
    const server = await start({});
    const browser = server.browser();
    const right = await Promise.all(Array.from({ length: 25 }, (_, index) => server.browser().signInAsApp(22120 + index)));
    expect(right.map(({ status }) => status)).toEqual(Array(25).fill(201));
    const wrong = await Promise.all(Array.from({ length: 40 }, () => browser.post('/auth/app', { appId: 22119, appToken: 'wrong' })));
    expect(wrong.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(wrong.filter(({ status }) => status === 429)).toHaveLength(30);
    expect((await server.tokenRequests()).errors).toBe(10);
  });

  it.each([
    ['DS11 from an address that the client claims count under the true one', false, (attempt: number) => `10.1.1.${attempt}`],
    [
      'DS11 from behind a proxy count under the address that the proxy saw',
      ['127.0.0.1'],
      (attempt: number) => `10.1.1.${attempt}, 192.0.2.1`,
    ],
    ['DS11 from a whole /64 of IPv6 count as from one address', ['127.0.0.1'], (attempt: number) => `2001:db8:0:1::${attempt}`],
    ['L13 for one app count from wherever they come', ['127.0.0.1'], (attempt: number) => `192.0.2.${attempt}`, 22119],
  ] as const)('%s', async (_what, trustProxy, forwarded, appId?: number) => {
    const server = await start({ settings: { trustProxy: trustProxy && [...trustProxy] }, limits: { refusedSignInsPerMinute: 3 } });
    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt++) {
      const credentials = { appId: appId ?? 22119 + attempt, appToken: 'wrong' };
      statuses.push((await server.browser().post('/auth/app', credentials, { 'x-forwarded-for': forwarded(attempt) })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await server.tokenRequests()).errors).toBe(3);
  });
});

describe('what Podio grants', () => {
  it('CB14 tokens that fit in no cookie fail that refresh with a clear error, and nothing else', async () => {
    let time = Date.now();
    const server = await start({ settings: { apiUrl: podio.url }, now: () => time });
    const browser = await signedIn(server);
    time += 8 * 3600 * 1000;
    podio.granted = { access_token: 'a'.repeat(2000), refresh_token: 'r'.repeat(2000) };
    for (const answer of [await browser.get(`${api}/x`), await browser.get(`${api}/x`), await browser.post('/keyring/app-22119/refresh')])
      expect([answer.status, code(answer), answer.setCookies]).toEqual([502, 'podio_error', []]);
    podio.granted = {};
    time += 61_000;
    expect((await browser.get(`${api}/x`)).status).toBe(200);
  });

  it('CB14 the same after a 401 of Podio’s', async () => {
    const server = await start({ settings: { apiUrl: podio.url } });
    const browser = await signedIn(server);
    podio.granted = { access_token: 'a'.repeat(2000), refresh_token: 'r'.repeat(2000) };
    podio.answer = (_request, response) => response.writeHead(401).end('{"error_description":"expired_token"}');
    const answer = await browser.get(`${api}/x`);
    expect([answer.status, code(answer)]).toEqual([502, 'podio_error']);
    expect((await browser.get('/healthz')).status).toBe(200);
  });

  it('a grant without a name for whom it is, where Podio does not tell, is podio_error', async () => {
    const server = await start({ settings: { apiUrl: podio.url } });
    podio.granted = { ref: undefined };
    podio.answer = (_request, response) => response.writeHead(500).end('{}');
    const answer = await server.browser().signInAsAda();
    expect([answer.status, code(answer), answer.setCookies]).toEqual([502, 'podio_error', []]);
  });

  it('RF26 a refresh that is asked for gives tokens that live, also where those from a moment ago have ended', async () => {
    let time = Date.now();
    const server = await start({ settings: { apiUrl: podio.url }, now: () => time });
    const browser = await signedIn(server);
    podio.granted = { expires_in: 5 };
    await browser.copy().post('/keyring/app-22119/refresh');
    time += 10_000;
    const { expiresAt } = (await browser.post('/keyring/app-22119/refresh')).json<{ expiresAt: string }>();
    expect(Date.parse(expiresAt)).toBeGreaterThan(time);
  });
});

describe('the end of the process', () => {
  it('DS12 finishes what is under way, serves what comes behind it as not ready, and then closes', async () => {
    const server = await start({ settings: { apiUrl: podio.url } });
    servers.splice(servers.indexOf(server), 1);
    const browser = await signedIn(server);
    const held = holdBack();
    const host = `Host: localhost:${server.settings.port}\r\n`;
    const connection = new RawConnection(server.settings.port).write(
      `GET ${api}/slow HTTP/1.1\r\n${host}Cookie: ${browser.cookieHeader(api)}\r\n\r\n`,
    );
    await held.reached(1);
    const closed = server.close();
    connection.write(`GET /readyz HTTP/1.1\r\n${host}\r\n`);
    held.release();
    const received = await connection.all();
    expect(received).toMatch(/^HTTP\/1\.1 200 /);
    expect(received).toMatch(/HTTP\/1\.1 503 [\s\S]*"status":"draining"/);
    await closed;
  });
});
