import { createHash } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Method, ProblemCode } from '../contract.ts';

/** What whoever watches over a keyring wants to hear of (OWASP ASVS 5.0, 16.3). */
export const securityEvents = [
  'sign_in_succeeded',
  'sign_in_failed',
  'signed_out',
  'refresh_refused',
  'subject_changed',
  'cross_site_refused',
  'state_mismatch',
  'limit_hit',
  'unknown_key',
  'unreadable_entry',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

/** Which of the bounds was met: of sign-ins, of a body or the time for it, of a request's head or the time for it, of calls at once, of connections. */
export type BoundMet = 'sign_ins' | 'body' | 'body_time' | 'head' | 'head_time' | 'calls' | 'connections';

/** What a line may tell. There is no member for free text, so that no credential finds its way in. */
export interface EventDetails {
  /** Its id, as `user-1`. */
  authentication?: string | undefined;
  /** The ids of those that ended together. */
  authentications?: readonly string[];
  /** See {@link pseudonym}. */
  keyring?: string | undefined;
  method?: Method | undefined;
  code?: ProblemCode;
  /** Of the client, as the trusted proxies tell it. */
  address?: string | undefined;
  limit?: BoundMet;
  /** The kind of cookie, and which key it was sealed with: the first bytes of a hash, in hex. */
  purpose?: string;
  keyId?: string;
}

export interface SecurityEvents {
  /** Counts the event and writes one line, by `log` where a request's own logger is at hand. */
  report(event: SecurityEvent, details: EventDetails, log?: FastifyBaseLogger): void;
}

/** What one client can cause on each request without being served: counted each time, and told once a minute. */
const onceAMinute: ReadonlySet<unknown> = new Set<SecurityEvent | BoundMet>(['unknown_key', 'unreadable_entry', 'connections']);
const QUIET_MS = 60_000;

const expected: ReadonlySet<SecurityEvent> = new Set(['sign_in_succeeded', 'signed_out']);

/**
 * @param count called for every event, also for those of which no line is written
 * @param now milliseconds since 1970
 */
export function createSecurityEvents(
  logger: FastifyBaseLogger,
  count: (event: SecurityEvent) => void = () => undefined,
  now: () => number = Date.now,
): SecurityEvents {
  const quietUntil = new Map<string, number>();

  const isQuiet = (event: SecurityEvent, { limit, purpose }: EventDetails): boolean => {
    if (!onceAMinute.has(event) && !onceAMinute.has(limit)) return false;
    const key = `${event} ${limit ?? purpose}`; // not the key's id: whoever makes cookies up makes that up as well
    const leftMs = (quietUntil.get(key) ?? 0) - now();
    if (leftMs > 0 && leftMs <= QUIET_MS) return true; // not after a clock that jumped back
    quietUntil.set(key, now() + QUIET_MS);
    return false;
  };

  return {
    report(event, details, log = logger) {
      count(event);
      if (!isQuiet(event, details)) log[expected.has(event) ? 'info' : 'warn']({ event, ...details }, 'security event');
    },
  };
}

/** A name for a keyring in lines of the log: tells that two lines are of one browser, and opens nothing. */
export function pseudonym(keyringId: string): string {
  return createHash('sha256').update('podio-keyring log ').update(keyringId).digest('hex').slice(0, 12);
}
