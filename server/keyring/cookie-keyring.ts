import { randomBytes } from 'node:crypto';
import { COOKIE_BYTES, type CookieNames, cookieValues, setCookie } from '../http/cookies.ts';
import type { Tokens } from '../podio/oauth.ts';
import { authenticationId, type Entry, type HeldTokens } from './authentication.ts';
import type { CookieHeader, Immediate, Keyring, Opened } from './keyring.ts';
import { decodeKeyring, encodeKeyring, type KeyringState, newKeyringIdBytes } from './keyring-codec.ts';
import { LruMap } from './lru.ts';
import { keyringFull, newEntry } from './new-entry.ts';
import { OpenedValues } from './opened-values.ts';
import { createSealer, type OnUnknownKey, SEAL_OVERHEAD } from './seal.ts';
import { createTokenCookies } from './token-cookie.ts';

/** Browsers keep a cookie 400 days at most (RFC 6265bis §5.5); the keyring holds no token, so it may stay that long. */
const KEYRING_SECONDS = 400 * 24 * 60 * 60;

/** For so long (milliseconds) a browser may still send the cookies from before a sign-in whose answer is on its way. */
const CROSSING_MS = 60_000;

export interface CookieKeyringOptions {
  secrets: readonly string[];
  names: CookieNames;
  capacity: number;
  defaultScope: string;
  /** What the address of an authentication begins with, before `/keyring/`. */
  basePath?: string;
  /** Milliseconds since 1970. */
  now?: () => number;
  onUnknownKey?: OnUnknownKey;
}

/** A keyring that was opened, with its entries as each call looks for one: sixty are not gone through one by one. */
interface OpenedKeyring {
  state: KeyringState;
  byId: ReadonlyMap<string, Entry>;
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
  onUnknownKey,
}: CookieKeyringOptions): Immediate<Keyring> {
  const sealer = createSealer(secrets, 'keyring', onUnknownKey);
  const opened = new OpenedValues<OpenedKeyring>(500);
  /** Marks of sign-ins that were signed out of here: nothing that was under way then brings one back. */
  const signedOut = new LruMap<string, true>(10_000);
  /** When a newer sign-in took the place of one with this mark: a refresh from before must not set its cookie over the newer one. */
  const replaced = new LruMap<string, number>(10_000);
  /** The cookie of a refreshed pair: sealed once for all who waited for it. */
  const renewals = new WeakMap<Tokens, { mark: string; cookie: string }>();
  const tokenCookies = createTokenCookies({ secrets, name: names.authentication, basePath, now, onUnknownKey });
  const seconds = () => Math.floor(now() / 1000);

  const attributes = setCookie(names.keyring, '/', { value: '', maxAgeSeconds: KEYRING_SECONDS }).length;
  const budget = Math.floor(((COOKIE_BYTES - attributes) * 3) / 4) - SEAL_OVERHEAD;

  const openSealed = (sealed: string): OpenedKeyring | undefined => {
    const known = opened.get(sealed);
    if (known) return known;
    const plain = sealer.open(sealed, '');
    const state = plain && decodeKeyring(plain);
    if (!state) return undefined;
    const keyring = { state, byId: new Map(state.entries.map((entry) => [entry.id, entry])) };
    opened.set(sealed, keyring);
    return keyring;
  };

  const find = (cookies: CookieHeader): OpenedKeyring | undefined => {
    for (const sealed of cookieValues(cookies, names.keyring)) {
      const keyring = openSealed(sealed);
      if (keyring && keyring.state.writtenAt + KEYRING_SECONDS > seconds()) return keyring;
    }
    return undefined;
  };
  const read = (cookies: CookieHeader): KeyringState | undefined => find(cookies)?.state;

  /** What is left for a write to keep: without what was signed out of here meanwhile, however old the cookies of its request are. */
  const living = (state: KeyringState | undefined): KeyringState | undefined => {
    if (!state) return undefined;
    const entries = state.entries.filter((entry) => !signedOut.get(entry.mark));
    return entries.length > 0 ? { ...state, entries } : undefined; // after the sign-out of all begins a keyring of its own
  };

  const write = (state: Pick<KeyringState, 'keyringId' | 'entries'>): string => {
    const plain = encodeKeyring({ ...state, writtenAt: seconds() }, defaultScope, budget);
    return setCookie(names.keyring, '/', { value: sealer.seal(plain, ''), maxAgeSeconds: KEYRING_SECONDS });
  };

  return {
    capacity,

    list: (cookies) => read(cookies)?.entries ?? [],

    open(cookies, id): Opened {
      const keyring = find(cookies);
      const entry = keyring?.byId.get(id);
      if (!keyring || !entry) return { state: 'unknown' };
      const { keyringId } = keyring.state;
      const held = tokenCookies.open(cookies, keyringId, entry);
      return held ? { state: 'held', entry, keyringId, held, openedAt: now() } : { state: 'expired', entry, keyringId };
    },

    put(cookies, signIn) {
      const state = living(read(cookies));
      const entries = state?.entries ?? [];
      const keyringId = state?.keyringId ?? randomBytes(newKeyringIdBytes).toString('base64url');
      const id = authenticationId(signIn.ref);
      const old = entries.find((entry) => entry.id === id);
      if (!old && entries.length >= capacity) throw keyringFull(capacity);
      const held: HeldTokens = { tokens: signIn.tokens, name: signIn.name, scope: signIn.scope };
      const entry = newEntry(signIn, old);
      const token = tokenCookies.seal(keyringId, entry, held);
      const keyring = write({ keyringId, entries: old ? entries.map((other) => (other === old ? entry : other)) : [...entries, entry] });
      if (old) replaced.set(old.mark, now());
      return { entry, held, keyringId, cookies: [keyring, token] };
    },

    renew({ entry, keyringId, held, openedAt }, tokens) {
      const replacedAt = replaced.get(entry.mark) ?? Number.NEGATIVE_INFINITY;
      // Later than the crossing the browser shows by its cookies that the newer sign-in never reached it.
      const late = openedAt <= replacedAt || now() < replacedAt + CROSSING_MS;
      if (late || signedOut.get(entry.mark)) return [];
      const known = renewals.get(tokens);
      if (known?.mark === entry.mark) return [known.cookie];
      const cookie = tokenCookies.seal(keyringId, entry, { ...held, tokens });
      renewals.set(tokens, { mark: entry.mark, cookie });
      return [cookie];
    },

    setReadOnly(cookies, id, readOnly) {
      const state = living(read(cookies));
      const old = state?.entries.find((entry) => entry.id === id);
      if (!state || !old) return undefined;
      const entry = { ...old, readOnly };
      return { entry, cookies: [write({ ...state, entries: state.entries.map((other) => (other === old ? entry : other)) })] };
    },

    remove(cookies, id) {
      const state = read(cookies);
      const old = state?.entries.find((entry) => entry.id === id);
      if (!state || !old) return { ids: [], keyringId: state?.keyringId, cookies: [tokenCookies.clear(id)] };
      signedOut.set(old.mark, true);
      const written = write(living(state) ?? { ...state, entries: [] });
      return { ids: [id], keyringId: state.keyringId, cookies: [written, tokenCookies.clear(id)] };
    },

    clear(cookies) {
      const state = read(cookies);
      const entries = state?.entries ?? [];
      for (const { mark } of entries) signedOut.set(mark, true);
      const ids = entries.map(({ id }) => id);
      return { ids, keyringId: state?.keyringId, cookies: [setCookie(names.keyring, '/'), ...ids.map((id) => tokenCookies.clear(id))] };
    },
  };
}
