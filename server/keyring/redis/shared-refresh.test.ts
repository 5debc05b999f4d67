import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cookieNames } from '../../http/cookies.ts';
import { PodioConnectionError, PodioInvalidGrantError, PodioSubjectChangedError } from '../../podio/errors.ts';
import type { Tokens } from '../../podio/oauth.ts';
import type { Keyring, OpenedHeld } from '../keyring.ts';
import { createBrowserCookies } from './browser-cookie.ts';
import { Connection } from './connection.ts';
import { createRedisKeyring } from './redis-keyring.ts';
import { createSharedRefresh, type SharedRefresh, type SharedRefreshOptions } from './shared-refresh.ts';
import { TestRedis } from './testing.ts';

const id = 'app-7';
const leaseMs = 600;
let redis: TestRedis;
let connection: Connection;
let keyring: Keyring;
/** What each instance was told to log. */
let logged: string[];
let asked: number;
/** What Podio does when it is asked to renew tokens. */
let podio: () => Promise<Tokens>;
let one: SharedRefresh;
let other: SharedRefresh;
let cookies: string;
/** As this browser's call found them. */
let opened: OpenedHeld;

const log = { warn: (_: object, text: string) => void logged.push(text), error: (_: object, text: string) => void logged.push(text) };
const tokens = (access: string): Tokens => ({
  accessToken: access,
  refreshToken: `refresh of ${access}`,
  obtainedAt: Date.now(),
  expiresAt: Date.now() + 8 * 3600 * 1000,
  ref: { type: 'app', id: 7 },
  scope: 'global:all',
});
const signIn = (access: string) =>
  ({ method: 'app', ref: { type: 'app', id: 7 }, name: 'Seven', scope: 'global:all', tokens: tokens(access) }) as const;
const create = (options: Partial<SharedRefreshOptions> = {}) =>
  createSharedRefresh({
    connection,
    grant: () => {
      asked++;
      return podio();
    },
    leaseMs,
    waitMs: 5_000,
    refusalMs: 60_000,
    log,
    now: Date.now,
    ...options,
  });

beforeAll(async () => {
  redis = await TestRedis.start();
  connection = await Connection.open({ url: redis.url, commandMs: 2_000, log });
  keyring = createRedisKeyring({
    connection,
    browserCookies: createBrowserCookies(['s'.repeat(32)], cookieNames('podio'), Date.now),
    capacity: 10,
    onUnreadable: () => undefined,
    restore: () => undefined,
    now: Date.now,
  });
});
beforeEach(async () => {
  [logged, asked] = [[], 0];
  podio = async () => tokens('new');
  [one, other] = [create(), create()];
  cookies = (await keyring.put(undefined, signIn('old'))).cookies[0]?.split(';', 1)[0] ?? '';
  opened = await found();
});
afterEach(() => redis.client.flushall());
afterAll(async () => {
  connection.close();
  await redis.close();
});

const found = async () => (await keyring.open(cookies, id)) as OpenedHeld;
const refresh = (by: SharedRefresh) => by.refresh(opened.held.tokens, opened);
/** The access token that came of it, or what went wrong. */
const outcome = (answer: Promise<Tokens>) =>
  answer.then(
    ({ accessToken }) => accessToken,
    (error: Error) => error,
  );
const lease = () => `podio-keyring:{${opened.keyringId}}:${id}:lease`;
const leases = () => redis.client.keys('*:lease');
const refused = () => Promise.reject(new PodioInvalidGrantError('no'));
/** Podio answers when the test says. */
function slowly(): { answer: (access: string) => void; refuse: () => void } {
  const told = { answer: (_access: string) => {}, refuse: () => {} };
  const answered = new Promise<Tokens>((resolve, reject) => {
    told.answer = (access) => resolve(tokens(access));
    told.refuse = () => reject(new PodioInvalidGrantError('no'));
  });
  podio = () => answered;
  return told;
}

describe('a refresh over all instances', () => {
  it('RF2 asks Podio once, stores the tokens, and leaves no lease behind', async () => {
    expect(await Promise.all([one, other, one].map((by) => outcome(refresh(by))))).toEqual(['new', 'new', 'new']);
    expect(asked).toBe(1);
    const { entry, held } = await found();
    expect([held.tokens.accessToken, held.tokens.refreshToken, entry.name]).toEqual(['new', 'refresh of new', 'Seven']);
    expect(await leases()).toEqual([]);
    expect(await outcome(refresh(other))).toBe('new');
    expect(asked).toBe(1);
  });

  it('asks again for tokens that are those in the store', async () => {
    await refresh(one);
    opened = await found();
    podio = async () => tokens('newer');
    expect([await outcome(refresh(other)), asked]).toEqual(['newer', 2]);
    await keyring.setReadOnly(cookies, id, true);
    opened = { ...opened, held: (await found()).held };
    podio = async () => tokens('newest');
    expect(await outcome(refresh(one)), 'what is listed changed, the tokens did not').toBe('newest');
  });

  it('RF3 that takes longer than its lease keeps it', async () => {
    const { answer } = slowly();
    const first = refresh(one);
    await expect.poll(leases).toHaveLength(1);
    const second = refresh(other);
    for (let renewals = 0; renewals < 2; renewals++) {
      let left = Number.POSITIVE_INFINITY;
      const rises = async () => {
        const before = left;
        left = await redis.client.pttl(lease());
        return left > before;
      };
      await expect.poll(rises).toBe(true);
    }
    answer('new');
    expect([(await first).accessToken, (await second).accessToken, asked]).toEqual(['new', 'new', 1]);
  });

  it('takes the place of an instance that was killed when its lease ends, and gives up where it does not end', async () => {
    await redis.client.set(lease(), 'killed', 'PX', 150);
    expect([await outcome(refresh(one)), asked]).toEqual(['new', 1]);
    opened = await found();
    await redis.client.set(lease(), 'stuck');
    const error = await outcome(create({ waitMs: 120 }).refresh(opened.held.tokens, opened));
    expect(error).toBeInstanceOf(PodioConnectionError);
    expect(error).toMatchObject({ timedOut: true });
    expect(await redis.client.get(lease())).toBe('stuck');
  });

  it('RF20 finds that a sign-out came first, and stores nothing where it comes meanwhile', async () => {
    const { answer } = slowly();
    const late = refresh(one);
    await expect.poll(() => asked).toBe(1);
    await keyring.remove(cookies, id);
    answer('new');
    expect((await late).accessToken).toBe('new');
    expect(await outcome(refresh(other))).toMatchObject({ code: 'unknown_authentication' });
    expect([(await keyring.open(cookies, id)).state, asked, logged]).toEqual(['unknown', 1, []]);
  });

  it('loses against a newer sign-in, and keeps a change that crosses it', async () => {
    const crossed = slowly();
    const changing = refresh(one);
    await expect.poll(() => asked).toBe(1);
    await keyring.setReadOnly(cookies, id, true);
    crossed.answer('new');
    expect((await changing).accessToken).toBe('new');
    opened = await found();
    expect([opened.entry.readOnly, opened.held.tokens.accessToken]).toEqual([true, 'new']);
    const overtaken = slowly();
    const late = refresh(one);
    await expect.poll(() => asked).toBe(2);
    await keyring.put(cookies, signIn('signed in'));
    overtaken.answer('late');
    expect([(await late).accessToken, (await found()).held.tokens.accessToken]).toEqual(['signed in', 'signed in']);
  });
});

describe('a refresh that Podio refused', () => {
  it.each([
    ['as no longer valid', () => new PodioInvalidGrantError('no')],
    ['by tokens of somebody else', () => new PodioSubjectChangedError('other')],
  ])('RF22 %s is refused on every instance for a while, and asked again then', async (_what, error) => {
    podio = () => Promise.reject(error());
    [one, other] = [create({ refusalMs: 300 }), create()];
    expect(await outcome(refresh(one))).toBeInstanceOf(error().constructor);
    podio = async () => tokens('new');
    expect(await outcome(refresh(other))).toBeInstanceOf(PodioInvalidGrantError);
    expect([asked, await leases()]).toEqual([1, []]);
    await expect.poll(() => outcome(refresh(other))).toBe('new');
  });

  it('is refused also where it was signed out of meanwhile', async () => {
    const { refuse } = slowly();
    const late = outcome(refresh(one));
    await expect.poll(() => asked).toBe(1);
    await keyring.remove(cookies, id);
    refuse();
    expect(await late).toBeInstanceOf(PodioInvalidGrantError);
  });

  it('for another reason does not count: the next asks', async () => {
    podio = () => Promise.reject(new PodioConnectionError('away'));
    expect(await outcome(refresh(one))).toBeInstanceOf(PodioConnectionError);
    podio = async () => tokens('new');
    expect([await outcome(refresh(other)), asked]).toEqual(['new', 2]);
  });

  it('RF10 stays refused where what is listed changed meanwhile; where somebody got newer tokens, those count', async () => {
    const first = slowly();
    const refusing = outcome(refresh(one));
    await expect.poll(() => asked).toBe(1);
    await keyring.setReadOnly(cookies, id, true);
    first.refuse();
    expect(await refusing).toBeInstanceOf(PodioInvalidGrantError);
    expect(await outcome(refresh(other))).toBeInstanceOf(PodioInvalidGrantError);
    await keyring.put(cookies, signIn('signed in'));
    opened = await found();
    const second = slowly();
    const overtaken = outcome(refresh(one));
    await expect.poll(() => asked).toBe(2);
    await keyring.put(cookies, signIn('again'));
    second.refuse();
    expect(await overtaken).toBe('again');
    podio = refused;
    expect(await outcome(refresh(one))).toBe('again');
  });
});

describe('refreshed tokens that cannot be stored', () => {
  /** A store that is full when the tokens come. */
  const whileFull = async () => {
    const { answer } = slowly();
    const answered = refresh(one);
    await expect.poll(() => asked).toBe(1);
    await redis.client.config('SET', 'maxmemory', '1');
    answer('new');
    expect((await answered).accessToken).toBe('new');
    expect(logged).toEqual(['refreshed tokens wait to be stored']);
  };
  afterEach(() => redis.client.config('SET', 'maxmemory', '0'));

  it('ST5 are stored when the store takes them', async () => {
    await whileFull();
    expect((await found()).held.tokens.accessToken).toBe('old');
    await redis.client.config('SET', 'maxmemory', '0');
    await expect.poll(async () => (await found()).held.tokens.accessToken).toBe('new');
    await one.settled();
    expect(logged).toHaveLength(1);
  });

  it('ST5 are tried once more at the end, and given up with a word', async () => {
    await whileFull();
    await one.settled();
    expect(logged.slice(1)).toEqual([expect.stringContaining('could not be stored')]);
    expect((await found()).held.tokens.accessToken).toBe('old');
  });
});

describe('a store that lost refreshed tokens', () => {
  let newer: Tokens;
  let before: string;
  const key = () => `podio-keyring:{${opened.keyringId}}:${id}`;
  beforeEach(async () => {
    before = (await redis.client.get(key())) ?? '';
    newer = await refresh(one);
    await expect.poll(() => Date.now()).toBeGreaterThan(newer.obtainedAt + 1);
  });

  it('ST7 gets them again, once for all calls that see it, and again when it loses them again', async () => {
    await redis.client.set(key(), before);
    opened = await found();
    for (let call = 0; call < 3; call++) one.restore(opened, newer);
    await expect.poll(async () => (await found()).held.tokens.accessToken).toBe('new');
    expect(logged).toEqual([expect.stringContaining('has lost')]);
    await redis.client.set(key(), before);
    const again = { ...(await found()), openedAt: Date.now() + 1 };
    one.restore(again, newer);
    await expect.poll(async () => (await found()).held.tokens.accessToken).toBe('new');
  });

  it('gets nothing for a call that read before they were stored, or found other tokens, nor from an instance that stored none', async () => {
    one.restore({ ...opened, openedAt: newer.obtainedAt - 1 }, newer);
    await keyring.put(cookies, signIn('signed in'));
    one.restore(await found(), newer);
    await redis.client.set(key(), before);
    other.restore(await found(), newer);
    expect(logged).toEqual([]);
  });

  it('ST5 that is full as well gets them when it takes them', async () => {
    await redis.client.set(key(), before);
    opened = await found();
    await redis.client.config('SET', 'maxmemory', '1');
    one.restore(opened, newer);
    await expect.poll(() => logged).toHaveLength(2);
    await redis.client.config('SET', 'maxmemory', '0');
    await one.settled();
    expect((await found()).held.tokens.accessToken).toBe('new');
  });
});
