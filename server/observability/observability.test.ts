import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RawConnection } from '../http/testing.ts';
import { createSealer } from '../keyring/seal.ts';
import { send, startTestServer, type TestBrowser, type TestServer, type TestServerOptions } from '../testing.ts';
import { type SecurityEvent, securityEvents } from './security-events.ts';

let time = Date.now();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    settings: { metrics: true, logLevel: 'info', trustProxy: ['127.0.0.1'] },
    limits: { refusedSignInsPerMinute: 3 },
    now: () => time,
  });
});
afterEach(async () => {
  time += 61_000; // refused sign-ins count no more, and what is told once a minute is told again
  await server.control('DELETE', '');
});
afterAll(() => server.close());

interface Line {
  event?: SecurityEvent;
  audit?: Record<string, unknown>;
  [name: string]: unknown;
}

/** What `act` did, and the lines that it left in the log. */
async function linesOf(act: () => Promise<unknown>): Promise<Line[]> {
  const before = server.log().length;
  await act();
  const lines = server.log().slice(before).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

/** The security events of `act`, without what every line has. */
async function eventsOf(act: () => Promise<unknown>): Promise<object[]> {
  const lines = (await linesOf(act)).filter(({ event }) => event !== undefined);
  return lines.map(({ level: _level, time: _time, pid: _pid, hostname: _hostname, msg: _msg, reqId: _reqId, ...rest }) => rest);
}

async function signedIn(appId: number): Promise<TestBrowser> {
  const browser = server.browser();
  expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

async function metrics(): Promise<string> {
  const answer = await server.browser().get('/metrics');
  expect(answer.status).toBe(200);
  return answer.text;
}

/** One number of the metrics, by name and labels as they are written. */
async function metric(series: string): Promise<number> {
  const line = (await metrics()).split('\n').find((text) => text.startsWith(`${series} `));
  return Number(line?.split(' ')[1]);
}

const address = '127.0.0.1';
const keyring = expect.stringMatching(/^[0-9a-f]{12}$/);
const wrong = { appId: 22119, appToken: 'wrong' };

describe('security events', () => {
  it('LG5 tell of a sign-in and a sign-out, of which browser, and of whom', async () => {
    const browser = server.browser();
    const [signIn] = await eventsOf(() => browser.signInAsApp(22119));
    expect(signIn).toEqual({ event: 'sign_in_succeeded', authentication: 'app-22119', keyring, method: 'app', address });
    await browser.signInAsAda();
    const [one] = await eventsOf(() => browser.delete('/keyring/app-22119'));
    expect(one).toEqual({ event: 'signed_out', authentications: ['app-22119'], keyring, address });
    await browser.signInAsApp(22118);
    const [all] = await eventsOf(() => browser.delete('/keyring'));
    expect(all).toEqual({ event: 'signed_out', authentications: ['user-1', 'app-22118'], keyring, address });
    const names = [signIn, one, all].map((line) => (line as Line).keyring);
    expect(new Set(names).size).toBe(1);
    expect(await eventsOf(() => browser.delete('/keyring'))).toEqual([]);
  });

  it('LG5 tell of a sign-in that failed, how and why, and not under which name', async () => {
    const browser = server.browser();
    const failed = { event: 'sign_in_failed', address };
    expect(await eventsOf(() => browser.post('/auth/app', wrong))).toEqual([{ ...failed, method: 'app', code: 'invalid_credentials' }]);
    expect(await eventsOf(() => browser.post('/auth/password', { username: 'ada@example.com', password: 'wrong' }))).toEqual([
      { ...failed, method: 'password', code: 'invalid_credentials' },
    ]);
    expect(await eventsOf(() => browser.post('/auth/app', {}))).toEqual([]);
    expect(server.log()).not.toContain('ada@example.com');
  });

  it('LG5 tell of an authentication that Podio no longer renews, once for all calls that wait for it', async () => {
    const browser = await signedIn(22191);
    const events = await eventsOf(() => Promise.all([1, 2, 3].map(() => browser.post('/keyring/app-22191/refresh'))));
    expect(events).toEqual([{ event: 'refresh_refused', authentication: 'app-22191', keyring }]);
  });

  it('LG5 RF15 tell of tokens that were renewed for somebody else', async () => {
    const browser = await signedIn(22119);
    const body = { access_token: 'a', refresh_token: 'r', expires_in: 100, token_type: 'bearer', ref: { type: 'app', id: 22118 } };
    await server.control('POST', '/faults', { path: '/oauth/token/v2', status: 200, body, times: 1 });
    const events = await eventsOf(() => browser.post('/keyring/app-22119/refresh'));
    expect(events).toEqual([{ event: 'subject_changed', authentication: 'app-22119', keyring }]);
  });

  it.each([
    ['a route', '/keyring', { 'sec-fetch-site': 'cross-site' }],
    ['an address of nothing', '/keyring/nothing/here', { 'sec-fetch-site': 'same-site' }],
    ['a proxied call', '/keyring/app-22119/api/item/1', { 'sec-fetch-site': 'cross-site' }],
    ['an answer of Podio as a script', '/keyring/app-22119/api/item/1', { 'sec-fetch-dest': 'script' }],
  ])('LG5 tell of another site that asks for %s', async (_what, path, headers) => {
    const events = await eventsOf(() => server.browser().get(path, headers));
    expect(events).toEqual([{ event: 'cross_site_refused', address }]);
  });

  it('LG5 tell of a state that is not this browser’s', async () => {
    const events = await eventsOf(() => server.browser().post('/auth/callback', { code: 'x', state: 'y' }));
    expect(events).toEqual([{ event: 'state_mismatch', address }]);
  });

  it('LG5 tell of each limit that was met: sign-ins, a body, a head', async () => {
    const browser = server.browser();
    for (let attempt = 0; attempt < 3; attempt++) await browser.post('/auth/app', wrong, { 'x-forwarded-for': '192.0.2.7' });
    const limit = { event: 'limit_hit' };
    expect(await eventsOf(() => browser.post('/auth/app', wrong, { 'x-forwarded-for': '192.0.2.7' }))).toEqual([
      { ...limit, limit: 'sign_ins', address: '192.0.2.7' },
    ]);
    expect(await eventsOf(() => browser.post('/auth/app', { ...wrong, more: 'x'.repeat(70_000) }))).toEqual([
      { ...limit, limit: 'body', address },
    ]);
    const huge = () => new RawConnection(server.settings.port).write(`GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`).all();
    expect(await eventsOf(huge)).toEqual([{ ...limit, limit: 'head', address }]);
  });

  it.each<[string, string, TestServerOptions['limits'], (small: TestServer) => Promise<unknown>]>([
    [
      'LG5 a connection above the limit',
      'connections',
      { clientConnections: 1 },
      async ({ settings }) => {
        const first = new RawConnection(settings.port);
        await once(first.socket, 'connect');
        await new RawConnection(settings.port).closed;
        first.destroy();
      },
    ],
    [
      'LG5 DS1 a head that drips',
      'head_time',
      { requestHeadMs: 200 },
      ({ settings }) => new RawConnection(settings.port).write('GET / HTTP/1.1\r\n').closed,
    ],
    [
      'LG5 DS2 a body that drips',
      'body_time',
      { requestBodyMs: 200 },
      ({ settings, url }) =>
        new RawConnection(settings.port).write(`POST /auth/app HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Length: 9\r\n\r\n{`)
          .closed,
    ],
  ])('%s is told of as %s', async (_what, limit, limits, meet) => {
    const small = await startTestServer({ limits });
    try {
      await meet(small);
      const met = [...small.log().matchAll(/"event":"limit_hit","limit":"(\w+)"/g)].map(([, name]) => name);
      expect(met).toEqual([limit]);
    } finally {
      await small.close();
    }
  });

  it('LG5 KY2 count each cookie of a key that is gone, and tell once a minute', async () => {
    const sealed = (secret: string) => createSealer([secret], 'keyring').seal(Buffer.from('x'), '');
    const ask = (secret = 'a secret that was taken out of COOKIE_SECRETS') =>
      server.browser().get('/keyring', { cookie: `__Host-Http-sandbox-keyring=${sealed(secret)}` });
    const series = 'podio_keyring_security_events_total{event="unknown_key"}';
    const before = await metric(series);
    const events = await eventsOf(async () => {
      expect((await ask()).status).toBe(200);
      for (const other of ['made up', 'made up again']) expect((await ask(other)).status).toBe(200);
    });
    expect(events).toEqual([{ event: 'unknown_key', purpose: 'keyring', keyId: expect.stringMatching(/^[0-9a-f]{8}$/) }]);
    expect((await metric(series)) - before).toBe(3);
    time += 61_000;
    expect(await eventsOf(() => ask())).toHaveLength(1);
  });

  it('LG5 warn of all but what is as it should be', async () => {
    const browser = server.browser();
    const lines = await linesOf(async () => {
      await browser.signInAsApp(22119);
      await browser.post('/auth/app', wrong);
    });
    const levels = lines.filter(({ event }) => event).map(({ event, level }) => [event, level]);
    expect(levels).toEqual([
      ['sign_in_succeeded', 30],
      ['sign_in_failed', 40],
    ]);
  });
});

describe('the audit', () => {
  it('LG5 has one line for each call that changes something, with Podio’s name for it and without the query', async () => {
    const browser = await signedIn(22119);
    const lines = await linesOf(async () => {
      const answer = await browser.post('/keyring/app-22119/api/item/app/22119/?hook=false&secret=canary', {
        fields: { title: 'A title' },
      });
      expect(answer.status).toBe(200);
      await browser.get('/keyring/app-22119/api/app/22119');
      await browser.post('/keyring/app-22119/api/item/app/22119/filter/', {});
    });
    const audits = lines.filter(({ audit }) => audit).map(({ audit }) => audit);
    const podioRequestId = expect.stringMatching(/^[a-z0-9]{8}$/);
    const call = { authentication: 'app-22119', keyring, method: 'POST', path: '/item/app/22119/', status: 200, podioRequestId };
    expect(audits).toEqual([call]);
    expect(JSON.stringify(lines)).not.toMatch(/canary|A title/);
  });

  it('LG5 has what Podio refused and what never got an answer, and not what was never sent', async () => {
    const browser = await signedIn(22119);
    const lines = await linesOf(async () => {
      await browser.send('DELETE', '/keyring/app-22119/api/item/999999');
      await server.control('POST', '/faults', { path: '/item/1', method: 'PUT', drop: true, times: 1 });
      await browser.send('PUT', '/keyring/app-22119/api/item/1', {});
      await browser.post('/keyring/app-22119/api/oauth/token', {});
      await browser.send('DELETE', '/keyring/app-22118/api/item/1');
    });
    const audits = lines.filter(({ audit }) => audit).map(({ audit }) => audit);
    expect(audits).toMatchObject([
      { method: 'DELETE', path: '/item/999999', status: 404 },
      { method: 'PUT', path: '/item/1', status: 502 },
    ]);
  });
});

describe('GET /metrics', () => {
  it('LG7 is not there unless it is switched on', async () => {
    const plain = await startTestServer();
    try {
      expect((await plain.browser().get('/metrics')).status).toBe(404);
    } finally {
      await plain.close();
    }
  });

  it('LG7 answers by address and by the name that people visit, and nobody behind a proxy, on another site or by another name', async () => {
    const { port } = server.settings;
    const ask = (headers: Record<string, string>) => send(`http://127.0.0.1:${port}/metrics`, 'GET', undefined, headers);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, '10.0.0.7:3000', '[::1]:3000', '[2001:db8::1]', '127.0.0.1'])
      expect([host, (await ask({ host })).status]).toEqual([host, 200]);
    for (const host of ['evil.example', '10.0.0.7.evil.example', 'localhost.evil.example'])
      expect([host, (await ask({ host })).status]).toEqual([host, 400]);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect([name, (await ask({ host: `localhost:${port}`, [name]: '192.0.2.1' })).status]).toEqual([name, 404]);
    expect((await ask({ host: `localhost:${port}`, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('counts every kind of event, calls and refreshes, from zero on', async () => {
    const text = await metrics();
    for (const event of securityEvents) expect(text).toContain(`podio_keyring_security_events_total{event="${event}"}`);
    const browser = await signedIn(22119);
    const names = [
      'podio_keyring_security_events_total{event="sign_in_succeeded"}',
      'podio_keyring_calls_total{status="2xx"}',
      'podio_keyring_calls_total{status="4xx"}',
      'podio_keyring_refreshes_total{outcome="succeeded"}',
      'podio_keyring_refreshes_total{outcome="failed"}',
    ];
    const numbers = () => Promise.all(names.map(metric));
    const before = await numbers();
    await signedIn(22118);
    await browser.get('/keyring/app-22119/api/app/22119');
    await browser.get('/keyring/app-22119/api/item/999999');
    await browser.post('/keyring/app-22119/refresh');
    await server.control('POST', '/faults', { path: '/oauth/token/v2', status: 500, times: 1 });
    await browser.post('/keyring/app-22119/refresh');
    const after = await numbers();
    expect(after.map((number, index) => number - (before[index] ?? 0))).toEqual([1, 1, 1, 1, 1]);
  });

  it('LG6 has no label with the id of anybody, an address or a path', async () => {
    const browser = await signedIn(22119);
    for (const path of ['/keyring/app-22119', '/keyring/app-22119/api/item/1?x=1', '/nowhere/1', '/keyring/user-7', '/keyring/%00'])
      await browser.get(path);
    const labels = [...(await metrics()).matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => name !== 'le');
    const values = new Set(labels.map(([, name, value]) => `${name} ${value}`));
    expect([...values].filter((value) => /\d{2,}|app-|user-|127\.|nowhere|%/.test(value))).toEqual([]);
    expect(values).toContain('route /keyring/:id/api/*');
    expect(values).toContain('route other');
    expect(values.size).toBeLessThan(60);
  });

  it('measures every request once', async () => {
    const browser = await signedIn(22119);
    const series = 'podio_keyring_request_duration_seconds_count{route="/keyring/:id/api/*"}';
    const before = await metric(series);
    await browser.get('/keyring/app-22119/api/app/22119');
    expect((await metric(series)) - before).toBe(1);
  });
});
