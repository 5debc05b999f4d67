import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzz } from '../fuzz-testing.ts';
import { cookieNames } from '../http/cookies.ts';
import { createCookieKeyring } from './cookie-keyring.ts';
import { decodeKeyring } from './keyring-codec.ts';
import { createLogins } from './login.ts';
import { createSealer } from './seal.ts';

const secrets = ['a-secret-of-at-least-32-characters-1', 'a-secret-of-at-least-32-characters-2'];
const names = cookieNames('podio');
const keyring = createCookieKeyring({ secrets, names, capacity: 60, defaultScope: 'global:all' });
const signIn = (id: number) => ({
  method: 'app' as const,
  ref: { type: 'app' as const, id },
  name: `App ${id}`,
  scope: 'global:all',
  tokens: {
    accessToken: `access-${id}`,
    refreshToken: `refresh-${id}`,
    obtainedAt: Date.now(),
    expiresAt: Date.now() + 28_800_000,
    ref: { type: 'app' as const, id },
    scope: 'global:all',
  },
});
const values = (cookies: readonly string[]) => cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')));
const [list = '', token = ''] = values(keyring.put(undefined, signIn(1)).cookies);
const [otherList = '', otherToken = ''] = values(keyring.put(undefined, signIn(1)).cookies);
const genuine = [list, token, otherList, otherToken];

/** A value of ours with some characters changed, left out, doubled or brought from another. */
const tampered = fc
  .tuple(
    fc.constantFrom(...genuine),
    fc.array(
      fc.tuple(
        fc.nat({ max: 400 }),
        fc.constantFrom('change', 'drop', 'double', 'cut', 'graft', 'insert'),
        fc.constantFrom('A', '-', '_', '=', '+', '/', ' ', '%', 'æ'),
        fc.constantFrom(...genuine),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([value, changes]) => changes.reduce(change, value));

function change(value: string, [place, how, letter, other]: [number, string, string, string]): string {
  const at = place % (value.length || 1);
  if (how === 'drop') return value.slice(0, at) + value.slice(at + 1);
  if (how === 'double') return value.slice(0, at) + value.slice(at, at + 4) + value.slice(at);
  if (how === 'cut') return value.slice(0, at);
  if (how === 'graft') return value.slice(0, at) + other.slice(at);
  return value.slice(0, at) + letter + value.slice(how === 'insert' ? at : at + 1);
}

it('CK3 CK4 no cookie opens that is not ours to the letter, and in its own place', () => {
  fuzz(
    'sealed values',
    fc.property(tampered, tampered, (one, other) => {
      const state = keyring.open(`${names.keyring}=${one}; ${names.authentication}=${other}`, 'app-1').state;
      const [first, second] = [one.trim(), other.trim()]; // white space around a cookie's value is none of it (RFC 6265 §5.2)
      if (first !== list && first !== otherList) return state === 'unknown';
      return state === 'expired' || (first === list && second === token) || (first === otherList && second === otherToken);
    }),
  );
});

it('CK3 nothing that is no cookie of ours makes a sign-in under way, a keyring or an error', () => {
  const logins = createLogins({ secrets, names, lifetimeSeconds: 600, limit: 8, pkce: true });
  const sealer = createSealer(secrets, 'keyring');
  fuzz(
    'bytes that were never sealed',
    fc.property(fc.uint8Array({ maxLength: 120 }), fc.base64String({ maxLength: 80 }), (bytes, text) => {
      const value = Buffer.from(bytes).toString('base64url');
      decodeKeyring(bytes); // sealed by us, of another version: absent or a keyring, never an error
      return (
        sealer.open(value, '') === undefined &&
        sealer.open(text, '') === undefined &&
        logins.take(`${names.loginPrefix}${text.slice(0, 8)}=${value}`, text) === undefined
      );
    }),
    10_000,
  );
  expect(keyring.list(`${names.keyring}=${list}`)).toHaveLength(1);
});
