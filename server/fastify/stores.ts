import { type Attempts, createAttempts } from '../http/attempts.ts';
import type { CookieNames } from '../http/cookies.ts';
import { createCookieKeyring } from '../keyring/cookie-keyring.ts';
import type { Keyring, OpenedHeld } from '../keyring/keyring.ts';
import { createLogins, type Logins } from '../keyring/login.ts';
import type { OnUnknownKey } from '../keyring/seal.ts';
import type { StoreLog } from '../keyring/store.ts';
import type { Tokens } from '../podio/oauth.ts';
import { createRefresher, type Refresher } from '../podio/refresher.ts';
import type { Settings } from '../settings.ts';

/** Where everything lies that outlives a request. */
export interface Stores {
  keyring: Keyring;
  logins: Logins;
  attempts: Attempts;
  refresher: Refresher<OpenedHeld>;
  /** Whether the store answers; without one there is none to ask. Never rejects. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoresOptions {
  settings: Settings;
  names: CookieNames;
  onUnknownKey: OnUnknownKey;
  /** Hears of what lies in the store and does not open. */
  onUnreadable: (keyringId: string, id: string | undefined) => void;
  /** Asks Podio for new tokens. */
  grant: (tokens: Tokens, opened: OpenedHeld) => Promise<Tokens>;
  log: StoreLog;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * In the browser's cookies and this process, or in Redis for all instances.
 *
 * @throws {StoreRefusedError} when Redis will not let us in
 */
export async function openStores(options: StoresOptions): Promise<Stores> {
  const { settings, names, onUnknownKey, now } = options;
  const { limits } = settings;
  const remembering = { graceMs: limits.refreshGraceMs, refusalMs: limits.refreshRefusalMs, now };
  const logins = { lifetimeSeconds: limits.loginLifetimeSeconds, limit: limits.loginsUnderWay, pkce: settings.pkce };
  if (settings.redisUrl === undefined) {
    const refresher = createRefresher<OpenedHeld>({ grant: options.grant, ...remembering });
    return {
      keyring: createCookieKeyring({ ...settings, secrets: settings.cookieSecrets, names, now, onUnknownKey }),
      logins: createLogins({ secrets: settings.cookieSecrets, names, now, onUnknownKey, ...logins }),
      attempts: createAttempts(limits.refusedSignInsPerMinute, now),
      refresher,
      ready: async () => true,
      close: () => refresher.settled(), // a refresh under way is finished: its old token may be worth nothing already
    };
  }
  const { openRedisStore } = await import('../keyring/redis/index.ts'); // loaded by who uses it only
  const store = await openRedisStore({
    url: settings.redisUrl,
    commandMs: limits.storeCommandMs,
    secrets: settings.cookieSecrets,
    capacity: settings.capacity,
    logins,
    refusedSignIns: limits.refusedSignInsPerMinute,
    grantMs: limits.tokenRequestMs,
    leaseMs: limits.refreshLeaseMs,
    refusalMs: limits.refreshRefusalMs,
    names,
    onUnknownKey,
    onUnreadable: options.onUnreadable,
    grant: options.grant,
    log: options.log,
    now,
  });
  const refresher = createRefresher<OpenedHeld>({ grant: store.grant, ...remembering });
  return {
    ...store,
    refresher,
    async close() {
      await refresher.settled();
      await store.close();
    },
  };
}
