import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cookieNames } from '../../http/cookies.ts';
import type { Logins } from '../login.ts';
import { createSealer } from '../seal.ts';
import { createBrowserCookies } from './browser-cookie.ts';
import { Connection } from './connection.ts';
import { createRedisLogins } from './redis-logins.ts';
import { TestRedis } from './testing.ts';

const names = cookieNames('podio');
const secrets = ['s'.repeat(32)];
const lifetimeSeconds = 600;

let redis: TestRedis;
let connection: Connection;
beforeAll(async () => {
  redis = await TestRedis.start();
  connection = await Connection.open({ url: redis.url, commandMs: 2_000, log: { warn: () => undefined, error: () => undefined } });
});
afterEach(() => redis.client.flushall());
afterAll(async () => {
  connection.close();
  await redis.close();
});

const create = (options: { pkce?: boolean; limit?: number } = {}): Logins =>
  createRedisLogins({
    connection,
    browserCookies: createBrowserCookies(secrets, names, Date.now),
    secrets,
    lifetimeSeconds,
    limit: 3,
    pkce: true,
    ...options,
  });
const asked = { returnTo: '/here', scope: 'space:all' };
const pairOf = (lines: readonly string[]) => lines[0]?.split(';', 1)[0] ?? '';

describe('a sign-in under way in a store', () => {
  it('L3 is taken once, by the browser that began it, with what it was', async () => {
    const [logins, other] = [create(), create()];
    const before = Date.now();
    const { state, cookies } = await logins.start(undefined, asked);
    const browser = pairOf(cookies);
    const stranger = pairOf((await logins.start(undefined, asked)).cookies);
    for (const nobody of [undefined, '', stranger]) expect(await other.take(nobody, state)).toBeUndefined();
    expect(await other.take(browser, `${state}x`)).toBeUndefined();
    const taken = await other.take(browser, state);
    expect(taken).toMatchObject({ ...asked, cookies: [] });
    expect(taken?.startedAt).toBeGreaterThanOrEqual(before);
    expect(await other.take(browser, state)).toBeUndefined();
  });

  it('gives a browser its cookie with the first, and none with the next', async () => {
    const logins = create();
    const first = await logins.start(undefined, asked);
    expect(first.cookies).toEqual([expect.stringMatching(/^__Host-Http-keyring=[\w-]+; Path=\/; /)]);
    const browser = pairOf(first.cookies);
    const second = await logins.start(browser, asked);
    expect([second.cookies, second.state === first.state]).toEqual([[], false]);
    for (const { state } of [second, first]) expect(await logins.take(browser, state)).toMatchObject(asked);
  });

  it('L4 gives way, the oldest first, to one beyond the limit', async () => {
    const logins = create();
    const first = await logins.start(undefined, asked);
    const browser = pairOf(first.cookies);
    const more: string[] = [];
    for (let count = 0; count < 3; count++) more.push((await logins.start(browser, asked)).state);
    expect(await logins.take(browser, first.state)).toBeUndefined();
    for (const state of more) expect(await logins.take(browser, state)).toBeDefined();
  });

  it('L1 has a challenge that is the hash of its verifier, where PKCE is on', async () => {
    const logins = create();
    const { state, codeChallenge, cookies } = await logins.start(undefined, asked);
    const verifier = (await logins.take(pairOf(cookies), state))?.codeVerifier ?? '';
    expect([state, verifier]).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)]);
    expect(codeChallenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
    const without = await create({ pkce: false }).start(undefined, asked);
    expect(without.codeChallenge).toBeUndefined();
  });

  it('ST13 lies under a hash of its state, for as long as it lasts, bound to its browser and to that', async () => {
    const { state, cookies } = await create().start(undefined, asked);
    const { browserId = '' } = createBrowserCookies(secrets, names, Date.now).read(pairOf(cookies)) ?? {};
    const key = `podio-keyring:logins:{${browserId}}`;
    const name = createHash('sha256').update(state).digest('base64url').slice(0, 16);
    const value = String(await redis.client.hget(key, name));
    const plain = createSealer(secrets, 'stored login').open(value.slice(value.indexOf('.') + 1), `${browserId}\n${name}`);
    expect(JSON.parse(String(plain))).toMatchObject(asked);
    expect(await redis.client.ttl(key)).toBeGreaterThan(lifetimeSeconds - 60);
    expect(await redis.client.ttl(key)).toBeLessThanOrEqual(lifetimeSeconds);
  });
});
