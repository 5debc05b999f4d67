import { ProblemError } from './problems.ts';

/** Client addresses remembered at most; beyond it the one counted first is forgotten. */
const longest = 50_000;

/** Counts refused sign-ins per client address, so that nobody guesses credentials through this server. */
export interface Attempts {
  /** @throws {ProblemError} `too_many_attempts` with the seconds to wait */
  check(address: string): void;
  refused(address: string): void;
}

/**
 * @param limit refusals in a window of a minute
 * @see OWASP ASVS 5.0, 6.3.1
 */
export function createAttempts(limit: number, now: () => number = Date.now): Attempts {
  const windowMs = 60_000;
  const windows = new Map<string, { endsAt: number; count: number }>();
  const open = (address: string) => {
    const window = windows.get(address);
    if (window && window.endsAt > now()) return window;
    windows.delete(address);
    return undefined;
  };

  return {
    check(address) {
      const window = open(network(address));
      if (!window || window.count < limit) return;
      const retryAfterSeconds = Math.max(1, Math.ceil((window.endsAt - now()) / 1000));
      throw new ProblemError(
        'too_many_attempts',
        `Podio refused ${limit} sign-ins from this address within a minute. Try again in ${retryAfterSeconds} seconds.`,
        { retryAfterSeconds },
      );
    },

    refused(address) {
      const key = network(address);
      const window = open(key);
      if (window) window.count++;
      else windows.set(key, { endsAt: now() + windowMs, count: 1 });
      if (windows.size > longest) windows.delete(windows.keys().next().value as string);
    },
  };
}

/** One household or host has a whole /64 of IPv6 (RFC 6177), so that counts as one address. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [head = '', tail = ''] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const full = address.includes('::') ? [...groups, ...Array<string>(Math.max(0, missing)).fill('0')] : groups;
  return full.slice(0, 4).join(':');
}
