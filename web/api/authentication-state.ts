import type { PodioAnswer } from './errors.ts';
import { onOtherTabs, tellOtherTabs } from './keyring-channel.ts';
import { createStore, useStore } from './store.ts';

/** Calls left under one of Podio's ceilings, as last heard. */
export interface Ceiling {
  limit: number;
  remaining: number;
  /** When that was said, in milliseconds since the epoch. */
  at?: number;
}

/** Ordinary calls (1,000 an hour) and heavy ones (250), told apart by the ceiling that Podio names. */
export interface RateLimits {
  ordinary?: Ceiling;
  heavy?: Ceiling;
}

/** What this browser has learnt about one authentication from its calls; nothing is ever asked to learn it. */
export interface AuthenticationState {
  /** Podio no longer renews it: sign in again. */
  expired: boolean;
  /** Podio refused a call (420): the latest moment at which the count starts again, in milliseconds since the epoch. */
  rateLimitedUntil?: number;
  rateLimits: RateLimits;
}

const unknown: AuthenticationState = { expired: false, rateLimits: {} };
const states = createStore<Readonly<Record<string, AuthenticationState>>>({});
const hourMs = 3_600_000;
/** A ceiling up to this is the one for heavy calls. */
const heavyCeiling = 250;

export const stateOf = (authId: string): AuthenticationState => states.get()[authId] ?? unknown;
export const useAuthenticationState = (authId: string): AuthenticationState => useStore(states, (all) => all[authId] ?? unknown);
export const useAuthenticationStates = (): Readonly<Record<string, AuthenticationState>> => useStore(states);
/** Calls left of an authentication, as far as its answers told. */
export const useRateLimit = (authId: string): RateLimits => useAuthenticationState(authId).rateLimits;

function put(authId: string, state: AuthenticationState): void {
  states.set({ ...states.get(), [authId]: state });
}

function change(authId: string, state: AuthenticationState): void {
  if (JSON.stringify(state) === JSON.stringify(stateOf(authId))) return;
  put(authId, state);
  tellOtherTabs({ type: 'state', id: authId, state });
}

/** Podio no longer renews this authentication. */
export function noteExpired(authId: string): void {
  change(authId, { ...stateOf(authId), expired: true });
}

/** A fresh sign-in: it is usable again. */
export function noteSignedIn(authId: string): void {
  change(authId, { ...stateOf(authId), expired: false });
}

/** Signed out: nothing is known any more. */
export function forgetState(authId: string): void {
  const { [authId]: _gone, ...rest } = states.get();
  states.set(rest);
}

/** Learns from an answer of Podio's: the calls left, and a refusal for having none. */
export function noteAnswer(authId: string, answer: PodioAnswer): void {
  const before = stateOf(authId);
  const rateLimits = { ...before.rateLimits, ...ceilingOf(answer) };
  const refused = answer.status === 420;
  const rateLimitedUntil = refused ? answer.at + waitMs(answer) : answer.status < 400 ? undefined : before.rateLimitedUntil;
  change(authId, { expired: false, rateLimits, ...(rateLimitedUntil === undefined ? {} : { rateLimitedUntil }) });
}

function ceilingOf({ rateLimit, rateLimitRemaining, at }: PodioAnswer): RateLimits {
  if (rateLimit === undefined || rateLimitRemaining === undefined) return {};
  const ceiling = { limit: rateLimit, remaining: rateLimitRemaining, at };
  return rateLimit <= heavyCeiling ? { heavy: ceiling } : { ordinary: ceiling };
}

/** Podio names no reset time as a rule: one hour after the refusal at the latest. Some texts name the seconds. */
function waitMs(answer: PodioAnswer): number {
  const header = answer.headers.find(([name]) => name === 'retry-after')?.[1];
  const seconds = Number(header ?? /(\d+) seconds/.exec(answer.text)?.[1] ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : hourMs;
}

onOtherTabs((event) => {
  if (event.type === 'state') put(event.id, event.state);
});
