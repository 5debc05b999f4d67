import { beforeEach, describe, expect, it } from 'vitest';
import { cookieNames } from '../../http/cookies.ts';
import { ProblemError } from '../../http/problems.ts';
import type { SignIn } from '../authentication.ts';
import type { Keyring } from '../keyring.ts';
import { createBrowserCookies, newBrowserId, newStoredKeyring } from './browser-cookie.ts';
import type { Connection } from './connection.ts';
import { createRedisKeyring } from './redis-keyring.ts';
import { storedForm } from './stored-form.ts';

const now = () => 1_700_000_000_000;
const browserCookies = createBrowserCookies(['s'.repeat(32)], cookieNames('podio'), now);
const cleared = browserCookies.clear();
const stored = newStoredKeyring();
const form = storedForm(stored.sealer, stored.id);
/** What a browser sends of a cookie that it was given. */
const cookieOf = (line: string) => line.split(';', 1)[0] as string;
const cookie = cookieOf(browserCookies.write({ browserId: newBrowserId(), keyring: stored }));
const noKeyring = cookieOf(browserCookies.write({ browserId: newBrowserId(), keyring: undefined }));

const away = new ProblemError('store_unavailable', 'Away.', { cause: new Error('away') });
const otherKind = new ProblemError('store_unavailable', 'Away.', { cause: new Error('WRONGTYPE Operation against a key') });

/** A store that holds one keyring, and answers the scripts as the test says. */
class Store {
  values: Record<string, string> = {};
  listings: Record<string, string> = {};
  failure: Error | undefined;
  outcomes: unknown[] = [];
  readonly asked: [script: string, keys: string[], values: unknown[]][] = [];

  get = async (key: string) => this.answer(this.values[key.split(':').at(-1) as string] ?? null);
  hget = async (_key: string, id: string) => this.answer(this.listings[id] ?? null);
  hgetall = async () => this.answer(this.listings);
  onReady = () => undefined;
  run = async (...input: [string, string[], unknown[]]) => {
    this.asked.push(input);
    return this.answer(this.outcomes.shift() ?? 'changed');
  };
  private answer<T>(value: T): T {
    if (this.failure) throw this.failure;
    return value;
  }
}

const signIn: SignIn = {
  method: 'app',
  ref: { type: 'app', id: 1 },
  name: 'Bugs',
  scope: 'global:all',
  tokens: { accessToken: 'a', refreshToken: 'r', obtainedAt: now(), expiresAt: now() + 1000, ref: undefined, scope: undefined },
};

let store: Store;
let keyring: Keyring;
let unreadable: unknown[];
beforeEach(() => {
  store = new Store();
  unreadable = [];
  keyring = createRedisKeyring({
    connection: store as unknown as Connection,
    browserCookies,
    capacity: 12,
    onUnreadable: (keyringId, id) => unreadable.push([keyringId, id]),
    restore: () => undefined,
    now,
  });
});

/** Puts app-1 into the store, as a sign-in leaves it there. */
async function holding(): Promise<void> {
  store.outcomes = ['1'];
  await keyring.put(cookie, signIn);
  const [, , values] = store.asked.pop() as (typeof store.asked)[0];
  store.listings['app-1'] = `1.${values[2]}`;
  store.values['app-1'] = `5.${values[3]}`;
}

describe.each([
  ['no cookie', undefined],
  ['a cookie of no keyring', noKeyring],
])('with %s', (_what, none) => {
  it('holds nothing, and asks the store for nothing', async () => {
    store.failure = away;
    expect(await keyring.list(none)).toEqual([]);
    expect(await keyring.open(none, 'app-1')).toEqual({ state: 'unknown' });
    expect(await keyring.setReadOnly(none, 'app-1', true)).toBeUndefined();
    expect(await keyring.remove(none, 'app-1')).toEqual({ ids: [], keyringId: undefined, cookies: [] });
    expect(await keyring.clear(none)).toEqual({ ids: [], keyringId: undefined, cookies: [cleared] });
  });

  it('begins a keyring with the first sign-in', async () => {
    store.outcomes = ['1'];
    await keyring.put(none, signIn);
    expect(store.asked.map(([, , values]) => [values[1], values.at(-1)])).toEqual([['', '1']]);
  });
});

describe('a sign-in', () => {
  it('goes into the keyring that there is', async () => {
    store.outcomes = ['1'];
    expect((await keyring.put(cookie, signIn)).keyringId).toBe(stored.id);
    expect(store.asked.map(([, , values]) => values.at(-1))).toEqual(['']);
  });

  it('begins another keyring where this one has ended', async () => {
    store.outcomes = ['gone', '1'];
    expect((await keyring.put(cookie, signIn)).keyringId).not.toBe(stored.id);
    expect(store.asked.map(([, , values]) => values.at(-1))).toEqual(['', '1']);
  });
});

describe('a write that others come before', () => {
  const writes: [what: string, () => Promise<unknown>][] = [
    ['a sign-in', async () => keyring.put(cookie, signIn)],
    ['a change', async () => keyring.setReadOnly(cookie, 'app-1', true)],
  ];

  it.each(writes)('%s is tried twenty times', async (_what, write) => {
    await holding();
    store.outcomes = [...Array<string>(19).fill('changed'), 'done'];
    expect(await write()).toMatchObject({ entry: { id: 'app-1' } });
    expect(store.asked).toHaveLength(20);
  });

  it.each(writes)('%s is given up then, and may be asked for again in a moment', async (_what, write) => {
    await holding();
    await expect(write()).rejects.toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 1, detail: expect.stringMatching(/./) });
    expect(store.asked).toHaveLength(20);
  });
});

describe('a change', () => {
  it('is told, and prolongs the cookie', async () => {
    await holding();
    store.outcomes = ['done'];
    const changed = await keyring.setReadOnly(cookie, 'app-1', true);
    expect(changed).toMatchObject({ entry: { id: 'app-1', readOnly: true }, cookies: [expect.any(String)] });
    expect(browserCookies.read(cookieOf(changed?.cookies[0] ?? ''))?.keyring?.id).toBe(stored.id);
    expect(store.asked[0]?.[2].slice(0, 3)).toEqual(['app-1', store.listings['app-1'], '5']);
  });

  it('of what is not held is none', async () => {
    expect(await keyring.setReadOnly(cookie, 'app-1', true)).toBeUndefined();
    expect(store.asked).toEqual([]);
  });
});

describe('a sign-out', () => {
  it.each([
    [1, ['app-1']],
    [0, []],
  ])('that removes %i tells %j', async (removed, ids) => {
    store.outcomes = [removed];
    expect(await keyring.remove(cookie, 'app-1')).toEqual({ ids, keyringId: stored.id, cookies: [] });
  });

  it('of everything takes the cookie, also while the store is away', async () => {
    store.outcomes = [['app-1']];
    expect(await keyring.clear(cookie)).toEqual({ ids: ['app-1'], keyringId: stored.id, cookies: [cleared] });
    store.failure = away;
    await expect(keyring.clear(cookie)).rejects.toMatchObject({ code: 'store_unavailable', cookies: [cleared] });
  });
});

describe('what does not open', () => {
  it.each([
    ['app-12', 'app-12'],
    ['user-1234567890123456', 'user-1234567890123456'],
    ['app-12345678901234567', undefined],
    ['app-1 ', undefined],
    ['my-app-1', undefined],
    ['app-x', undefined],
  ])('is told when it is listed, by an id of ours only: %s', async (id, told) => {
    await holding();
    store.listings[id] = '2.damaged';
    expect((await keyring.list(cookie)).map((entry) => entry.id)).toEqual(['app-1']);
    expect(unreadable).toEqual([[stored.id, told]]);
  });

  it('is told when it is opened, and counts as ended where it is listed still', async () => {
    await holding();
    store.values['app-1'] = 'damaged';
    expect(await keyring.open(cookie, 'app-1')).toMatchObject({ state: 'expired', entry: { id: 'app-1' }, keyringId: stored.id });
    expect(unreadable).toEqual([[stored.id, 'app-1']]);
  });

  it('is nothing to tell where it is absent', async () => {
    expect(await keyring.open(cookie, 'app-1')).toEqual({ state: 'unknown' });
    expect(unreadable).toEqual([]);
  });

  it('is absent where the store holds another kind of value there, and not where the store is away', async () => {
    store.failure = otherKind;
    expect([await keyring.list(cookie), await keyring.open(cookie, 'app-1')]).toEqual([[], { state: 'unknown' }]);
    store.failure = away;
    await expect(keyring.list(cookie)).rejects.toBe(away);
    await expect(keyring.open(cookie, 'app-1')).rejects.toBe(away);
  });
});

it('lists in the order of the sign-ins', async () => {
  await holding();
  const [, sealed] = (store.listings['app-1'] as string).split('.', 2) as [string, string];
  const entry = form.openEntry(sealed, 'app-1');
  store.listings = { 'app-1': `10.${sealed}` };
  if (entry) store.listings['app-2'] = `9.${form.sealEntry({ ...entry, id: 'app-2' })}`;
  expect((await keyring.list(cookie)).map(({ id }) => id)).toEqual(['app-2', 'app-1']);
});
