import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Keyring } from '../../server/contract.ts';
import { hasCode, type PodioAnswer, PodioAnswerError, type PodioCall } from '../api/errors.ts';
import { podioCall } from '../api/http.ts';
import { needsSignIn } from '../errors/error-sentence.ts';
import { queryKeys } from '../react/index.ts';
import { askToSignInAgain } from '../ui/ask-to-sign-in-again.ts';

/** How the last call of one identity stands. */
export interface Outcome {
  /** What Podio answered; while the next call is under way, the answer before. */
  answer?: PodioAnswer;
  /** Why there is no answer. */
  error?: unknown;
  /** Said beside the result. */
  notice?: 'cancelled' | 'not-repeated';
  /** When the call under way was sent, in milliseconds since the epoch. */
  sendingSince?: number;
}

const nothing: Outcome = {};
/** Calls under way, by identity: they go on while another identity is looked at, and are only cancelled by hand. */
const underWay = new Map<string, AbortController>();

/**
 * Sends calls as one identity. The outcome stays in the cache of that identity: it is there again after a switch and
 * gone with a sign-out. Where the authentication has ended, the person is asked to sign in again; then a call that
 * only reads is made again by itself, and a write never is.
 */
export function useSend(authId: string) {
  const client = useQueryClient();
  const queryKey = [...queryKeys.as(authId), 'explorer'];
  const { data: outcome = nothing } = useQuery<Outcome>({ queryKey, queryFn: skipToken, structuralSharing: false });

  const put = (next: Outcome) => {
    const keyring = client.getQueryData<Keyring>(queryKeys.keyring);
    if (keyring?.authentications.some(({ id }) => id === authId)) client.setQueryData<Outcome>(queryKey, next);
  };

  /** Resolves when there is an outcome; never rejects. A call while another is under way is not made. */
  async function send(call: PodioCall, reads: boolean): Promise<void> {
    if (underWay.has(authId)) return;
    const controller = new AbortController();
    underWay.set(authId, controller);
    const before = client.getQueryData<Outcome>(queryKey)?.answer;
    put({ answer: before, sendingSince: Date.now() });
    const next = await attempt(call, controller.signal);
    underWay.delete(authId);
    put(next);
    if (hasCode(next.error, 'unknown_authentication')) void client.invalidateQueries({ queryKey: queryKeys.keyring });
    const refused = next.error ?? (next.answer?.status === 401 ? new PodioAnswerError(next.answer) : undefined);
    if (needsSignIn(refused)) await signInAgain(call, reads);
  }

  async function attempt(call: PodioCall, signal: AbortSignal): Promise<Outcome> {
    try {
      return { answer: await podioCall(authId, call, { signal }) };
    } catch (error) {
      return signal.aborted ? { notice: 'cancelled' } : { error };
    }
  }

  async function signInAgain(call: PodioCall, reads: boolean): Promise<void> {
    const signedIn = await askToSignInAgain(authId, reads ? 'read' : 'write');
    if (!signedIn) return;
    if (reads) await send(call, reads);
    else put({ notice: 'not-repeated' });
  }

  return { outcome, send, cancel: () => underWay.get(authId)?.abort() };
}
