import type { CallbackResponse } from '../../server/contract.ts';
import { type CallbackParameters, finishSignIn } from '../api/keyring.ts';
import { readSignInUnderWay, type SignInUnderWay } from '../api/sign-in-under-way.ts';

/** How the browser came to `/callback`. */
export type Arrival =
  /** Neither code nor error: Back, a reload, or a bookmark. */
  | { kind: 'nothing' }
  /** Podio says no, without the state that would let the server end the sign-in: nothing is posted. */
  | { kind: 'denied'; description: string | undefined }
  /** What Podio sent was posted, once. */
  | { kind: 'posted'; outcome: Promise<Outcome>; underWay: SignInUnderWay | undefined };

export type Outcome = { ok: true; response: CallbackResponse } | { ok: false; error: unknown };

const names = ['code', 'state', 'error', 'error_description', 'error_reason'] as const;

/**
 * Takes what Podio's redirect carried out of the address and its history entry, then posts it. Called once, before
 * React starts: an effect would run twice under StrictMode, and a code works once.
 */
export function takeArrival(post = finishSignIn): Arrival {
  const query = new URLSearchParams(location.search);
  const parameters: Partial<Record<(typeof names)[number], string>> = {};
  for (const name of names) {
    const value = query.get(name);
    if (value !== null) parameters[name] = value;
    query.delete(name);
  }
  if (!parameters.code && !parameters.error && !parameters.state) return { kind: 'nothing' };
  const rest = query.toString();
  history.replaceState(null, '', location.pathname + (rest ? `?${rest}` : ''));
  if (!parameters.state) return parameters.error ? { kind: 'denied', description: parameters.error_description } : { kind: 'nothing' };
  const outcome = post(parameters as CallbackParameters).then(
    (response): Outcome => ({ ok: true, response }),
    (error: unknown): Outcome => ({ ok: false, error }),
  );
  return { kind: 'posted', outcome, underWay: readSignInUnderWay() };
}
