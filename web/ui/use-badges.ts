import type { Authentication } from '../../server/contract.ts';
import { type AuthenticationState, useAuthenticationStates } from '../api/authentication-state.ts';
import { useWords, type Words } from '../i18n/index.ts';
import { useRenewableUntil } from '../react/use-renewable-until.ts';
import type { BadgeState } from './StateBadge.tsx';

export interface Badge {
  state: BadgeState;
  /** The state in words. */
  text: string;
}

const dayMs = 86_400_000;
/** From how many days before its end an authentication is said to expire; one that renews itself is no news. */
const warnDays = 3;
/** From how few calls left on these are worth a word. */
const fewCalls = 10;

/** The state of each authentication in words, by id. */
export function useBadges(authentications: Authentication[]): Record<string, Badge> {
  const words = useWords();
  const states = useAuthenticationStates();
  const until = useRenewableUntil(authentications);
  return Object.fromEntries(authentications.map(({ id }) => [id, badge(words, states[id], until[id], Date.now())]));
}

function badge({ states }: Words, known: AuthenticationState | undefined, renewableUntil: number | undefined, now: number): Badge {
  if (known?.expired) return { state: 'sign-in-again', text: states.signInAgain };
  if (renewableUntil === undefined) return { state: 'checking', text: states.checking };
  if (renewableUntil <= now) return { state: 'sign-in-again', text: states.signInAgain };
  if (known?.rateLimitedUntil !== undefined && known.rateLimitedUntil > now) return { state: 'rate-limited', text: states.rateLimited };
  const left = renewableUntil - now;
  if (left < warnDays * dayMs) return { state: 'expires-soon', text: states.expires(Math.floor(left / dayMs)) };
  const calls = known?.rateLimits.ordinary?.remaining;
  if (calls !== undefined && calls < fewCalls) return { state: 'active', text: states.callsLeft(calls) };
  return { state: 'active', text: states.active };
}
