import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COOKIE_BYTES, cookieNames } from '../http/cookies.ts';
import type { Tokens } from '../podio/oauth.ts';
import type { SignIn } from './authentication.ts';
import { MAX_COOKIE_CAPACITY } from './capacity.ts';
import { createCookieKeyring } from './cookie-keyring.ts';
import type { Keyring as AnyKeyring, Immediate, OpenedHeld } from './keyring.ts';

type Keyring = Immediate<AnyKeyring>;

const names = cookieNames('podio');
const secrets = ['s'.repeat(32)];
const day = 24 * 3600 * 1000;
let time = 1_800_000_000_000;
const now = () => time;

const keyringWith = (options: Partial<Parameters<typeof createCookieKeyring>[0]> = {}) =>
  createCookieKeyring({ secrets, names, capacity: 60, defaultScope: 'global:all', now, ...options });

const tokens = (access = 'access', refresh = 'refresh'): Tokens => ({
  accessToken: access,
  refreshToken: refresh,
  obtainedAt: time,
  expiresAt: time + 8 * 3600 * 1000,
  ref: undefined,
  scope: 'global:all',
});

const signIn = (appId: number, changes: Partial<SignIn> = {}): SignIn => ({
  method: 'app',
  ref: { type: 'app', id: appId },
  name: `App ${appId}`,
  scope: 'global:all',
  tokens: tokens(),
  ...changes,
});

/** What one sign-in sets: the values of the keyring cookie and of the token cookie. */
function added(keyring: Keyring, header: string | undefined, what: SignIn) {
  const { entry, cookies } = keyring.put(header, what);
  const [list = '', token = ''] = cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')));
  return { id: entry.id, list, token, header: `${names.keyring}=${list}; ${names.authentication}=${token}`, cookies };
}

/** Another value that looks alike, at one place. */
const damaged = (value: string, at: number) => `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;

describe('a cookie that is damaged', () => {
  it('CK3 is absent, wherever the damage is, alone and before or behind the whole one', () => {
    const keyring = keyringWith();
    const { id, list, token } = added(keyring, undefined, signIn(1));
    const state = (...pairs: string[]) => keyring.open(pairs.join('; '), id).state;
    const [goodList, goodToken] = [`${names.keyring}=${list}`, `${names.authentication}=${token}`];
    for (let at = 0; at < list.length; at++) {
      const bad = `${names.keyring}=${damaged(list, at)}`;
      expect(state(bad, goodToken)).toBe('unknown');
      expect([state(bad, goodList, goodToken), state(goodToken, goodList, bad)]).toEqual(['held', 'held']);
    }
    for (let at = 0; at < token.length; at++) {
      const bad = `${names.authentication}=${damaged(token, at)}`;
      expect(state(goodList, bad)).toBe('expired');
      expect([state(bad, goodList, goodToken), state(goodToken, bad, goodList)]).toEqual(['held', 'held']);
    }
  });

  it('CK8 in any order of duplicates the only one that counts is the one that opens here', () => {
    const keyring = keyringWith();
    const mine = added(keyring, undefined, signIn(1));
    const other = added(keyring, undefined, signIn(1));
    const older = added(keyring, mine.header, signIn(2));
    const planted = [
      `${names.authentication}=${other.token}`,
      `${names.authentication}=${older.token}`,
      `${names.authentication}=${mine.list}`,
      `${names.authentication}=`,
      `${names.authentication}`,
      `${names.keyring}=${mine.token}`,
      `${names.keyring}=x`,
      `x${names.keyring}=${other.list}`,
    ];
    const whole = [`${names.keyring}=${mine.list}`, `${names.authentication}=${mine.token}`];
    fc.assert(
      fc.property(fc.shuffledSubarray([...planted, ...whole]), (pairs) => {
        const expected = !pairs.includes(whole[0] ?? '') ? 'unknown' : pairs.includes(whole[1] ?? '') ? 'held' : 'expired';
        expect(keyring.open(pairs.join('; '), mine.id).state).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a keyring', () => {
  it('CK12 ends 400 days after its last write, by what is inside it, and each authentication 28 days after its last tokens', () => {
    const keyring = keyringWith();
    const { header, id } = added(keyring, undefined, signIn(1));
    time += 28 * day - 1000;
    expect(keyring.open(header, id).state).toBe('held');
    time += 1000;
    expect(keyring.open(header, id).state).toBe('expired');
    time += 372 * day - 1000;
    expect(keyring.list(header)).toHaveLength(1);
    time += 1000;
    expect([keyring.list(header), keyring.open(header, id).state]).toEqual([[], 'unknown']);
  });

  it.each([1, 10, 20, 50, 60, MAX_COOKIE_CAPACITY])(
    'CK6 MA9 of %i holds exactly so many, in cookies that a browser keeps, with names of any script',
    (capacity) => {
      const keyring = keyringWith({ capacity });
      const scripts = [
        'ቋንቋዎች ሁሉ',
        'ภาษาไทยทั้งหมด',
        '运维团队的缺陷管理',
        'Ærø ødeland',
        'اللغة العربية',
        '👩🏽‍💻👨‍👩‍👧‍👦',
        'हिन्दी भाषा',
      ].map((text) => text.repeat(12));
      let header: string | undefined;
      for (let count = 0; count < capacity; count++) {
        const name = scripts[count % scripts.length] as string;
        const one = added(keyring, header, signIn(Number.MAX_SAFE_INTEGER - count, { name, scope: `${count % 5}`.repeat(100) }));
        for (const cookie of one.cookies) expect(cookie.length).toBeLessThanOrEqual(COOKIE_BYTES);
        header = one.header;
      }
      expect(keyring.list(header)).toHaveLength(capacity);
      expect(keyring.list(header).every(({ name }) => name.length > 0 && !/\p{Surrogate}/u.test(name))).toBe(true);
      expect(() => keyring.put(header, signIn(7))).toThrow(expect.objectContaining({ code: 'keyring_full' }));
      expect(keyring.list(added(keyring, header, signIn(Number.MAX_SAFE_INTEGER)).header)).toHaveLength(capacity);
    },
  );

  it('gives the names all the room that is left', () => {
    const { cookies } = added(keyringWith(), undefined, signIn(1, { name: 'x'.repeat(5000) }));
    expect(COOKIE_BYTES - (cookies[0]?.length ?? 0)).toBeLessThan(2);
  });

  it('is that of the cookies that an earlier version of this program set: the format stays', () => {
    const list =
      'AYqvzGxlLmCjaCk_-e2LheVLpd0jkRtL52ypmPBB3LP-tTIa_sZ9rZBCG60LVxfRSYuOIER8IAWQGVM7qowFi4z3cM28T51qewDSvBia-fmrUIJq_OGlddvN9A-s';
    const token =
      'AfYsACXcyz8LeEj9T7njndC1JAcQG0K0zASQgH7g51NSq3vLfSE4iyTHISgtZDWzWZainl5e_ReeSCiZgdsfViJiAVymAZ-AExj1NcJJ3SECIqME8WMEAgGOg0meBhivcc2soQzF8s4Ih3hWDCaBaJLRH8fFbzy8EYP-81TccbDEvORolU9JPq259IY29I9NtPRi5VDCPC64934nnUlMKTw4iA';
    const keyring = keyringWith({ now: () => 1_800_000_000_000 });
    expect(keyring.open(`${names.keyring}=${list}; ${names.authentication}=${token}`, 'app-1')).toMatchObject({
      state: 'held',
      entry: { id: 'app-1', name: 'App 1', scope: 'global:all', expiresAt: 1_800_028_800 },
      held: { tokens: { accessToken: 'access', refreshToken: 'refresh', expiresAt: 1_800_028_800_000 } },
    });
  });

  it.each([
    ['the sign-out of all', (keyring: Keyring, header: string) => keyring.clear(header)],
    ['the sign-out of the only one', (keyring: Keyring, header: string, id: string) => keyring.remove(header, id)],
  ])('L11 begins anew after %s, also with the cookies from before: under a name that nobody knew', (_what, end) => {
    const keyring = keyringWith();
    const { id, header } = added(keyring, undefined, signIn(1));
    const { keyringId } = keyring.put(header, signIn(1));
    expect(keyringId).toBe((keyring.open(header, id) as OpenedHeld).keyringId);
    end(keyring, header, id);
    expect(keyring.put(header, signIn(3)).keyringId).not.toBe(keyringId);
  });

  it('has nothing to set read-only, and nothing to change, where a browser holds none', () => {
    expect(keyringWith().setReadOnly(undefined, 'app-1', true)).toBeUndefined();
  });

  it('MA3 has under an id nobody but whom the id names: tokens sealed for another do not open there', () => {
    const keyring = keyringWith();
    const one = added(keyring, undefined, signIn(1));
    const two = added(keyring, one.header, signIn(2));
    const crossed = `${names.keyring}=${two.list}; ${names.authentication}=${two.token}`;
    expect([keyring.open(crossed, 'app-1').state, keyring.open(crossed, 'app-2').state]).toEqual(['expired', 'held']);
  });
});

describe('refreshed tokens', () => {
  it('are sealed once for all who waited for them', () => {
    const keyring = keyringWith();
    const { header, id } = added(keyring, undefined, signIn(1));
    const fresh = tokens('new', 'new');
    const cookies = Array.from({ length: 50 }, () => keyring.renew(keyring.open(header, id) as OpenedHeld, fresh)).flat();
    expect([cookies.length, new Set(cookies).size]).toEqual([50, 1]);
    const other = added(keyring, undefined, signIn(1));
    expect(keyring.renew(keyring.open(other.header, id) as OpenedHeld, fresh)).not.toEqual(cookies.slice(0, 1));
  });

  it.each([
    ['a sign-out', (keyring: Keyring, header: string, id: string) => keyring.remove(header, id)],
    ['a sign-out of all', (keyring: Keyring, header: string) => keyring.clear(header)],
    ['a newer sign-in', (keyring: Keyring, header: string) => keyring.put(header, signIn(1))],
  ])('RF20 set no cookie after %s, in whichever order they were sealed', (_what, end) => {
    const keyring = keyringWith();
    const { header, id } = added(keyring, undefined, signIn(1));
    const opened = keyring.open(header, id) as OpenedHeld;
    const fresh = tokens('new', 'new');
    expect(keyring.renew(opened, fresh)).toHaveLength(1);
    end(keyring, header, id);
    expect([keyring.renew(opened, fresh), keyring.renew(opened, tokens('newer', 'newer'))]).toEqual([[], []]);
  });
});

describe('a refresh that a newer sign-in has overtaken', () => {
  it('RF20 sets no cookie over it: none that was under way, and for a minute none that still came with the cookies from before', () => {
    const keyring = keyringWith();
    const old = added(keyring, undefined, signIn(1));
    const open = () => keyring.open(old.header, old.id) as OpenedHeld;
    const before = open();
    time += 1000;
    const atOnce = { ...open() };
    added(keyring, old.header, signIn(1));
    const renewed = (opened: OpenedHeld) => keyring.renew(opened, tokens('renewed')).length;
    expect([renewed(before), renewed(atOnce)]).toEqual([0, 0]);
    time += 1;
    const behind = open();
    time += 59_998;
    expect([renewed(before), renewed(atOnce), renewed(behind)]).toEqual([0, 0, 0]);
    time += 1;
    expect([renewed(before), renewed(atOnce), renewed(behind)], 'the browser shows that the newer one never reached it').toEqual([0, 0, 1]);
  });
});

describe('what a sign-out ended', () => {
  it('is told by id, with the cookies that clear it, and nothing where there was nothing', () => {
    const keyring = keyringWith();
    const one = added(keyring, undefined, signIn(1));
    const both = added(keyring, one.header, signIn(2));
    const cleared = (id: number) => `${names.authentication}=; Path=/keyring/app-${id}; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;
    for (const header of [undefined, both.header]) {
      const { ids, cookies } = keyring.remove(header, 'app-9');
      expect([ids, cookies]).toEqual([[], [cleared(9)]]);
    }
    expect(keyring.clear(undefined)).toMatchObject({ ids: [], cookies: [expect.stringMatching(/Max-Age=0$/)] });
    const removed = keyring.remove(both.header, 'app-1');
    expect([removed.ids, removed.cookies.at(-1)]).toEqual([['app-1'], cleared(1)]);
    const all = keyring.clear(both.header);
    expect([all.ids, all.cookies.slice(1)]).toEqual([
      ['app-1', 'app-2'],
      [cleared(1), cleared(2)],
    ]);
  });
});
