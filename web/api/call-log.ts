import type { PodioAnswer } from './errors.ts';
import { createStore, useStore } from './store.ts';

export { type RateLimits, useRateLimit } from './authentication-state.ts';

/** One call as the log keeps it: the answer without its body. */
export interface LoggedCall extends Pick<PodioAnswer, 'status' | 'ms' | 'bytes' | 'rateLimit' | 'rateLimitRemaining' | 'at' | 'requestId'> {
  authId: string;
  method: string;
  path: string;
}

/** As many calls as one tab remembers, in memory only. */
const capacity = 500;
const calls = createStore<readonly LoggedCall[]>([]);

/** Adds a call to this tab's log, newest first. */
export function recordCall(authId: string, answer: PodioAnswer): void {
  const { call, status, ms, bytes, rateLimit, rateLimitRemaining, at, requestId } = answer;
  const logged = { authId, method: call.method, path: call.path, status, ms, bytes, rateLimit, rateLimitRemaining, at, requestId };
  calls.set([logged, ...calls.get()].slice(0, capacity));
}

/** Forgets the calls of one authentication: it was signed out. */
export function forgetCalls(authId: string): void {
  calls.set(calls.get().filter((call) => call.authId !== authId));
}

/** All calls of this tab, newest first. */
export const useCallLog = (): readonly LoggedCall[] => useStore(calls);
