import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Authentication, Problem } from '../../contract.ts';
import { cookieNames } from '../../http/cookies.ts';
import { freePort, send, startTestServer, type TestAnswer, type TestBrowser, type TestServer } from '../../testing.ts';
import type { OpenedHeld } from '../keyring.ts';
import { createBrowserCookies } from './browser-cookie.ts';
import { Connection } from './connection.ts';
import { createRedisKeyring } from './redis-keyring.ts';
import { TestRedis, TestRelay } from './testing.ts';

const commandMs = 1000; // on a machine that is busy with something else, a healthy store may take half of it

let redis: TestRedis;
let relay: TestRelay;
let server: TestServer;
beforeAll(async () => {
  redis = await TestRedis.start('save 3600 1');
  relay = await TestRelay.start(redis.url);
  server = await startTestServer({ settings: { redisUrl: relay.url }, limits: { storeCommandMs: commandMs } });
});
afterEach(async () => {
  Object.assign(relay, { mode: 'pass', delayMs: 0 });
  await expect.poll(ready).toBe(200);
  await server.control('DELETE', '');
  await redis.client.flushall();
});
afterAll(async () => {
  await server.close();
  await relay.close();
  await redis.close();
});

const code = (answer: TestAnswer) => answer.json<Problem>().code;
const call = (browser: TestBrowser, id = 'app-22119') => browser.get(`/keyring/${id}/api/${id.replace('-', '/')}`);
const ids = async (browser: TestBrowser) =>
  (await browser.get('/keyring')).json<{ authentications: Authentication[] }>().authentications.map(({ id }) => id);
const health = async (path: string) => (await send(`http://127.0.0.1:${server.settings.port}${path}`, 'GET')).status;
const ready = () => health('/readyz');

async function holding(...appIds: number[]): Promise<TestBrowser> {
  const browser = server.browser();
  for (const appId of appIds) await expect.poll(async () => (await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

/** One of everything that needs the store. */
const everything = (browser: TestBrowser): Promise<TestAnswer>[] => [
  call(browser),
  browser.get('/keyring'),
  browser.get('/keyring/app-22119'),
  browser.post('/keyring/app-22119/refresh'),
  browser.send('PATCH', '/keyring/app-22119', { readOnly: true }),
  browser.post('/keyring/app-22119/apps', { appId: 22118 }),
  browser.signInAsApp(22118),
  browser.signInAsAda(),
  browser.post('/auth/authorize', {}),
  browser.post('/auth/callback', { code: 'code', state: 'state' }),
];

describe('a store that does not answer', () => {
  it.each([
    ['is down', () => relay.refuse()],
    ['is half-dead: takes connections and says nothing', () => Object.assign(relay, { mode: 'hold' })],
    ['answers garbage', () => Object.assign(relay, { mode: 'garble' })],
    ['takes longer than we wait', () => Object.assign(relay, { delayMs: 3 * commandMs })],
  ])('ST1 ST2 ST4 ST12 that %s is 503 for all that needs it, in time, with no cookie touched, and health goes on', async (_what, fail) => {
    const browser = await holding(22119);
    const before = await server.tokenRequests();
    fail();
    const answers = everything(browser);
    expect(await health('/healthz')).toBe(200);
    for (const answer of await Promise.all(answers)) {
      expect([answer.status, code(answer), answer.headers['retry-after'], answer.setCookies]).toEqual([503, 'store_unavailable', '1', []]);
    }
    expect([await ready(), await health('/healthz'), (await browser.get('/auth/config')).status]).toEqual([503, 200, 200]);
    expect(await server.tokenRequests()).toEqual(before);
    Object.assign(relay, { mode: 'pass', delayMs: 0 });
    await expect.poll(ready).toBe(200);
    expect([await ids(browser), (await call(browser)).status]).toEqual([['app-22119'], 200]);
  });

  it('ST14 refuses a thousand writes at once while it is away: none waits in a queue to be made later', async () => {
    const log = { warn: () => undefined, error: () => undefined };
    const connection = await Connection.open({ url: relay.url, commandMs, log });
    onTestFinished(() => connection.close());
    relay.refuse();
    const write = (index: number) => connection.run('refusalKeep', [`written-${index}`], ['1', 60_000]);
    const outcomes = await Promise.allSettled(Array.from({ length: 1000 }, (_, index) => write(index)));
    expect(new Set(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code))).toEqual(
      new Set(['store_unavailable']),
    );
    relay.mode = 'pass';
    await expect.poll(() => write(1000).catch(() => 0)).toBe(1);
    expect(await redis.client.keys('written-*')).toEqual(['written-1000']);
  });

  it('LO5 while somebody signs out of everything: this browser is out, is told, and what is left ends when the store is back', async () => {
    const browser = await holding(22118, 22119);
    const copy = browser.copy();
    relay.refuse();
    expect(code(await browser.delete('/keyring/app-22118'))).toBe('store_unavailable');
    const answer = await browser.delete('/keyring');
    expect([answer.status, code(answer), browser.cookies]).toEqual([503, 'store_unavailable', []]);
    expect(answer.json<Problem>().detail).toMatch(/^This browser is signed out/);
    relay.mode = 'pass';
    await expect.poll(() => redis.client.keys('*')).toEqual([]);
    expect(await ids(copy)).toEqual([]);
  });

  it('is told in the log once, without a token, a cookie or a command', async () => {
    const browser = await holding(22119);
    const from = server.log().length;
    relay.refuse();
    await Promise.all([1, 2, 3].map(() => call(browser.copy())));
    relay.mode = 'pass';
    await expect.poll(ready).toBe(200);
    const log = server.log().slice(from);
    expect(log.match(/the connection to the store was lost/g)).toHaveLength(1);
    expect(log.match(/the store answers again/g)).toHaveLength(1);
    expect(log).not.toContain(browser.cookies[0]?.value);
    expect(log).not.toMatch(/podio-keyring:\{|"args"/);
  });
});

describe('a store that comes back', () => {
  it('ST3 after a restart serves the first call, and so does one whose idle connections were cut or died', async () => {
    const browser = await holding(22119);
    await redis.end('SIGTERM');
    await redis.run();
    expect((await call(browser)).status).toBe(200);
    relay.cut();
    expect((await call(browser)).status).toBe(200);
    relay.mode = 'hold';
    const stuck = call(browser);
    await expect.poll(() => relay.held).toBeGreaterThan(0);
    relay.mode = 'pass';
    expect((await stuck).status).toBe(200);
  });

  it('ST7 as a replica that refuses to write, and then is promoted, costs nobody an authentication', async () => {
    const browser = await holding(22119);
    await redis.client.replicaof('127.0.0.1', 1);
    expect((await call(browser)).status).toBe(200);
    expect(code(await browser.signInAsApp(22118))).toBe('store_unavailable');
    await redis.client.replicaof('NO', 'ONE');
    expect((await browser.signInAsApp(22118)).status).toBe(201);
    expect(await ids(browser)).toEqual(['app-22119', 'app-22118']);
  });

  it('ST7 without the last refresh gets it again from whoever made it', async () => {
    const browser = await holding(22119);
    await server.control('PATCH', '/settings', { rotateRefreshTokens: true });
    const [key = ''] = await redis.client.keys('*:app-22119');
    const before = (await redis.client.get(key)) ?? '';
    expect((await browser.post('/keyring/app-22119/refresh')).status).toBe(200);
    await redis.client.set(key, before, 'KEEPTTL');
    expect((await call(browser)).status).toBe(200);
    await expect.poll(() => redis.client.get(key)).not.toBe(before);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
    expect((await browser.post('/keyring/app-22119/refresh')).status).toBe(200);
  });
});

describe('an answer that is lost on the way, after the store did what it was told', () => {
  it('changes nothing: each write may be made twice', async () => {
    const browser = await holding(22117);
    const log = { warn: () => undefined, error: () => undefined };
    const connection = await Connection.open({ url: relay.url, commandMs, log });
    onTestFinished(() => connection.close());
    const browserCookies = createBrowserCookies(server.settings.cookieSecrets, cookieNames('sandbox'), Date.now);
    const keyring = createRedisKeyring({
      connection,
      browserCookies,
      capacity: 60,
      onUnreadable: () => undefined,
      restore: () => undefined,
      now: Date.now,
    });
    const losing = <T>(answer: () => T): T => {
      relay.losing = 1;
      return answer();
    };
    const cookies = () => browser.cookieHeader('/');
    const opened = (await keyring.open(cookies(), 'app-22117')) as OpenedHeld;
    const signIn = (id: number) => ({ method: 'app' as const, ref: { type: 'app' as const, id }, ...opened.held });

    const begun = await losing(() => keyring.put(undefined, signIn(1)));
    const newBrowser = server.browser();
    for (const line of begun.cookies) newBrowser.store(line);
    expect(await ids(newBrowser)).toEqual(['app-1']);
    expect((await redis.client.keys('*:app-1')).length).toBe(1);

    await keyring.put(cookies(), signIn(2));
    await losing(() => keyring.put(cookies(), signIn(3)));
    expect(await losing(() => keyring.setReadOnly(cookies(), 'app-2', true))).toMatchObject({ entry: { readOnly: true } });
    await losing(() => keyring.remove(cookies(), 'app-3'));
    expect(await losing(() => keyring.list(cookies()))).toMatchObject([{ id: 'app-22117' }, { id: 'app-2', readOnly: true }]);
    expect(relay.losing).toBe(0);
  });
});

describe('a store that is full', () => {
  it('ST6 refuses what is new, and serves what it has', async () => {
    const browser = await holding(22119);
    await redis.client.config('SET', 'maxmemory', '1');
    expect((await call(browser)).status).toBe(200);
    const answer = await browser.signInAsApp(22118);
    expect([answer.status, code(answer), answer.setCookies]).toEqual([503, 'store_unavailable', []]);
    await redis.client.config('SET', 'maxmemory', '0');
    expect((await browser.signInAsApp(22118)).status).toBe(201);
  });

  it('ST5 when a refresh was made costs no token: this instance serves them, and stores them when it can', async () => {
    const browser = await holding(22119);
    await server.control('PATCH', '/settings', { rotateRefreshTokens: true });
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 150, times: 1 });
    const [key = ''] = await redis.client.keys('*:app-22119');
    const before = await redis.client.get(key);
    const calling = call(browser);
    await expect.poll(() => redis.client.keys('*:lease')).toHaveLength(1);
    await redis.client.config('SET', 'maxmemory', '1');
    expect((await calling).status).toBe(200);
    expect((await call(browser)).status).toBe(200);
    expect(await redis.client.get(key)).toBe(before);
    await redis.client.config('SET', 'maxmemory', '0');
    await expect.poll(() => redis.client.get(key)).not.toBe(before);
    expect((await browser.post('/keyring/app-22119/refresh')).status).toBe(200);
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 2, errors: 0 });
  });

  it('ST6 and would drop keyrings is warned of at the start', async () => {
    const dropping = await TestRedis.start('maxmemory-policy allkeys-lru');
    onTestFinished(() => dropping.close());
    const other = await startTestServer({ settings: { redisUrl: dropping.url }, sandbox: server.sandbox });
    onTestFinished(() => other.close());
    await expect.poll(other.log).toContain('noeviction');
    expect(server.log()).not.toContain('noeviction');
  });
});

describe('a start', () => {
  const start = (redisUrl: string) =>
    startTestServer({ settings: { redisUrl }, sandbox: server.sandbox, limits: { storeCommandMs: commandMs } });

  it.each([
    ['a wrong password', '?password=a-wrong-password', /refuses|does not accept this user and password/],
    ['no password', '', /asks for a password/],
  ])('ST11 with %s ends with a sentence that names the store, and not the password', async (_what, query, sentence) => {
    const locked = await TestRedis.start('requirepass the-password');
    onTestFinished(() => locked.close());
    const error = (await start(`${locked.url}${query}`).catch((failure: Error) => failure)) as Error;
    expect([error.name, error.message]).toEqual(['StoreRefusedError', expect.stringMatching(sentence)]);
    expect(error.message).toContain(locked.url);
    expect(error.message).not.toContain('password=');
    expect(error.message).not.toContain('a-wrong-password');
  });

  it('ST11 over TLS with a certificate that nobody vouches for ends as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tls-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', algorithm: 'sha256' });
    await Promise.all([writeFile(join(folder, 'cert'), cert), writeFile(join(folder, 'key'), key)]);
    const port = await freePort();
    const files = [`tls-cert-file ${folder}/cert`, `tls-key-file ${folder}/key`, `tls-ca-cert-file ${folder}/cert`];
    const secured = await TestRedis.start('bind 127.0.0.1', `tls-port ${port}`, ...files, 'tls-auth-clients no', 'requirepass a-password');
    onTestFinished(() => secured.close());
    const error = (await start(`rediss://:a-password@localhost:${port}`).catch((failure: Error) => failure)) as Error;
    const sentence = `The store at localhost:${port} cannot be trusted, or speaks no TLS (DEPTH_ZERO_SELF_SIGNED_CERT). Check REDIS_URL.`;
    expect([error.name, error.message]).toEqual(['StoreRefusedError', sentence]);
  });

  it('ST12 before the store is there is not ready, and is when it comes', async () => {
    const late = await TestRedis.start();
    onTestFinished(() => late.close());
    await late.end();
    const other = await start(late.url);
    onTestFinished(() => other.close());
    const readiness = async () => (await send(`http://127.0.0.1:${other.settings.port}/readyz`, 'GET')).json();
    expect(await readiness()).toEqual({ status: 'store_unavailable' });
    expect(other.log()).toContain('cannot be reached yet');
    await late.run();
    await expect.poll(readiness).toEqual({ status: 'ok' });
    expect((await other.browser().signInAsApp(22119)).status).toBe(201);
  });
});
