import type { ProblemCode } from '../../server/contract.ts';
import type { PodioAnswer, PodioCall } from './errors.ts';
import { createStore, useStore } from './store.ts';

export { type RateLimits, useRateLimit } from './authentication-state.ts';

/** Why a call has no answer of Podio's: the token handler's code, or what happened on the way. */
export type NoAnswer = ProblemCode | 'no-answer' | 'cancelled';

/** One call as the log keeps it: the answer without its body. */
export interface LoggedCall extends Pick<PodioAnswer, 'ms' | 'rateLimit' | 'rateLimitRemaining' | 'at' | 'requestId'> {
  /** Unique in this tab, rising. */
  id: number;
  authId: string;
  method: string;
  path: string;
  /** What was sent, to be sent again; undefined where nothing was, or more than is kept. */
  body?: string;
  /** A body was sent that is too long to be kept. */
  bodyDropped?: true;
  /** Podio's status, or the token handler's where `noAnswer` says why; 0 where there is none. */
  status: number;
  /** Size of the answer. */
  bytes?: number;
  noAnswer?: NoAnswer;
}

/** As many calls as one tab remembers, in memory only. */
const capacity = 500;
/** Of longer bodies the log keeps nothing: 500 of them would be no log any more. */
const mostBodyCharacters = 20_000;
const calls = createStore<readonly LoggedCall[]>([]);
let last = 0;

function add(call: PodioCall, rest: Omit<LoggedCall, 'id' | 'method' | 'path' | 'body' | 'bodyDropped'>): void {
  const { method, path, body } = call;
  const kept = body === undefined ? {} : body.length > mostBodyCharacters ? { bodyDropped: true as const } : { body };
  last += 1;
  calls.set([{ id: last, method, path, ...kept, ...rest }, ...calls.get()].slice(0, capacity));
}

/** Adds a call that Podio answered to this tab's log, newest first. */
export function recordCall(authId: string, answer: PodioAnswer): void {
  const { call, status, ms, bytes, rateLimit, rateLimitRemaining, at, requestId } = answer;
  add(call, { authId, status, ms, bytes, rateLimit, rateLimitRemaining, at, requestId });
}

/** Adds a call that has no answer of Podio's. */
export function recordNoAnswer(
  authId: string,
  call: PodioCall,
  { noAnswer, status = 0, at, ms }: { noAnswer: NoAnswer; status?: number; at: number; ms: number },
): void {
  add(call, { authId, status, noAnswer, at, ms: Math.round(ms) });
}

/** Whether a call came to nothing. */
export const hasFailed = ({ status, noAnswer }: Pick<LoggedCall, 'status' | 'noAnswer'>): boolean =>
  noAnswer !== undefined || status >= 400;

/** Forgets the calls of one authentication: it was signed out, or its list was cleared. */
export function forgetCalls(authId: string): void {
  calls.set(calls.get().filter((call) => call.authId !== authId));
}

/** All calls of this tab, newest first. */
export const callLog = (): readonly LoggedCall[] => calls.get();
export const useCallLog = (): readonly LoggedCall[] => useStore(calls);
