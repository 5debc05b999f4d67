import { createHash, randomBytes } from 'node:crypto';
import { type CookieNames, cookiesByPrefix, setCookie } from '../http/cookies.ts';
import type { CookieHeader, Eventually, Immediate } from './keyring.ts';
import { LruMap } from './lru.ts';
import { createSealer, type OnUnknownKey } from './seal.ts';

/** One sign-in by the server-side flow that is under way, as its login cookie or the store holds it. */
export interface Login {
  /** Milliseconds since 1970. */
  startedAt: number;
  returnTo: string | undefined;
  scope: string;
  /** PKCE (RFC 7636 §4.1), where it is on. */
  codeVerifier: string | undefined;
}

export interface StartedLogin {
  state: string;
  /** S256 of the verifier (RFC 7636 §4.2). */
  codeChallenge: string | undefined;
  cookies: string[];
}

export type TakenLogin = Login & { cookies: string[] };

export interface Logins {
  /** Binds a fresh `state` to this browser. Beyond the limit of sign-ins under way, the oldest is dropped. */
  start(cookies: CookieHeader, login: { returnTo: string | undefined; scope: string }): Eventually<StartedLogin>;
  /**
   * Takes the sign-in of this `state`, once: of two posts at the same moment one gets it, and a later one gets nothing even with the
   * cookies from before. A browser that did not start it gets nothing and uses nothing up.
   */
  take(cookies: CookieHeader, state: string): Eventually<TakenLogin | undefined>;
}

export interface LoginsOptions {
  secrets: readonly string[];
  names: CookieNames;
  lifetimeSeconds: number;
  /** Sign-ins under way in one browser. */
  limit: number;
  pkce: boolean;
  now?: () => number;
  onUnknownKey?: OnUnknownKey;
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12 on `state`, https://www.rfc-editor.org/rfc/rfc9700#section-4.7 */
export function createLogins({
  secrets,
  names,
  lifetimeSeconds,
  limit,
  pkce,
  now = Date.now,
  onUnknownKey,
}: LoginsOptions): Immediate<Logins> {
  const sealer = createSealer(secrets, 'login', onUnknownKey);
  const used = new LruMap<string, true>(100_000);
  const nameOf = (state: string) => `${names.loginPrefix}${createHash('sha256').update(state).digest('base64url').slice(0, 16)}`;

  const open = (name: string, value: string): Login | undefined => {
    const plain = sealer.open(value, name);
    if (!plain) return undefined;
    const login = JSON.parse(plain.toString()) as Login;
    return login.startedAt + lifetimeSeconds * 1000 > now() ? login : undefined;
  };

  /** Names to clear, so that one more fits: first those that do not open any more or were taken, then the oldest. */
  const toDrop = (cookieHeader: string | undefined): string[] => {
    const underWay = cookiesByPrefix(cookieHeader, names.loginPrefix)
      .map(({ name, value }) => ({ name, startedAt: (!used.get(name) && open(name, value)?.startedAt) || 0 }))
      .sort((a, b) => a.startedAt - b.startedAt);
    return underWay.filter((login, index) => login.startedAt === 0 || index < underWay.length - (limit - 1)).map(({ name }) => name);
  };

  return {
    start(cookieHeader, { returnTo, scope }) {
      const state = randomBytes(32).toString('base64url');
      const codeVerifier = pkce ? randomBytes(32).toString('base64url') : undefined;
      const name = nameOf(state);
      const login: Login = { startedAt: now(), returnTo, scope, codeVerifier };
      const value = sealer.seal(Buffer.from(JSON.stringify(login)), name);
      const dropped = toDrop(cookieHeader).map((old) => setCookie(old, '/'));
      return {
        state,
        codeChallenge: codeVerifier && createHash('sha256').update(codeVerifier).digest('base64url'),
        cookies: [...dropped, setCookie(name, '/', { value, maxAgeSeconds: lifetimeSeconds })],
      };
    },

    take(cookieHeader, state) {
      const name = nameOf(state);
      const found = cookiesByPrefix(cookieHeader, name).filter((cookie) => cookie.name === name);
      const login = found.map(({ value }) => open(name, value)).find((candidate) => candidate !== undefined);
      if (!login || used.get(name)) return undefined;
      used.set(name, true);
      return { ...login, cookies: [setCookie(name, '/')] };
    },
  };
}
