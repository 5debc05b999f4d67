import { hasFailed, type LoggedCall } from '../api/call-log.ts';
import { statusPhrase } from '../api/status-phrase.ts';
import type { Words } from '../i18n/index.ts';

/** How a call ended, as short as a column allows: `404 Not Found`, `403 read_only`, `No answer`. */
export function statusText({ calls, apiCall }: Words, call: LoggedCall): string {
  if (call.noAnswer === 'cancelled') return calls.cancelled;
  if (call.noAnswer === 'no-answer') return calls.noAnswer;
  return apiCall.status(call.status, call.noAnswer ?? statusPhrase(call.status));
}

/** Why it has no answer of Podio's; undefined where it has one. */
export function whyText({ calls }: Words, { noAnswer }: LoggedCall): string | undefined {
  if (noAnswer === undefined) return undefined;
  if (noAnswer === 'cancelled') return calls.wasCancelled;
  return noAnswer === 'no-answer' ? calls.fromNobody : calls.fromKeyring(noAnswer);
}

/** A shape before the words: colour is never the only sign. */
export const statusShape = (call: LoggedCall): string => (hasFailed(call) ? '▲' : '●');
