import { describe, expect, it } from 'vitest';
import { COOKIE_BYTES } from '../http/cookies.ts';
import type { Tokens } from '../podio/oauth.ts';
import type { Entry, HeldTokens } from './authentication.ts';
import { createSealer } from './seal.ts';
import { createTokenCookies } from './token-cookie.ts';

const secrets = ['s'.repeat(32)];
let time = 1_800_000_000_000;
const create = (basePath = '') => createTokenCookies({ secrets, name: 'tokens', basePath, now: () => time });
const cookies = create();

const entry: Entry = {
  id: 'app-7',
  method: 'app',
  ref: { type: 'app', id: 7 },
  name: 'Seven',
  scope: 'global:all',
  issuedAt: 1_800_000_000,
  expiresAt: 1_800_028_800,
  readOnly: false,
  mark: 'AAAAAAAAAAA',
};
const tokens: Tokens = {
  accessToken: 'access',
  refreshToken: 'refresh',
  obtainedAt: time,
  expiresAt: time + 28_800_000,
  ref: { type: 'app', id: 7 },
  scope: 'global:all',
};
const held: HeldTokens = { tokens, name: 'Seven', scope: 'global:all' };
const value = (cookie: string) => cookie.slice('tokens='.length, cookie.indexOf(';'));
const header = (cookie: string) => `tokens=${value(cookie)}`;

describe('the cookie of one authentication', () => {
  it('gives back what was sealed, the first time and the second, to those it was sealed for', () => {
    const sealed = header(cookies.seal('keyring', entry, held));
    expect([cookies.open(sealed, 'keyring', entry), cookies.open(sealed, 'keyring', entry)]).toEqual([held, held]);
    expect(create().open(sealed, 'keyring', entry)).toEqual(held);
    for (const opener of [cookies, create()]) {
      expect(opener.open(sealed, 'another', entry)).toBeUndefined();
      expect(opener.open(sealed, 'keyring', { ...entry, id: 'app-8' })).toBeUndefined();
      expect(opener.open(sealed, 'keyring', { ...entry, mark: 'BBBBBBBBBBB' })).toBeUndefined();
    }
    expect(cookies.open(undefined, 'keyring', entry)).toBeUndefined();
  });

  it('CK12 ends 28 days after its tokens came, whatever the browser thinks', () => {
    const sealed = header(cookies.seal('keyring', entry, held));
    time = tokens.obtainedAt + 28 * 24 * 3600 * 1000 - 1;
    expect(cookies.open(sealed, 'keyring', entry)).toEqual(held);
    time += 1;
    expect(cookies.open(sealed, 'keyring', entry)).toBeUndefined();
    time = tokens.obtainedAt;
  });

  it('CK11 comes along with its own calls only, and is cleared where it was set', () => {
    const attributes = 'Secure; HttpOnly; SameSite=Strict';
    expect(cookies.seal('keyring', entry, held)).toMatch(new RegExp(`; Path=/keyring/app-7; ${attributes}; Max-Age=2419200$`));
    expect(cookies.clear('app-7')).toBe(`tokens=; Path=/keyring/app-7; ${attributes}; Max-Age=0`);
    expect(create('/podio').clear('app-7')).toContain('Path=/podio/keyring/app-7;');
  });

  it('CK6 gives up a scope that is too long for the tokens to fit, never the tokens; and says so where they do not fit alone', () => {
    const long = { ...held, scope: 'x'.repeat(3000) };
    expect(cookies.open(header(cookies.seal('keyring', entry, long)), 'keyring', entry)).toEqual({
      ...held,
      scope: null,
      tokens: { ...tokens, scope: undefined },
    });
    const room = COOKIE_BYTES - cookies.seal('keyring', entry, { ...held, scope: null }).length;
    const fits = Math.floor((room * 3) / 4);
    const longest = { ...held, tokens: { ...tokens, accessToken: `access${'x'.repeat(fits)}` } };
    const cookie = cookies.seal('keyring', entry, { ...longest, scope: null });
    expect(cookie.length).toBeLessThanOrEqual(COOKIE_BYTES);
    expect(cookies.open(header(cookie), 'keyring', entry)?.tokens.accessToken).toHaveLength(fits + 6);
    const over = { ...held, tokens: { ...tokens, accessToken: 'x'.repeat(4000) } };
    expect(() => cookies.seal('keyring', entry, over)).toThrow(/too long to be kept in a cookie \(\d+ of 4096 bytes\)/);
  });

  it('CK6 is kept whole up to the last byte that a browser keeps', () => {
    const sealed = (nameLength: number, asked: string | null) => {
      const name = 'n'.repeat(nameLength);
      const those = createTokenCookies({ secrets, name, basePath: '', now: () => time });
      const long = { ...held, scope: asked, tokens: { ...tokens, accessToken: 'x'.repeat(2700) } };
      const cookie = those.seal('keyring', entry, long);
      return { length: cookie.length, scope: those.open(cookie.split(';', 1)[0], 'keyring', entry)?.scope };
    };
    const scope = 'space:1:all space:2:all';
    const nameLength = 20 + COOKIE_BYTES - sealed(20, scope).length;
    expect(sealed(nameLength, scope)).toEqual({ length: COOKIE_BYTES, scope });
    expect(sealed(nameLength + 1, scope).scope).toBeNull();
    const without = 20 + COOKIE_BYTES - sealed(20, null).length;
    expect(sealed(without, null)).toEqual({ length: COOKIE_BYTES, scope: null });
    expect(() => sealed(without + 1, null)).toThrow('podio_error');
  });

  it('opens no format that does not exist yet, and no cookie of another kind', () => {
    const plain = Buffer.from(JSON.stringify({ v: 2, access: 'a', refresh: 'b', expires: 1, obtained: time, name: '', scope: null }));
    const binding = `keyring\n${entry.id}\n${entry.mark}`;
    expect(cookies.open(`tokens=${createSealer(secrets, 'authentication').seal(plain, binding)}`, 'keyring', entry)).toBeUndefined();
    const older = Buffer.from(plain.toString().replace('"v":2', '"v":1'));
    expect(cookies.open(`tokens=${createSealer(secrets, 'authentication').seal(older, binding)}`, 'keyring', entry)).toBeDefined();
    expect(cookies.open(`tokens=${createSealer(secrets, 'keyring').seal(older, binding)}`, 'keyring', entry)).toBeUndefined();
  });
});
