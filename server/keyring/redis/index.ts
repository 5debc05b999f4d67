import type { Attempts } from '../../http/attempts.ts';
import type { CookieNames } from '../../http/cookies.ts';
import type { Tokens } from '../../podio/oauth.ts';
import type { Keyring, OpenedHeld } from '../keyring.ts';
import type { Logins, LoginsOptions } from '../login.ts';
import type { OnUnknownKey } from '../seal.ts';
import type { StoreLog } from '../store.ts';
import { createBrowserCookies } from './browser-cookie.ts';
import { Connection } from './connection.ts';
import { EVICTION_WARNING, evictionPolicy } from './eviction.ts';
import { createRedisAttempts } from './redis-attempts.ts';
import { createRedisKeyring, type RedisKeyringOptions } from './redis-keyring.ts';
import { createRedisLogins } from './redis-logins.ts';
import { createSharedRefresh } from './shared-refresh.ts';

export interface RedisStoreOptions {
  url: string;
  /** Milliseconds for one command. */
  commandMs: number;
  secrets: readonly string[];
  names: CookieNames;
  onUnknownKey: OnUnknownKey;
  /** See {@link RedisKeyringOptions}. */
  onUnreadable: RedisKeyringOptions['onUnreadable'];
  capacity: number;
  logins: Pick<LoginsOptions, 'lifetimeSeconds' | 'limit' | 'pkce'>;
  /** Refused sign-ins within a minute, of one address or name. */
  refusedSignIns: number;
  /** Asks Podio for new tokens. */
  grant: (tokens: Tokens, opened: OpenedHeld) => Promise<Tokens>;
  /** Milliseconds for one token request, whole. */
  grantMs: number;
  leaseMs: number;
  refusalMs: number;
  log: StoreLog;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface RedisStore {
  keyring: Keyring;
  logins: Logins;
  attempts: Attempts;
  /** Asks Podio once over all instances. */
  grant: (tokens: Tokens, opened: OpenedHeld) => Promise<Tokens>;
  /** Whether the store answers. Never rejects. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Everything that instances share, in Redis (6 or later) or Valkey.
 *
 * @throws {StoreRefusedError} when it will not let us in
 */
export async function openRedisStore({ url, commandMs, secrets, names, log, now, ...options }: RedisStoreOptions): Promise<RedisStore> {
  const connection = await Connection.open({ url, commandMs, log });
  const browserCookies = createBrowserCookies(secrets, names, now, options.onUnknownKey);
  const sharedRefresh = createSharedRefresh({
    connection,
    grant: options.grant,
    leaseMs: options.leaseMs,
    waitMs: options.grantMs + options.leaseMs,
    refusalMs: options.refusalMs,
    log,
    now,
  });
  const ready = () =>
    connection.ping().then(
      () => true,
      () => false,
    );
  void warnOfEviction(connection, log);

  return {
    keyring: createRedisKeyring({
      connection,
      browserCookies,
      capacity: options.capacity,
      onUnreadable: options.onUnreadable,
      restore: sharedRefresh.restore,
      now,
    }),
    logins: createRedisLogins({ connection, browserCookies, secrets, now, onUnknownKey: options.onUnknownKey, ...options.logins }),
    attempts: createRedisAttempts({ connection, limit: options.refusedSignIns, longestMs: options.grantMs + options.leaseMs }),
    grant: sharedRefresh.refresh,
    ready,
    async close() {
      await sharedRefresh.settled();
      connection.close();
    },
  };
}

async function warnOfEviction(connection: Connection, log: StoreLog): Promise<void> {
  const policy = await evictionPolicy(connection);
  if (policy) log.warn({ policy }, EVICTION_WARNING);
}
