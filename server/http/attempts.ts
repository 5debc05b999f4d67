import { createHash } from 'node:crypto';
import { networkOf } from './client-address.ts';
import { ProblemError } from './problems.ts';

/** Who makes an attempt. Its address and its name are counted each for itself. */
export interface Attempter {
  /** Of the client, as the trusted proxies tell it; those who have none share one bound. */
  address: string | undefined;
  /** Whose credentials these claim to be, as `app 22117`; absent where the credentials do not tell. */
  name?: string;
}

/**
 * Counts refused sign-ins per client address and per name, so that nobody guesses credentials through this server: neither many from one
 * place, nor one from many places.
 */
export interface Attempts {
  /** @throws {ProblemError} `too_many_attempts` with the seconds to wait */
  check(who: Attempter): Promise<void>;
  /**
   * Makes one attempt. Of one address or name no more run at a time than may still be refused, so that guesses made at the same moment count
   * as well; the rest wait for one of them to end.
   *
   * @param refused whether a failure counts
   * @throws {ProblemError} `too_many_attempts`, and whatever `attempt` throws
   */
  make<T>(who: Attempter, attempt: () => Promise<T>, refused: (error: unknown) => boolean): Promise<T>;
}

/** Milliseconds for which a refusal counts. */
export const ATTEMPTS_WINDOW_MS = 60_000;

/** The attempts of one key that run now, and what to call when one of them ends. */
interface Running {
  count: number;
  ended: (() => void)[];
}

/**
 * @param limit refusals in a window of a minute
 * @param remembered addresses and names at most; beyond it the one counted first is forgotten
 * @see OWASP ASVS 5.0, 6.3.1
 */
export function createAttempts(limit: number, now: () => number = Date.now, remembered = 50_000): Attempts {
  const windows = new Map<string, { endsAt: number; count: number }>();
  const running = new Map<string, Running>();

  const open = (key: string) => {
    const window = windows.get(key);
    if (window && window.endsAt > now()) return window;
    windows.delete(key);
    return undefined;
  };

  const checkKey = (key: string) => {
    const window = open(key);
    if (!window || window.count < limit) return;
    throw tooManyAttempts(key, limit, window.endsAt - now());
  };

  const count = (key: string) => {
    const window = open(key);
    if (window) window.count++;
    else windows.set(key, { endsAt: now() + ATTEMPTS_WINDOW_MS, count: 1 });
    if (windows.size > remembered) windows.delete(windows.keys().next().value as string);
  };

  const isFull = (key: string) => {
    const others = running.get(key);
    return others !== undefined && (open(key)?.count ?? 0) + others.count >= limit;
  };

  /** Resolves once one more may run. */
  const begin = async (keys: readonly string[]): Promise<void> => {
    for (;;) {
      for (const key of keys) checkKey(key);
      const full = keys.find(isFull);
      if (full === undefined) break;
      await new Promise<void>((resolve) => running.get(full)?.ended.push(resolve));
    }
    for (const key of keys) {
      const others = running.get(key);
      if (others) others.count++;
      else running.set(key, { count: 1, ended: [] });
    }
  };

  const end = (key: string) => {
    const others = running.get(key) as Running;
    if (--others.count === 0) running.delete(key);
    for (const look of others.ended.splice(0)) look();
  };

  return {
    async check(who) {
      for (const key of attemptKeys(who)) checkKey(key);
    },

    async make(who, attempt, refused) {
      const keys = attemptKeys(who);
      await begin(keys);
      try {
        return await attempt();
      } catch (error) {
        if (refused(error)) for (const key of keys) count(key);
        throw error;
      } finally {
        for (const key of keys) end(key);
      }
    },
  };
}

const nameKey = 'name ';

/** @param leftMs milliseconds until one more is let through */
export function tooManyAttempts(key: string, limit: number, leftMs: number): ProblemError {
  const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
  const whose = key.startsWith(nameKey) ? 'for this name or app' : 'from this address';
  return new ProblemError(
    'too_many_attempts',
    `Podio refused ${limit} sign-ins ${whose} within a minute. Try again in ${retryAfterSeconds} seconds.`,
    { retryAfterSeconds },
  );
}

/**
 * What an attempt is counted under. A name is kept as a hash: people type passwords into the wrong field, and a hash has one length.
 */
export function attemptKeys({ address, name }: Attempter): string[] {
  const keys = [`address ${address === undefined ? 'none' : networkOf(address)}`];
  if (name !== undefined) keys.push(nameKey + createHash('sha256').update(name.normalize('NFKC').toLowerCase()).digest('base64url'));
  return keys;
}
