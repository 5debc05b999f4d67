import type { PodioAnswer, PodioCall, UnreachableError } from './errors.ts';

/** What calls and sign-ins find out on their way, for whoever keeps such things: a log, a meter, a banner. */
export type Happening =
  /** Podio answered a call, with whatever status. */
  | { type: 'answered'; id: string; answer: PodioAnswer }
  /** A call came to nothing: refused by the token handler, without an answer, or cancelled. */
  | { type: 'unanswered'; id: string; call: PodioCall; error: unknown; at: number; ms: number }
  | { type: 'reachable' }
  | { type: 'unreachable'; reason: UnreachableError['reason'] }
  /** Podio no longer renews it. */
  | { type: 'expired'; id: string }
  /** Signed in, here or in another tab, for the first time or again. */
  | { type: 'signed-in'; id: string }
  | { type: 'signed-out'; id: string }
  /** Gone from this tab: nothing that it was answered may stay. */
  | { type: 'forgotten'; id: string }
  /** Another tab signed out of these, by id with their names. */
  | { type: 'signed-out-elsewhere'; names: Readonly<Record<string, string>> }
  /** Somebody is about to sign out of everything. */
  | { type: 'signing-out-of-everything' };

const listeners = new Set<(happening: Happening) => void>();

export function happened(happening: Happening): void {
  for (const listener of listeners) listener(happening);
}

/** @returns how to stop */
export function onHappening(listener: (happening: Happening) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
