import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Authentication, Problem } from '../../contract.ts';
import { cookieNames } from '../../http/cookies.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../../testing.ts';
import { type BrowserCookie, createBrowserCookies, newBrowserId, newStoredKeyring, type StoredKeyring } from './browser-cookie.ts';
import { Connection } from './connection.ts';
import { createRedisKeyring } from './redis-keyring.ts';
import { splitStored } from './stored-form.ts';
import { TestRedis } from './testing.ts';

const day = 24 * 3600;

let redis: TestRedis;
let server: TestServer;
beforeAll(async () => {
  redis = await TestRedis.start();
  server = await startTestServer({ settings: { redisUrl: redis.url, capacity: 200 } });
});
afterEach(async () => {
  await server.control('DELETE', '');
  await redis.client.flushall();
});
afterAll(async () => {
  await server.close();
  await redis.close();
});

const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const call = (browser: TestBrowser, id: string) => browser.get(`/keyring/${id}/api/${id.replace('-', '/')}`);
const ids = async (browser: TestBrowser) =>
  (await browser.get('/keyring')).json<{ authentications: Authentication[] }>().authentications.map(({ id }) => id);

async function holding(...appIds: number[]): Promise<TestBrowser> {
  const browser = server.browser();
  for (const appId of appIds) expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

/** The keys of one kind: listings, or authentications. */
async function keysOf(pattern: RegExp): Promise<string[]> {
  return (await redis.client.keys('podio-keyring:*')).filter((key) => pattern.test(key)).sort();
}
const listings = /^podio-keyring:\{[^}]+\}$/;
const authentications = /\}:(?:user|app)-\d+$/;

/** Everything that the store holds, as whoever steals it reads it. */
async function dump(): Promise<string> {
  const { client } = redis;
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => client.get(key),
    hash: (key) => client.hgetall(key),
    zset: (key) => client.zrange(key, 0, '-1'),
  };
  const parts: unknown[] = [];
  for (const key of await client.keys('*')) parts.push(key, await read[await client.type(key)]?.(key));
  return JSON.stringify(parts);
}

describe('what the store holds', () => {
  it('ST8 shows no token, no name and no address to whoever reads all of it', async () => {
    const browser = await holding(22119);
    await browser.signInAsAda();
    await browser.post('/auth/authorize', { returnTo: '/as/user-1/secret-page' });
    await browser.post('/auth/app', { appId: 22118, appToken: 'wrong-app-token' });
    await browser.post('/auth/password', { username: 'grace@example.com', password: 'wrong' });
    await server.control('POST', '/expire', {});
    await call(browser, 'app-22119');
    const stolen = await dump();
    const { accessTokens, refreshTokens } = (await server.control('GET', '/issued')) as Record<string, string[]>;
    for (const secret of [...(accessTokens ?? []), ...(refreshTokens ?? []), ...server.settings.cookieSecrets])
      expect(stolen).not.toContain(secret);
    // Long enough that no sealed value has one by chance.
    for (const word of ['Ada Lovelace', '"Bugs"', 'secret-page', 'wrong', 'grace', '127.0.0.1', 'global:all'])
      expect(stolen).not.toContain(word);
  });

  it('ST8 opens with no secret of the instances: the key of a keyring is nowhere but in its browser', async () => {
    await holding(22119);
    const [key = ''] = await keysOf(authentications);
    const keyringId = /\{(.+)\}/.exec(key)?.[1] ?? '';
    // Whoever has the secrets makes a cookie for this keyring, with a key of their own.
    const { key: ownKey, sealer } = newStoredKeyring();
    const forged = createBrowserCookies(server.settings.cookieSecrets, cookieNames('sandbox'), Date.now).write({
      browserId: newBrowserId(),
      keyring: { id: keyringId, key: ownKey, sealer },
    });
    const thief = server.browser();
    thief.store(forged);
    expect([await ids(thief), code(await call(thief, 'app-22119'))]).toEqual([[], 'unknown_authentication']);
  });

  it.each([
    ['in the place of another of the same keyring', 22118, 22119],
    ['with the listing too', 22118, 22119],
  ])('ST9 opens nothing %s', async (what, one, other) => {
    const browser = await holding(one, other);
    const [first = '', second = ''] = await keysOf(authentications);
    const [a, b] = await Promise.all([redis.client.get(first), redis.client.get(second)]);
    await redis.client.mset(first, b ?? '', second, a ?? '');
    if (what.includes('listing')) {
      const [key = ''] = await keysOf(listings);
      const all = await redis.client.hgetall(key);
      await redis.client.hset(key, { [`app-${one}`]: all[`app-${other}`], [`app-${other}`]: all[`app-${one}`] });
      expect(await ids(browser)).toEqual([]);
    }
    for (const id of [one, other]) expect((await call(browser, `app-${id}`)).status).toBe(401);
    expect(server.log()).toContain('unreadable_entry');
    expect((await server.control('GET', '')) as object).toMatchObject({ counts: { api: 2 } });
  });

  it('ST9 opens nothing of one keyring in another, under the same id', async () => {
    const [mine, theirs] = [await holding(22119), await holding(22119)];
    const [first = '', second = ''] = await keysOf(authentications);
    await redis.client.set(first, (await redis.client.get(second)) ?? '');
    const codes = [code(await call(mine, 'app-22119')), code(await call(theirs, 'app-22119'))];
    expect(codes.filter((one) => one === 'authentication_expired')).toHaveLength(1);
  });

  it('ST10 ends with the refresh token, 28 days after the last token answer, and nothing stays for ever', async () => {
    const browser = await holding(22118, 22119);
    await browser.post('/auth/authorize', {});
    await browser.post('/auth/app', { appId: 22118, appToken: 'wrong' });
    await redis.client.expire((await keysOf(/app-22119$/))[0] ?? '', 1000);
    await server.control('POST', '/expire', {});
    await call(browser, 'app-22119');
    await browser.send('PATCH', '/keyring/app-22118', { readOnly: true });
    for (const key of await redis.client.keys('*')) {
      const seconds = await redis.client.ttl(key);
      expect([key, seconds > 0 && seconds <= 28 * day]).toEqual([key, true]);
      if (listings.test(key) || authentications.test(key)) expect(seconds).toBeGreaterThan(28 * day - 60);
    }
  });

  it('ST10 is nothing after every sign-out', async () => {
    for (let round = 0; round < 20; round++) {
      const browser = await holding(22118, 22119);
      await browser.delete('/keyring/app-22118');
      await (round % 2 === 0 ? browser.delete('/keyring') : browser.delete('/keyring/app-22119'));
    }
    expect(await redis.client.keys('*')).toEqual([]);
  });
});

describe('a sign-out', () => {
  it('CK5 is final: the cookies from before open nothing', async () => {
    const browser = await holding(22118, 22119);
    const before = browser.copy();
    await browser.delete('/keyring/app-22118');
    expect(code(await call(before, 'app-22118'))).toBe('unknown_authentication');
    await browser.delete('/keyring');
    expect([await ids(before), code(await call(before, 'app-22119'))]).toEqual([[], 'unknown_authentication']);
    await browser.signInAsApp(22119);
    expect([await ids(browser), await ids(before), code(await call(before, 'app-22119'))]).toEqual([
      ['app-22119'],
      [],
      'unknown_authentication',
    ]);
  });

  it('LO10 by whoever runs the store ends a keyring, or all of them, for the next call', async () => {
    const [browser, other] = [await holding(22119), await holding(22118)];
    const [key = ''] = await keysOf(/app-22119$/);
    await redis.client.del(key, key.replace(/:app-22119$/, ''));
    expect([code(await call(browser, 'app-22119')), (await call(other, 'app-22118')).status]).toEqual(['unknown_authentication', 200]);
    await redis.client.flushdb();
    expect(code(await call(other, 'app-22118'))).toBe('unknown_authentication');
    expect((await other.signInAsApp(22118)).status).toBe(201);
  });
});

describe('what is damaged, lost or of another version', () => {
  const damages: [string, (key: string) => Promise<unknown>, string][] = [
    ['garbage', (key) => redis.client.set(key, 'garbage'), 'authentication_expired'],
    ['of another kind', async (key) => [await redis.client.del(key), await redis.client.lpush(key, 'x')], 'authentication_expired'],
    ['empty', (key) => redis.client.set(key, ''), 'authentication_expired'],
    ['cut short', async (key) => redis.client.set(key, ((await redis.client.get(key)) ?? '').slice(0, -8)), 'authentication_expired'],
    ['a megabyte', (key) => redis.client.set(key, `1.${'A'.repeat(1024 * 1024)}`), 'authentication_expired'],
    ['lost', (key) => redis.client.del(key), 'authentication_expired'],
  ];
  it.each(damages)(
    'ST4 ST6 an authentication that is %s is shown as ended, costs no other, and is renewed by a sign-in',
    async (_what, damage, expected) => {
      const browser = await holding(22118, 22119);
      await damage((await keysOf(/app-22119$/))[0] ?? '');
      expect(code(await call(browser, 'app-22119'))).toBe(expected);
      expect(code(await browser.post('/keyring/app-22119/refresh'))).toBe(expected);
      expect([await ids(browser), (await call(browser, 'app-22118')).status]).toEqual([['app-22118', 'app-22119'], 200]);
      expect((await browser.signInAsApp(22119)).status).toBe(201);
      expect([(await call(browser, 'app-22119')).status, await ids(browser)]).toEqual([200, ['app-22118', 'app-22119']]);
    },
  );

  it.each([
    ['of another kind', (key: string) => redis.client.set(key, 'text')],
    ['lost', (key: string) => redis.client.del(key)],
  ])('ST4 a list that is %s is empty, and begins anew with the next sign-in', async (_what, damage) => {
    const browser = await holding(22119);
    const [key = ''] = await keysOf(listings);
    await damage(key);
    expect(await ids(browser)).toEqual([]);
    expect((await browser.delete('/keyring/app-1')).status).toBe(204);
    expect((await browser.signInAsApp(22118)).status).toBe(201);
    expect([await ids(browser), (await call(browser, 'app-22118')).status]).toEqual([['app-22118'], 200]);
  });

  it('ST4 a listing that is damaged is passed over', async () => {
    const browser = await holding(22118, 22119);
    await redis.client.hset((await keysOf(listings))[0] ?? '', { 'app-22118': '1.damaged', 'app-7': 'x', __proto__x: '9.y' });
    expect(await ids(browser)).toEqual(['app-22119']);
    expect((await browser.signInAsApp(22118)).status).toBe(201);
    expect((await ids(browser)).sort()).toEqual(['app-22118', 'app-22119']);
  });
});

describe('an instance of another version', () => {
  /** The key of this browser's keyring, and what binds a value to its place there, in a form of some version. */
  const openedBy = (browser: TestBrowser) => {
    const cookies = createBrowserCookies(server.settings.cookieSecrets, cookieNames('sandbox'), Date.now);
    const { keyring } = cookies.read(browser.cookieHeader('/')) as BrowserCookie;
    const { id, sealer } = keyring as StoredKeyring;
    return { sealer, place: (version: number) => `authentication ${version}\n${id}\napp-22119` };
  };

  it('ST13 may add to what is stored: older ones read the rest', async () => {
    const browser = await holding(22119);
    const [key = ''] = await keysOf(authentications);
    const { sealer, place } = openedBy(browser);
    const [generation = '', sealed = ''] = splitStored(await redis.client.get(key)) ?? [];
    const stored = JSON.parse(String(sealer.open(sealed, place(1)))) as object;
    const more = sealer.seal(Buffer.from(JSON.stringify({ ...stored, colour: 'blue' })), place(1));
    await redis.client.set(key, `${generation}.${more}`, 'KEEPTTL');
    expect((await call(browser, 'app-22119')).status).toBe(200);
    expect((await browser.get('/keyring/app-22119')).json()).not.toHaveProperty('colour');
  });

  it('ST13 may store in a form of its own: older ones take it for ended, and leave it as it is', async () => {
    const browser = await holding(22118, 22119);
    const [key = ''] = await keysOf(/app-22119$/);
    const { sealer, place } = openedBy(browser);
    const newer = `9999999999999999.${sealer.seal(Buffer.from('{"form":"of the future"}'), place(2))}`;
    await redis.client.set(key, newer, 'KEEPTTL');
    expect(code(await call(browser, 'app-22119'))).toBe('authentication_expired');
    expect([await ids(browser), await redis.client.get(key)]).toEqual([['app-22118', 'app-22119'], newer]);
  });
});

describe('two hundred authentications', () => {
  it('CK6 MA12 have one short cookie, one list, and calls that read one value', async () => {
    const browser = await holding(22120);
    const call1 = await costOf(() => call(browser, 'app-22120'));
    const list1 = await costOf(() => browser.get('/keyring'));
    await fill(browser, 199);
    expect(await ids(browser)).toHaveLength(200);
    expect([await costOf(() => call(browser, 'app-22120')), await costOf(() => browser.get('/keyring'))]).toEqual([call1, list1]);
    expect([call1, list1]).toEqual([1, 1]);
    expect(browser.cookieHeader('/keyring/app-22120').length).toBeLessThan(256);
    expect(code(await browser.signInAsAda())).toBe('keyring_full');
    expect((await browser.delete('/keyring')).setCookies).toHaveLength(1);
    expect(await redis.client.keys('*')).toEqual([]);
  });
});

/** Commands that the store was given meanwhile. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const given = async () => Number(/^total_commands_processed:(\d+)/m.exec(await redis.client.info('stats'))?.[1]);
  const before = await given();
  await work();
  return (await given()) - before - 1; // the first look is counted too
}

/** Puts so many more into this browser's keyring. */
async function fill(browser: TestBrowser, count: number): Promise<void> {
  const { cookieSecrets: secrets, capacity } = server.settings;
  const connection = await Connection.open({ url: redis.url, commandMs: 2_000, log: { warn: () => undefined, error: () => undefined } });
  const browserCookies = createBrowserCookies(secrets, cookieNames('sandbox'), Date.now);
  const keyring = createRedisKeyring({
    connection,
    browserCookies,
    capacity,
    onUnreadable: () => undefined,
    restore: () => undefined,
    now: Date.now,
  });
  const lifetime = { obtainedAt: Date.now(), expiresAt: Date.now() + 8 * 3600 * 1000 };
  for (let id = 1; id <= count; id++) {
    const ref = { type: 'app' as const, id };
    const tokens = { accessToken: `access-${id}`, refreshToken: `refresh-${id}`, ref, scope: undefined, ...lifetime };
    await keyring.put(browser.cookieHeader('/'), { method: 'app', ref, name: `App ${id}`, scope: 'global:all', tokens });
  }
  connection.close();
}
