import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../contract.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { freePort, send, TestBrowser } from '../../testing.ts';
import { TestRedis } from './testing.ts';
import { type Front, startFront } from './testing-front.ts';

/** The built server, in a process of its own. */
interface Instance {
  port: number;
  child: ChildProcess;
}

let redis: TestRedis;
let sandbox: Sandbox;
let instances: Instance[];
let front: Front;
let origin = '';
beforeAll(async () => {
  const built = spawnSync(process.execPath, ['scripts/build-if-needed.mjs'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);
  [redis, sandbox] = [await TestRedis.start(), await startSandbox()];
  const [frontPort = 0, ...ports] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  origin = `http://localhost:${frontPort}`;
  instances = await Promise.all(ports.map(startInstance));
  front = await startFront(frontPort, ports);
}, 240_000);
afterEach(async () => {
  await control('DELETE', '');
  await redis.client.flushall();
});
afterAll(async () => {
  await front?.close();
  for (const { child } of instances ?? []) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await sandbox?.close();
  await redis?.close();
});

async function startInstance(port: number): Promise<Instance> {
  const env = {
    PATH: process.env.PATH,
    PODIO_CLIENT_ID: 'sandbox',
    PODIO_CLIENT_SECRET: 'sandbox-secret',
    PODIO_API_URL: sandbox.url,
    PODIO_AUTHORIZE_URL: `${sandbox.url}/oauth/authorize`,
    COOKIE_SECRETS: 'test-cookie-secret-0123456789abcdef0123',
    PUBLIC_URL: origin,
    PORT: String(port),
    REDIS_URL: redis.url,
    LOG_LEVEL: 'fatal',
  };
  const child = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of child.stdout) if (String(chunk).includes('podio-keyring is at')) break;
  child.stdout.resume();
  return { port, child };
}

async function control<T>(method: string, path: string, body?: unknown): Promise<T | undefined> {
  const answer = await send(`${sandbox.url}/_sandbox${path}`, method, body);
  return answer.text ? answer.json<T>() : undefined;
}
const refreshes = async () => (await control<{ counts: { token: { refresh_token: number }; tokenErrors: number } }>('GET', ''))?.counts;
const call = (browser: TestBrowser, appId: number) => browser.get(`/keyring/app-${appId}/api/app/${appId}`);

async function holding(...appIds: number[]): Promise<TestBrowser> {
  const browser = new TestBrowser(origin, front.port);
  for (const appId of appIds) expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

/** The same browser, past the front. */
function at({ port }: Instance, browser: TestBrowser): TestBrowser {
  const there = new TestBrowser(origin, port);
  there.cookies.push(...browser.cookies);
  return there;
}

/** Until the sandbox has received so many token requests. */
async function received(count: number): Promise<void> {
  const read = async () => (await control<{ requests: { url: string }[] }>('GET', '/requests'))?.requests ?? [];
  await expect.poll(async () => (await read()).filter(({ url }) => url.startsWith('/oauth/token')).length).toBe(count);
}

describe('three processes behind one address', () => {
  it('RF2 make one token request for a thousand calls at the moment when the token ends', async () => {
    const browser = await holding(22119);
    await control('PATCH', '/settings', { rotateRefreshTokens: true, rateLimitPerHour: 2000 });
    await control('POST', '/expire', {});
    const answers = await Promise.all(Array.from({ length: 1000 }, () => call(browser, 22119)));
    expect(new Set(answers.map(({ status, text }) => (status === 200 ? status : text)))).toEqual(new Set([200]));
    expect(await refreshes()).toMatchObject({ token: { refresh_token: 1 }, tokenErrors: 0 });
  }, 60_000);

  it('RF4 RF5 go on when one is killed and one is paused amid a refresh: one more request each, and no late write counts', async () => {
    const [killed, paused, living] = instances as [Instance, Instance, Instance];
    const browser = await holding(22118, 22119);
    await control('POST', '/expire', {});
    await control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 500, times: 2 });
    const lost = call(at(killed, browser), 22118).catch((error: NodeJS.ErrnoException) => error.code);
    const late = call(at(paused, browser), 22119);
    await received(4);
    killed.child.kill('SIGKILL');
    paused.child.kill('SIGSTOP');
    expect(await lost).toBe('ECONNRESET');
    const others = await Promise.all([22118, 22119, 22118, 22119].map((appId) => call(at(living, browser), appId)));
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [key = ''] = await redis.client.keys('*:app-22119');
    const before = await redis.client.get(key);
    paused.child.kill('SIGCONT');
    expect((await late).status).toBe(200);
    expect(await redis.client.get(key)).toBe(before);
    expect((await refreshes())?.token.refresh_token).toBeLessThanOrEqual(4);
    for (const appId of [22118, 22119, 22118, 22119]) expect((await call(browser, appId)).status).toBe(200);
    expect((await refreshes())?.token.refresh_token).toBeLessThanOrEqual(4);
  }, 60_000);

  it('KY3 RF27 are replaced one by one, without an error and without a sign-out', async () => {
    const browser = await holding(22119);
    const [, old, other] = instances as [Instance, Instance, Instance];
    const newer = await startInstance(await freePort());
    instances.push(newer);
    await control('POST', '/expire', {});
    await control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 200, times: 1 });
    const underWay = call(at(old, browser), 22119);
    await received(2);
    const ended = once(old.child, 'exit');
    old.child.kill('SIGTERM');
    expect((await underWay).status).toBe(200);
    expect(await ended).toEqual([0, null]);
    for (const instance of [newer, other]) expect((await call(at(instance, browser), 22119)).status).toBe(200);
    expect(await refreshes()).toMatchObject({ token: { refresh_token: 1 } });
    const unknown = await new TestBrowser(origin, newer.port).get('/keyring/app-22119');
    expect(unknown.json<Problem>().code).toBe('unknown_authentication');
  }, 30_000);
});
