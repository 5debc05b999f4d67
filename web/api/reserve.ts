import { type RateLimits, stateOf, useAuthenticationState } from './authentication-state.ts';
import { rememberedStore } from './browser-storage.ts';
import { useStore } from './store.ts';

/** Calls an hour that can be kept for people, of the 1,000 that Podio gives each authentication. */
export const reserveChoices = [0, 20, 50, 100, 250, 500] as const;
const ceiling = 1000;
const usual = 50;
const hourMs = 3_600_000;

const reserve = rememberedStore('keyring:reserve', usual);

export const useReserve = (): number => readable(useStore(reserve));

/** With fewer calls left than this, pages no longer read again by themselves. */
export function setReserve(calls: number): void {
  reserve.set(calls);
}

/** Writes the choice down, again after the browser's storage was cleared. */
export function keepReserve(): void {
  const chosen = readable(reserve.get());
  if (chosen !== usual) reserve.set(chosen);
}

const readable = (calls: unknown): number => (typeof calls === 'number' && calls >= 0 ? calls : usual);

/**
 * Whether so few calls are left that only people may spend them. Heavy calls have a ceiling of their own, of which the
 * same share is kept. What was heard more than an hour ago says nothing: the count has begun again since.
 */
export function isInReserve({ ordinary, heavy }: RateLimits, kept: number, now: number): boolean {
  return [ordinary, heavy].some((heard) => heard && now - (heard.at ?? now) < hourMs && heard.remaining < (kept * heard.limit) / ceiling);
}

/** Whether reads that nobody asked for pause as this authentication. */
export function areReadsPaused(authId: string): boolean {
  return isInReserve(stateOf(authId).rateLimits, readable(reserve.get()), Date.now());
}

/** See {@link areReadsPaused}. */
export function useAreReadsPaused(authId: string): boolean {
  const kept = useReserve();
  return isInReserve(useAuthenticationState(authId).rateLimits, kept, Date.now());
}
