import { randomBytes } from 'node:crypto';
import { COOKIE_BYTES, type CookieNames, cookieValues, setCookie } from '../http/cookies.ts';
import { ProblemError } from '../http/problems.ts';
import { authenticationId, type Entry, type HeldTokens, type SignIn } from './authentication.ts';
import type { CookieHeader, Keyring, Opened } from './keyring.ts';
import { decodeKeyring, encodeKeyring, type KeyringState, newKeyringIdBytes, newMarkBytes } from './keyring-codec.ts';
import { LruMap } from './lru.ts';
import { createSealer, SEAL_OVERHEAD } from './seal.ts';
import { createTokenCookies } from './token-cookie.ts';

/** Browsers keep a cookie 400 days at most (RFC 6265bis §5.5); the keyring holds no token, so it may stay that long. */
const KEYRING_SECONDS = 400 * 24 * 60 * 60;

export interface CookieKeyringOptions {
  secrets: readonly string[];
  names: CookieNames;
  capacity: number;
  defaultScope: string;
  /** What the address of an authentication begins with, before `/keyring/`. */
  basePath?: string;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * The keyring in the browser's own cookies: one lists the authentications, and each has a token cookie whose path brings it along with
 * the calls that act as it, and no others. Nothing is stored here; the two caches only save work.
 */
export function createCookieKeyring({
  secrets,
  names,
  capacity,
  defaultScope,
  basePath = '',
  now = Date.now,
}: CookieKeyringOptions): Keyring {
  const sealer = createSealer(secrets, 'keyring');
  const opened = new LruMap<string, KeyringState>(1000);
  /** Marks of sign-ins that ended here: a refresh that was under way then must not set its cookie over a newer one. */
  const ended = new LruMap<string, true>(10_000);
  const tokenCookies = createTokenCookies({ secrets, name: names.authentication, basePath, now });
  const seconds = () => Math.floor(now() / 1000);

  const attributes = setCookie(names.keyring, '/', { value: '', maxAgeSeconds: KEYRING_SECONDS }).length;
  const budget = Math.floor(((COOKIE_BYTES - attributes) * 3) / 4) - SEAL_OVERHEAD;

  const openSealed = (sealed: string): KeyringState | undefined => {
    const known = opened.get(sealed);
    if (known) return known;
    const plain = sealer.open(sealed, '');
    const state = plain && decodeKeyring(plain);
    if (state) opened.set(sealed, state);
    return state;
  };

  const read = (cookies: CookieHeader): KeyringState | undefined => {
    for (const sealed of cookieValues(cookies, names.keyring)) {
      const state = openSealed(sealed);
      if (state && state.writtenAt + KEYRING_SECONDS > seconds()) return state;
    }
    return undefined;
  };

  const write = (state: Pick<KeyringState, 'keyringId' | 'entries'>): string => {
    const plain = encodeKeyring({ ...state, writtenAt: seconds() }, defaultScope, budget);
    return setCookie(names.keyring, '/', { value: sealer.seal(plain, ''), maxAgeSeconds: KEYRING_SECONDS });
  };

  return {
    capacity,

    list: (cookies) => read(cookies)?.entries ?? [],

    open(cookies, id): Opened {
      const state = read(cookies);
      const entry = state?.entries.find((candidate) => candidate.id === id);
      if (!state || !entry) return { state: 'unknown' };
      const held = tokenCookies.open(cookies, state.keyringId, entry);
      return held ? { state: 'held', entry, keyringId: state.keyringId, held } : { state: 'expired', entry };
    },

    put(cookies, signIn) {
      const state = read(cookies);
      const entries = state?.entries ?? [];
      const keyringId = state?.keyringId ?? randomBytes(newKeyringIdBytes).toString('base64url');
      const id = authenticationId(signIn.ref);
      const old = entries.find((entry) => entry.id === id);
      if (!old && entries.length >= capacity) throw keyringFull(capacity);
      const held: HeldTokens = { tokens: signIn.tokens, name: signIn.name, scope: signIn.scope };
      const entry = newEntry(signIn, old);
      const token = tokenCookies.seal(keyringId, entry, held);
      const keyring = write({ keyringId, entries: old ? entries.map((other) => (other === old ? entry : other)) : [...entries, entry] });
      if (old) ended.set(old.mark, true);
      return { entry, held, cookies: [keyring, token] };
    },

    renew({ entry, keyringId, held }, tokens) {
      return ended.has(entry.mark) ? [] : [tokenCookies.seal(keyringId, entry, { ...held, tokens })];
    },

    setReadOnly(cookies, id, readOnly) {
      const state = read(cookies);
      const old = state?.entries.find((entry) => entry.id === id);
      if (!state || !old) return undefined;
      const entry = { ...old, readOnly };
      return { entry, cookies: [write({ ...state, entries: state.entries.map((other) => (other === old ? entry : other)) })] };
    },

    remove(cookies, id) {
      const state = read(cookies);
      const old = state?.entries.find((entry) => entry.id === id);
      if (!state || !old) return [tokenCookies.clear(id)];
      ended.set(old.mark, true);
      return [write({ ...state, entries: state.entries.filter((entry) => entry !== old) }), tokenCookies.clear(id)];
    },

    clear(cookies) {
      const entries = read(cookies)?.entries ?? [];
      for (const entry of entries) ended.set(entry.mark, true);
      return [setCookie(names.keyring, '/'), ...entries.map((entry) => tokenCookies.clear(entry.id))];
    },
  };
}

/** The sentence is the same before a token request and after it. */
export function keyringFull(capacity: number): ProblemError {
  return new ProblemError(
    'keyring_full',
    `The keyring holds ${capacity} of ${capacity} authentications. Sign out of one that is no longer needed, then add this one. Nothing was lost.`,
  );
}

function newEntry({ method, ref, name, scope, tokens }: SignIn, old: Entry | undefined): Entry {
  return {
    id: authenticationId(ref),
    method,
    ref,
    name,
    scope,
    issuedAt: Math.floor(tokens.obtainedAt / 1000),
    expiresAt: Math.floor(tokens.expiresAt / 1000),
    readOnly: old?.readOnly ?? false,
    mark: randomBytes(newMarkBytes).toString('base64url'),
  };
}
