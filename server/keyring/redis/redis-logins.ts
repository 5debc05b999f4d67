import { createHash, randomBytes } from 'node:crypto';
import type { Login, Logins, LoginsOptions } from '../login.ts';
import { createSealer } from '../seal.ts';
import { type BrowserCookies, newBrowserId } from './browser-cookie.ts';
import type { Connection } from './connection.ts';
import { loginsKey } from './keys.ts';

export type RedisLoginsOptions = Omit<LoginsOptions, 'names'> & { connection: Connection; browserCookies: BrowserCookies };

/**
 * Sign-ins under way, in the store: begun on one instance, any other finishes them. Each is taken out of the store as it is taken, so it
 * works once for all of them. It is bound to the browser by the id in its cookie.
 */
export function createRedisLogins({
  connection,
  browserCookies,
  secrets,
  lifetimeSeconds,
  limit,
  pkce,
  now = Date.now,
  onUnknownKey,
}: RedisLoginsOptions): Logins {
  const sealer = createSealer(secrets, 'stored login', onUnknownKey);
  const nameOf = (state: string) => createHash('sha256').update(state).digest('base64url').slice(0, 16);

  return {
    async start(cookies, { returnTo, scope }) {
      const browser = browserCookies.read(cookies);
      const browserId = browser?.browserId ?? newBrowserId();
      const state = randomBytes(32).toString('base64url');
      const codeVerifier = pkce ? randomBytes(32).toString('base64url') : undefined;
      const login: Login = { startedAt: now(), returnTo, scope, codeVerifier };
      const sealed = sealer.seal(Buffer.from(JSON.stringify(login)), `${browserId}\n${nameOf(state)}`);
      await connection.run('loginStart', [loginsKey(browserId)], [nameOf(state), sealed, limit, lifetimeSeconds]);
      return {
        state,
        codeChallenge: codeVerifier && createHash('sha256').update(codeVerifier).digest('base64url'),
        cookies: browser ? [] : [browserCookies.write({ browserId, keyring: undefined })],
      };
    },

    async take(cookies, state) {
      const browser = browserCookies.read(cookies);
      if (!browser) return undefined;
      const name = nameOf(state);
      const sealed = await connection.run<string>('loginTake', [loginsKey(browser.browserId)], [name, lifetimeSeconds]);
      const plain = sealer.open(sealed, `${browser.browserId}\n${name}`);
      return plain && { ...(JSON.parse(plain.toString()) as Login), cookies: [] };
    },
  };
}
