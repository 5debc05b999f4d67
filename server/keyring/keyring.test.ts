import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cookieNames } from '../http/cookies.ts';
import type { Tokens } from '../podio/oauth.ts';
import { TestBrowser } from '../testing.ts';
import type { SignIn } from './authentication.ts';
import { createCookieKeyring } from './cookie-keyring.ts';
import type { Keyring, OpenedHeld } from './keyring.ts';
import { createBrowserCookies } from './redis/browser-cookie.ts';
import { Connection } from './redis/connection.ts';
import { createRedisKeyring } from './redis/redis-keyring.ts';
import { TestRedis } from './redis/testing.ts';

const names = cookieNames('podio');
const secrets = ['s'.repeat(32)];
const now = Date.now;
const capacity = 12;

let redis: TestRedis;
let connection: Connection;
beforeAll(async () => {
  redis = await TestRedis.start();
  connection = await Connection.open({ url: redis.url, commandMs: 2_000, log: { warn: () => undefined, error: () => undefined } });
  inRedis = createRedisKeyring({
    connection,
    browserCookies: createBrowserCookies(secrets, names, now),
    capacity,
    onUnreadable: () => undefined,
    restore: () => undefined,
    now,
  });
});
afterEach(async () => {
  await redis.client.flushall();
});
afterAll(async () => {
  connection.close();
  await redis.close();
});

let inRedis: Keyring;
const keyrings: Record<string, () => Keyring> = {
  cookies: () => createCookieKeyring({ secrets, names, capacity, defaultScope: 'global:all', now }),
  Redis: () => inRedis,
};

const tokens = (access = 'access', refresh = 'refresh'): Tokens => ({
  accessToken: access,
  refreshToken: refresh,
  obtainedAt: now(),
  expiresAt: now() + 8 * 3600 * 1000,
  ref: undefined,
  scope: 'global:all',
});

const signIn = (appId: number, changes: Partial<SignIn> = {}): SignIn => ({
  method: 'app',
  ref: { type: 'app', id: appId },
  name: `App ${appId}`,
  scope: 'global:all',
  tokens: tokens(`access-${appId}`),
  ...changes,
});

/** A keyring as one browser has it: each answer's cookies are kept, and come along with the next request. */
class Browser {
  readonly jar = new TestBrowser('http://localhost', 0);
  readonly keyring: Keyring;

  constructor(keyring: Keyring) {
    this.keyring = keyring;
  }

  cookies = (id = '') => this.jar.cookieHeader(id ? `/keyring/${id}` : '/keyring');
  ids = async () => (await this.keyring.list(this.cookies())).map(({ id }) => id);
  open = async (id: string) => this.keyring.open(this.cookies(id), id);
  state = async (id: string) => (await this.open(id)).state;
  async put(what: SignIn) {
    const put = await this.keyring.put(this.cookies(), what);
    this.keep(put.cookies);
    return put.entry;
  }
  async setReadOnly(id: string, readOnly: boolean) {
    const changed = await this.keyring.setReadOnly(this.cookies(id), id, readOnly);
    this.keep(changed?.cookies ?? []);
    return changed?.entry;
  }
  remove = async (id: string) => this.keep((await this.keyring.remove(this.cookies(id), id)).cookies);
  clear = async () => this.keep((await this.keyring.clear(this.cookies())).cookies);
  private keep(lines: readonly string[]) {
    for (const line of lines) this.jar.store(line);
  }
}

describe.each(Object.entries(keyrings))('a keyring in %s', (_where, create) => {
  const browser = () => new Browser(create());

  it('is empty at first', async () => {
    const mine = browser();
    expect([await mine.ids(), await mine.state('app-1')]).toEqual([[], 'unknown']);
  });

  it('lists what was put in, in that order, and opens each with its own tokens', async () => {
    const mine = browser();
    for (const id of [3, 1, 2]) await mine.put(signIn(id));
    expect(await mine.ids()).toEqual(['app-3', 'app-1', 'app-2']);
    for (const id of [1, 2, 3])
      expect(await mine.open(`app-${id}`)).toMatchObject({
        state: 'held',
        entry: { id: `app-${id}`, name: `App ${id}`, readOnly: false },
        held: { name: `App ${id}`, scope: 'global:all', tokens: { accessToken: `access-${id}`, refreshToken: 'refresh' } },
      });
  });

  it('L17 takes a newer sign-in in the place of the older one, which stays read-only', async () => {
    const mine = browser();
    const first = await mine.put(signIn(1));
    await mine.put(signIn(2));
    await mine.setReadOnly('app-1', true);
    const second = await mine.put(signIn(1, { tokens: tokens('newer'), name: 'Renamed' }));
    expect(await mine.ids()).toEqual(['app-1', 'app-2']);
    expect(second).toMatchObject({ readOnly: true, name: 'Renamed' });
    expect(second.mark).not.toBe(first.mark);
    expect(await mine.open('app-1')).toMatchObject({ held: { tokens: { accessToken: 'newer' } }, entry: { readOnly: true } });
  });

  it('L16 that is full takes no other, loses none, and renews those that it holds', async () => {
    const mine = browser();
    for (let id = 1; id <= capacity; id++) await mine.put(signIn(id));
    await expect(mine.put(signIn(99))).rejects.toMatchObject({ code: 'keyring_full' });
    await mine.put(signIn(5, { tokens: tokens('renewed') }));
    expect(await mine.ids()).toHaveLength(capacity);
    expect(await mine.open('app-5')).toMatchObject({ held: { tokens: { accessToken: 'renewed' } } });
  });

  it('MA2 forgets one that is signed out of, and no other', async () => {
    const mine = browser();
    for (const id of [1, 2]) await mine.put(signIn(id));
    await mine.remove('app-1');
    await mine.remove('app-7');
    expect([await mine.ids(), await mine.state('app-1'), await mine.state('app-2')]).toEqual([['app-2'], 'unknown', 'held']);
    expect(await mine.setReadOnly('app-1', true)).toBeUndefined();
    await mine.put(signIn(1));
    expect(await mine.ids()).toEqual(['app-2', 'app-1']);
  });

  it('forgets all, and begins anew with nothing of the old', async () => {
    const mine = browser();
    for (const id of [1, 2]) await mine.put(signIn(id));
    await mine.clear();
    expect([await mine.ids(), await mine.state('app-1'), mine.jar.cookies.filter(({ path }) => path === '/')]).toEqual([[], 'unknown', []]);
    await mine.put(signIn(3));
    expect(await mine.ids()).toEqual(['app-3']);
  });

  it('MA4 opens nothing with the cookies of another browser, or of another place', async () => {
    const [mine, other] = [browser(), browser()];
    await mine.put(signIn(1));
    await other.put(signIn(2));
    expect([await mine.state('app-2'), await other.state('app-1')]).toEqual(['unknown', 'unknown']);
  });

  it('CK3 takes cookies that are damaged for absent', async () => {
    const mine = browser();
    await mine.put(signIn(1));
    const whole = mine.cookies();
    for (let at = whole.indexOf('=') + 1; at < whole.length; at += 7) {
      const damaged = `${whole.slice(0, at)}${whole[at] === 'A' ? 'B' : 'A'}${whole.slice(at + 1)}`;
      expect(await mine.keyring.list(damaged)).toEqual([]);
    }
  });

  it('keeps names and scopes of any length and script whole for whoever opens one', async () => {
    const mine = browser();
    const what = { name: 'ቋንቋዎች ሁሉ 👩🏽‍💻', scope: 'space:1:all'.repeat(9) };
    await mine.put(signIn(1, what));
    expect(await mine.open('app-1')).toMatchObject({ held: what });
  });

  it('RF20 has nothing to give to a refresh that ends after a sign-out', async () => {
    const mine = browser();
    await mine.put(signIn(1));
    const opened = (await mine.open('app-1')) as OpenedHeld;
    await mine.remove('app-1');
    expect(mine.keyring.renew(opened, tokens('late'))).toEqual([]);
    expect(await mine.state('app-1')).toBe('unknown');
  });
});
