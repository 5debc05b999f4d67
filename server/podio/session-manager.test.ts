import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { TestRedis } from '../keyring/redis/testing.ts';
import { CookieSessionManager } from './cookie-session-manager.ts';
import { FileSessionManager } from './file-session-manager.ts';
import { RedisSessionManager } from './redis-session-manager.ts';
import { type AuthType, checkSession, MemorySessionManager, type SessionTokens, sessionKey } from './session-manager.ts';

const projects: AuthType = { type: 'app', identifier: 22117 };
const leads: AuthType = { type: 'app', identifier: 22118 };
const ada: AuthType = { type: 'password', identifier: 'ada@example.com' };
const code: AuthType = { type: 'authorization_code', identifier: undefined };

const session = (authType: AuthType, accessToken: string): SessionTokens => ({
  accessToken,
  refreshToken: 'r',
  obtainedAt: 1,
  expiresAt: 2,
  ref: { type: 'app', id: 22117 },
  scope: 'global:all',
  authType,
  clientId: 'key',
  apiUrl: 'https://api.podio.com',
});

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'podio-session-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'new', 'session.json');
}

const secret = 'a secret of the tests that is long enough';
const newer = 'another secret of the tests, which came later';

let redis: TestRedis;
beforeAll(async () => {
  redis = await TestRedis.start();
});
afterAll(() => redis.close());
beforeEach(async () => {
  await redis.client.flushall();
});

describe.each([
  ['MemorySessionManager', async () => new MemorySessionManager()],
  ['FileSessionManager', async () => new FileSessionManager(await temporaryFile())],
  ['RedisSessionManager', async () => new RedisSessionManager(redis.client, { secrets: [secret] })],
])('%s', (_name, create) => {
  it('keeps one authentication for each auth type', async () => {
    const manager = await create();
    const authTypes = [projects, leads, ada, code];
    for (const authType of authTypes) expect(await manager.get(authType)).toBeUndefined();
    for (const [index, authType] of authTypes.entries()) await manager.set(session(authType, `a${index}`), authType);
    for (const [index, authType] of authTypes.entries()) expect(await manager.get({ ...authType })).toEqual(session(authType, `a${index}`));
  });

  it('replaces and forgets one, and leaves the others', async () => {
    const manager = await create();
    await manager.set(session(projects, 'a'), projects);
    await manager.set(session(leads, 'b'), leads);
    await manager.set(session(projects, 'c'), projects);
    expect((await manager.get(projects))?.accessToken).toBe('c');
    await manager.set(undefined, projects);
    expect(await manager.get(projects)).toBeUndefined();
    expect((await manager.get(leads))?.accessToken).toBe('b');
  });
});

describe('FileSessionManager', () => {
  it('keeps them for the next run, where only the owner reads them', async () => {
    const path = await temporaryFile();
    await new FileSessionManager(path).set(session(projects, 'a'), projects);
    expect(await new FileSessionManager(path).get(projects)).toEqual(session(projects, 'a'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  });

  it('takes a file that others could read from them', async () => {
    const path = await temporaryFile();
    const manager = new FileSessionManager(path);
    await manager.set(undefined, projects);
    await rm(path);
    await writeFile(path, '', { mode: 0o644 });
    await manager.set(session(projects, 'a'), projects);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('takes an empty file for none', async () => {
    const path = await temporaryFile();
    const manager = new FileSessionManager(path);
    await manager.set(undefined, projects);
    await writeFile(path, ' \n');
    expect(await manager.get(projects)).toBeUndefined();
    await manager.set(session(projects, 'a'), projects);
    expect(await manager.get(projects)).toEqual(session(projects, 'a'));
  });

  it('loses nothing when many write at once, through several managers', async () => {
    const path = await temporaryFile();
    const authTypes = Array.from({ length: 20 }, (_, index): AuthType => ({ type: 'app', identifier: index + 1 }));
    await Promise.all(authTypes.map((authType) => new FileSessionManager(path).set(session(authType, 'a'), authType)));
    for (const authType of authTypes) expect(await new FileSessionManager(path).get(authType)).toBeDefined();
    expect(await readdir(join(path, '..'))).toEqual(['session.json']);
  });

  it('loses nothing when one writes while the next is about to', async () => {
    const manager = new FileSessionManager(await temporaryFile());
    const first = manager.set(session(projects, 'a'), projects);
    const second = manager.set(session(leads, 'b'), leads);
    await first;
    await Promise.all([second, manager.set(session(ada, 'c'), ada)]);
    const kept = await Promise.all([projects, leads, ada].map((authType) => manager.get(authType)));
    expect(kept.map((tokens) => tokens?.accessToken)).toEqual(['a', 'b', 'c']);
  });

  it('says which file cannot be written, and why', async () => {
    const folder = join(await temporaryFile(), '..');
    await symlink(join(folder, '..', 'nowhere'), folder);
    const inNoFolder = join(folder, 'session.json');
    const longName = join(folder, '..', 'x'.repeat(250));
    for (const path of [inNoFolder, longName]) {
      const error: unknown = await new FileSessionManager(path).set(session(projects, 'a'), projects).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ cause: { code: expect.stringMatching(/^E/) } });
      const { code } = (error as { cause: { code: string } }).cause;
      expect((error as Error).message).toBe(`The session file ${path} cannot be written (${code}).`);
    }
  });

  it.each([
    ['{"version":1,"sess'],
    ['[]'],
    ['null'],
    ['{"version":2,"sessions":{}}'],
    ['{"version":1,"sessions":{"app:1":5}}'],
    ['{"version":1,"sessions":{"app:1":null}}'],
    ['{"version":1,"sessions":{"app:1":{},"app:2":5}}'],
    ['{"version":1,"sessions":5}'],
    ['{"version":1,"sessions":null}'],
    ['{"version":1,"sessions":[]}'],
    ['{"version":1,"sessions":"none"}'],
    ['{"version":1}'],
    ['{"secret":1}'],
  ])('says which file is damaged, without its text, and leaves it as it is: %s', async (text) => {
    const path = await temporaryFile();
    const manager = new FileSessionManager(path);
    await manager.set(undefined, projects);
    await writeFile(path, text);
    await expect(manager.get(projects)).rejects.toThrow(`The session file ${path} is damaged`);
    await expect(manager.set(session(projects, 'a'), projects)).rejects.toThrow('is damaged');
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('writes again after a write that failed', async () => {
    const path = await temporaryFile();
    const manager = new FileSessionManager(path);
    await manager.set(undefined, projects);
    await writeFile(path, 'damaged');
    const failing = manager.set(session(projects, 'a'), projects);
    await expect(failing).rejects.toThrow('is damaged');
    await rm(path);
    await manager.set(session(projects, 'b'), projects);
    expect((await manager.get(projects))?.accessToken).toBe('b');
  });

  it('says which file cannot be read or written', async () => {
    const path = await temporaryFile();
    await new FileSessionManager(path).set(undefined, projects);
    const folder = join(path, '..');
    await expect(new FileSessionManager(folder).get(projects)).rejects.toThrow(`${folder} cannot be read (EISDIR)`);
    await expect(new FileSessionManager(folder).get(projects)).rejects.toMatchObject({ cause: { code: 'EISDIR' } });
    const below = join(path, 'below.json');
    await expect(new FileSessionManager(below).set(undefined, projects)).rejects.toThrow(`The session file ${below} cannot be`);
  });
});

describe('RedisSessionManager', () => {
  it('stores nothing that can be read, until the refresh token ends', async () => {
    await new RedisSessionManager(redis.client, { secrets: [secret], prefix: 'sync:' }).set(session(projects, 'an-access-token'), projects);
    expect(await redis.client.keys('*')).toEqual(['sync:app:22117']);
    expect(await redis.client.get('sync:app:22117')).toMatch(/^[\w-]+$/);
    expect(Buffer.from((await redis.client.get('sync:app:22117')) ?? '', 'base64url').toString('latin1')).not.toContain('an-access-token');
    expect(await redis.client.ttl('sync:app:22117')).toBeGreaterThan(28 * 24 * 3600 - 60);
  });

  it('opens what an earlier secret sealed, and takes what does not open for nothing', async () => {
    await new RedisSessionManager(redis.client, { secrets: [secret] }).set(session(projects, 'a'), projects);
    expect((await new RedisSessionManager(redis.client, { secrets: [newer, secret] }).get(projects))?.accessToken).toBe('a');
    expect(await new RedisSessionManager(redis.client, { secrets: [newer] }).get(projects)).toBeUndefined();
    await redis.client.rename('podio-session:app:22117', 'podio-session:app:22118'); // by somebody who may write there
    expect(await new RedisSessionManager(redis.client, { secrets: [secret] }).get(leads)).toBeUndefined();
  });

  it('takes clients that spell SETEX in the other way', async () => {
    const client = {
      get: (key: string) => redis.client.get(key),
      del: (key: string) => redis.client.del(key),
      setEx: (key: string, seconds: number, value: string) => redis.client.setex(key, seconds, value),
    };
    const manager = new RedisSessionManager(client, { secrets: [secret] });
    await manager.set(session(ada, 'a'), ada);
    expect(await manager.get(ada)).toEqual(session(ada, 'a'));
  });

  it('wants a secret of some length', async () => {
    const manager = new RedisSessionManager(redis.client, { secrets: ['x'.repeat(32)] });
    await manager.set(session(ada, 'a'), ada);
    expect(await manager.get(ada)).toEqual(session(ada, 'a'));
    for (const secrets of [[], ['short'], [secret, 'short']])
      expect(() => new RedisSessionManager(redis.client, { secrets })).toThrow('at least 32 characters');
  });
});

it('what one kind of place keeps opens in no other', async () => {
  let cookie = '';
  const write = (value = '') => {
    cookie = value;
  };
  const inCookie = new CookieSessionManager({ secrets: [secret], read: () => cookie, write });
  inCookie.set(session(projects, 'a'), projects);
  await redis.client.set('podio-session:app:22117', cookie);
  expect(inCookie.get(projects)).toBeDefined();
  expect(await new RedisSessionManager(redis.client, { secrets: [secret] }).get(projects)).toBeUndefined();
});

describe('CookieSessionManager', () => {
  /** A request with the cookies that the browser has by then. */
  function browser() {
    let cookie: string | undefined;
    const request = (secrets = [secret]) => {
      const came = cookie;
      const write = (value: string | undefined) => {
        cookie = value;
      };
      return new CookieSessionManager({ secrets, read: () => came, write });
    };
    return { request, cookie: () => cookie };
  }

  it('keeps one authentication from request to request, sealed', () => {
    const { request, cookie } = browser();
    expect(request().get(projects)).toBeUndefined();
    const first = request();
    first.set(session(projects, 'an-access-token'), projects);
    expect(first.get(projects)?.accessToken).toBe('an-access-token'); // within the request, too
    expect(request([newer, secret]).get(projects)).toEqual(session(projects, 'an-access-token'));
    expect(request().get(leads)).toBeUndefined();
    expect(request([newer]).get(projects)).toBeUndefined();
    expect(Buffer.from(cookie() ?? '', 'base64url').toString('latin1')).not.toContain('an-access-token');
    expect(cookie()?.length).toBeLessThan(1_000);
    request().set(undefined, projects);
    expect([cookie(), request().get(projects)]).toEqual([undefined, undefined]);
  });

  it('says so when a session does not fit, and leaves the cookie as it was', () => {
    const { request, cookie } = browser();
    request().set(session(projects, 'a'), projects);
    const before = cookie();
    expect(() => request().set({ ...session(projects, 'b'), scope: 'x'.repeat(3_000) }, projects)).toThrow('a cookie holds');
    expect(cookie()).toBe(before);
  });

  it('fills a cookie to 3,800 characters', () => {
    const { request, cookie } = browser();
    const keep = (length: number) => request().set({ ...session(projects, 'a'), scope: 'x'.repeat(length) }, projects);
    let length = 2_000;
    keep(length);
    while ((cookie()?.length ?? 0) < 3_800) keep(++length);
    expect(cookie()).toHaveLength(3_800);
    expect(() => keep(length + 1)).toThrow(RangeError);
  });
});

describe('the name of an authentication', () => {
  it.each([
    [projects, 'app:22117'],
    [ada, 'password:ada@example.com'],
    [code, 'authorization_code'],
  ])('of %j is %s', (authType, name) => {
    expect(sessionKey(authType)).toBe(name);
  });
});

describe('what a session manager gives', () => {
  it('may be nothing', () => {
    expect(checkSession(undefined)).toBeUndefined();
    expect(checkSession(null)).toBeUndefined();
  });

  it('is taken as it was set', () => {
    expect(checkSession(session(code, 'a'))).toEqual(session(code, 'a'));
  });

  it.each([
    {},
    'text',
    { ...session(ada, 'a'), accessToken: undefined },
    { ...session(ada, 'a'), refreshToken: null },
    { ...session(ada, 'a'), expiresAt: 'soon' },
    { ...session(ada, 'a'), obtainedAt: '1' },
    { ...session(ada, 'a'), authType: undefined },
    { ...session(ada, 'a'), authType: {} },
    { ...session(ada, 'a'), clientId: 5 },
    { ...session(ada, 'a'), apiUrl: undefined },
    { access_token: 'a' },
  ])('is refused where it is not what was set: %j', (value) => {
    expect(() => checkSession(value)).toThrow(TypeError);
  });
});
