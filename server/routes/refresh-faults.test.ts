import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../contract.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';

/** Stands between the token handler and the sandbox, and loses answers that the sandbox gave. */
interface Relay {
  url: string;
  /** So many answers of the token endpoint are lost: their connection is cut when they come. */
  losing: number;
  close: () => void;
}

let server: TestServer;
let relay: Relay;
let time = Date.now();
beforeAll(async () => {
  const state = { target: '' };
  relay = await startRelay(state);
  server = await startTestServer({ settings: { apiUrl: relay.url }, limits: { tokenRequestMs: 2_000 }, now: () => time });
  state.target = server.sandbox.url;
});
afterEach(async () => {
  relay.losing = 0;
  time += 61_000; // what was remembered is forgotten
  await server.control('DELETE', '');
});
afterAll(async () => {
  await server.close();
  relay.close();
});

const hour = 3600 * 1000;
const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const call = (browser: TestBrowser, id: string) => browser.get(`/keyring/${id}/api/${id.replace('-', '/')}`);
const fault = (what: object) => server.control('POST', '/faults', { path: '/oauth/token/v2', times: 1, ...what });

async function holding(...appIds: number[]): Promise<TestBrowser> {
  const browser = server.browser();
  for (const appId of appIds) expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

describe('a refresh whose answer is lost on the way', () => {
  it('RF8 is made again with the tokens from before, where Podio takes them twice', async () => {
    const browser = await holding(22119);
    await server.control('POST', '/expire', {});
    relay.losing = 1;
    expect(code(await call(browser, 'app-22119'))).toBe('podio_unreachable');
    expect((await call(browser, 'app-22119')).status).toBe(200);
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 2, errors: 0 });
  });

  it('RF8 costs that one authentication where Podio takes each once; the others live', async () => {
    const browser = await holding(22118, 22119);
    await server.control('PATCH', '/settings', { rotateRefreshTokens: true });
    await server.control('POST', '/expire', {});
    relay.losing = 1;
    expect(code(await call(browser, 'app-22119'))).toBe('podio_unreachable');
    expect(code(await call(browser, 'app-22119'))).toBe('authentication_expired');
    expect((await call(browser, 'app-22118')).status).toBe(200);
    expect((await browser.signInAsApp(22119)).status).toBe(201);
    expect((await call(browser, 'app-22119')).status).toBe(200);
  });
});

describe('a token endpoint that fails', () => {
  it.each([
    ['500', { status: 500 }, 'podio_error'],
    ['504 in HTML', { status: 504, body: '<html>', headers: { 'content-type': 'text/html' } }, 'podio_error'],
    ['200 in HTML', { status: 200, body: '<html>hello</html>' }, 'podio_error'],
    ['420', { status: 420 }, 'podio_error'],
    ['unauthorized_client', { status: 400, body: { error: 'unauthorized_client' } }, 'client_rejected'],
    ['invalid_client', { status: 401, body: { error: 'invalid_client' } }, 'client_rejected'],
    ['a reset', { drop: true }, 'podio_unreachable'],
    ['nothing in time', { delayMs: 2_500, status: 500 }, 'podio_timeout'],
  ])(
    'RF11 RF12 RF14 with %o keeps the authentication, says what failed, and is asked again by the next call',
    async (_what, how, expected) => {
      const browser = await holding(22119);
      await server.control('POST', '/expire', {});
      await fault(how);
      const failed = await call(browser, 'app-22119');
      expect([code(failed), failed.setCookies]).toEqual([expected, []]);
      expect((await call(browser, 'app-22119')).status).toBe(200);
      expect((await server.tokenRequests()).refresh_token).toBe(1);
      // An answer that nobody waits for is counted when it is given: not in the next test.
      if ('delayMs' in how) await vi.waitFor(async () => expect((await server.tokenRequests()).errors).toBe(1), { timeout: 10_000 });
    },
  );

  it('RF11 does not fail a call whose token still lives, nor is it asked by each of them', async () => {
    const browser = await holding(22119);
    time += 8 * hour - 30_000;
    await fault({ status: 503, times: 1000 });
    for (let round = 0; round < 5; round++) expect((await call(browser, 'app-22119')).status).toBe(200);
    expect((await server.tokenRequests()).errors).toBe(1);
    time += 5000;
    expect((await call(browser, 'app-22119')).status).toBe(200);
    expect((await server.tokenRequests()).errors).toBe(2);
    const streamed = await browser.send('POST', '/keyring/app-22119/api/file/', Buffer.alloc(1024 * 1024 + 1));
    expect([streamed.status, code(streamed)]).toEqual([502, 'podio_error']);
    time += 25_000;
    expect(code(await call(browser, 'app-22119'))).toBe('podio_error');
  });

  it('RF11 is told after all where Podio no longer takes the token that should still live', async () => {
    const browser = await holding(22119);
    time += 8 * hour - 30_000;
    await server.control('POST', '/expire', {});
    await fault({ status: 503, times: 2 });
    expect(code(await call(browser, 'app-22119'))).toBe('podio_error');
    time += 5000;
    expect((await call(browser, 'app-22119')).status).toBe(200);
  });

  it('RF11 does not keep a person from adding an app while their token still lives', async () => {
    const browser = server.browser();
    await browser.signInAsAda();
    time += 8 * hour - 30_000;
    await fault({ status: 503 });
    expect((await browser.post('/keyring/user-1/apps', { appId: 22119 })).status).toBe(201);
  });

  it('RF10 by refusing ends the authentication also where its token would live a moment yet', async () => {
    const browser = await holding(22191);
    time += 8 * hour - 30_000;
    expect(code(await call(browser, 'app-22191'))).toBe('authentication_expired');
  });

  it('RF13 and asks to wait is left alone by all authentications, who are told how long', async () => {
    const browser = await holding(22118, 22119, 22120);
    await server.control('POST', '/expire', {});
    await fault({ status: 429, headers: { 'retry-after': '30' } });
    const answers = [await call(browser, 'app-22119')];
    answers.push(...(await Promise.all(['app-22118', 'app-22119', 'app-22120', 'app-22118'].map((id) => call(browser.copy(), id)))));
    for (const answer of answers) expect([answer.status, code(answer), answer.headers['retry-after']]).toEqual([502, 'podio_error', '30']);
    expect((await server.tokenRequests()).errors).toBe(1);
    time += 30_000;
    for (const id of ['app-22118', 'app-22119', 'app-22120']) expect((await call(browser, id)).status).toBe(200);
  });
});

describe('what a refresh gives', () => {
  it('RF16 without a refresh token keeps the old one; with a new one it takes both', async () => {
    const browser = await holding(22119);
    const body = { access_token: 'an-access-token-that-nobody-knows', expires_in: 28_800, token_type: 'bearer' };
    await fault({ status: 200, body });
    expect((await browser.post('/keyring/app-22119/refresh')).status).toBe(200);
    await server.control('PATCH', '/settings', { rotateRefreshTokens: true });
    expect((await call(browser, 'app-22119')).status).toBe(200); // Podio knows no such access token; the old refresh token gave another
    time += 61_000;
    for (let round = 1; round <= 2; round++) {
      await server.control('POST', '/expire', {});
      expect((await call(browser, 'app-22119')).status).toBe(200);
      time += 61_000;
    }
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 3, errors: 1 }); // the fault counts as one
  });

  it('RF15 of somebody else is refused, and not asked for again', async () => {
    const browser = await holding(22119);
    await server.control('POST', '/expire', {});
    const body = { access_token: 'x', refresh_token: 'y', expires_in: 28_800, ref: { type: 'app', id: 22118 } };
    await fault({ status: 200, body, times: 5 });
    for (let round = 0; round < 3; round++) {
      const answer = await call(browser, 'app-22119');
      expect([answer.status, code(answer), answer.setCookies]).toEqual([401, 'authentication_expired', []]);
    }
    expect((await server.tokenRequests()).errors).toBe(1);
  });
});

describe('a clock', () => {
  it.each([
    ['ten minutes fast', 600_000],
    ['ten minutes slow', -600_000],
  ])('RF17 that goes %s neither makes a storm nor uses dead tokens: lifetimes count from the receipt', async (_how, offset) => {
    time += offset;
    const browser = await holding(22119);
    for (let round = 0; round < 3; round++) expect((await call(browser, 'app-22119')).setCookies).toEqual([]);
    time += 8 * hour - 61_000;
    expect((await call(browser, 'app-22119')).setCookies).toEqual([]);
    time += 2_000;
    expect((await call(browser, 'app-22119')).setCookies).toHaveLength(1);
    for (let round = 0; round < 3; round++) expect((await call(browser, 'app-22119')).setCookies).toEqual([]);
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 1, errors: 0 });
    time -= offset;
  });

  it('RF17 that jumps back while it is under way costs nothing, and Podio’s word counts where the token is dead before its time', async () => {
    const browser = await holding(22119);
    time -= 600_000;
    for (let round = 0; round < 3; round++) expect((await call(browser, 'app-22119')).setCookies).toEqual([]);
    expect((await server.tokenRequests()).refresh_token).toBe(0);
    await server.control('POST', '/expire', {});
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(browser.copy(), 'app-22119')));
    expect(answers.filter(({ status, setCookies }) => status !== 200 || setCookies.length !== 1)).toEqual([]);
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 1, errors: 0 });
    time += 600_000;
  });

  it('RF18 that was asleep for nine hours: of twenty that have expired, only those that are used are refreshed', async () => {
    const browser = await holding(...Array.from({ length: 20 }, (_, index) => 22120 + index));
    time += 9 * hour;
    expect((await browser.get('/keyring')).status).toBe(200);
    expect((await browser.get('/keyring/app-22130')).status).toBe(200);
    expect((await server.tokenRequests()).refresh_token).toBe(0);
    const used = ['app-22120', 'app-22125', 'app-22139'];
    const answers = await Promise.all(used.flatMap((id) => [call(browser.copy(), id), call(browser.copy(), id)]));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: used.length, errors: 0 });
  });

  it('RF24 that is past the 28 days of a refresh token asks Podio for nothing: the end is known', async () => {
    const browser = await holding(22118, 22119);
    const { renewableUntil } = (await browser.get('/keyring/app-22119')).json<{ renewableUntil: string }>();
    time = Date.parse(renewableUntil) - 1000;
    deliver(browser, await browser.post('/keyring/app-22118/refresh'));
    time += 1000;
    const { api } = ((await server.control('GET', '')) as { counts: { api: number } }).counts;
    for (const answer of [await call(browser, 'app-22119'), await browser.post('/keyring/app-22119/refresh')])
      expect([answer.status, code(answer)]).toEqual([401, 'authentication_expired']);
    expect(((await server.control('GET', '')) as { counts: { api: number } }).counts.api).toBe(api);
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 1, errors: 0 });
    expect((await call(browser, 'app-22118')).status).toBe(200);
  });
});

function deliver(browser: TestBrowser, { setCookies }: { setCookies: string[] }): void {
  for (const cookie of setCookies) browser.store(cookie);
}

function startRelay(state: { target: string }): Promise<Relay> {
  const made = { url: '', losing: 0, close: () => http.close() };
  const http = createServer((incoming, outgoing) => {
    const options = { method: incoming.method, headers: incoming.headers, agent: false };
    const onward = httpRequest(`${state.target}${incoming.url}`, options, (answer) => {
      if (incoming.url === '/oauth/token/v2' && made.losing > 0) {
        made.losing--;
        incoming.socket.destroy();
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  });
  return new Promise((resolve) =>
    http.listen(0, '127.0.0.1', () => {
      made.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
      resolve(made);
    }),
  );
}
