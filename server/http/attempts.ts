import { ProblemError } from './problems.ts';

/** Client addresses remembered at most; beyond it the one counted first is forgotten. */
const longest = 50_000;

/** Counts refused sign-ins per client address, so that nobody guesses credentials through this server. */
export interface Attempts {
  /** @throws {ProblemError} `too_many_attempts` with the seconds to wait */
  check(address: string): void;
  /**
   * Makes one attempt. Of one address no more run at a time than may still be refused, so that guesses made at the same moment count as
   * well; the rest wait for one of them to end.
   *
   * @param refused whether a failure counts
   * @throws {ProblemError} `too_many_attempts`, and whatever `attempt` throws
   */
  make<T>(address: string, attempt: () => Promise<T>, refused: (error: unknown) => boolean): Promise<T>;
}

/** The attempts of one address that run now, and what to call when one of them ends. */
interface Running {
  count: number;
  ended: (() => void)[];
}

/**
 * @param limit refusals in a window of a minute
 * @see OWASP ASVS 5.0, 6.3.1
 */
export function createAttempts(limit: number, now: () => number = Date.now): Attempts {
  const windowMs = 60_000;
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
    const retryAfterSeconds = Math.max(1, Math.ceil((window.endsAt - now()) / 1000));
    throw new ProblemError(
      'too_many_attempts',
      `Podio refused ${limit} sign-ins from this address within a minute. Try again in ${retryAfterSeconds} seconds.`,
      { retryAfterSeconds },
    );
  };

  const count = (key: string) => {
    const window = open(key);
    if (window) window.count++;
    else windows.set(key, { endsAt: now() + windowMs, count: 1 });
    if (windows.size > longest) windows.delete(windows.keys().next().value as string);
  };

  /** Resolves once one more may run. */
  const begin = async (key: string): Promise<void> => {
    for (;;) {
      checkKey(key);
      const others = running.get(key);
      if (!others) {
        running.set(key, { count: 1, ended: [] });
        return;
      }
      if ((open(key)?.count ?? 0) + others.count < limit) {
        others.count++;
        return;
      }
      await new Promise<void>((resolve) => others.ended.push(resolve));
    }
  };

  const end = (key: string) => {
    const others = running.get(key) as Running;
    if (--others.count === 0) running.delete(key);
    for (const look of others.ended.splice(0)) look();
  };

  return {
    check: (address) => checkKey(network(address)),

    async make(address, attempt, refused) {
      const key = network(address);
      await begin(key);
      try {
        return await attempt();
      } catch (error) {
        if (refused(error)) count(key);
        throw error;
      } finally {
        end(key);
      }
    },
  };
}

/** One household or host has a whole /64 of IPv6 (RFC 6177), so that counts as one address; a port that a proxy appended does not count. */
export function network(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^(?:::ffff:)?([\d.]+)(?::\d+)?$/i, '$1');
  if (!bare.includes(':')) return bare;
  const [head = '', tail = ''] = bare.split('%', 1)[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const full = bare.includes('::') ? [...groups, ...Array<string>(Math.max(0, missing)).fill('0')] : groups;
  return full
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
