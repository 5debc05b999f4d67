import { hasCode, type PodioAnswer, PodioAnswerError, ProblemError, UnreachableError } from '../api/errors.ts';
import type { Words } from '../i18n/index.ts';

/** Podio answered with success, but not with what the call is documented to give. */
export class UnreadableAnswerError extends Error {
  override name = 'UnreadableAnswerError';

  constructor() {
    super('Podio gave an answer that makes no sense.');
  }
}

/** What can be done about it; each screen offers what makes sense there. */
export type Remedy = 'edit-call' | 'sign-in-again' | 'try-another' | 'reload' | 'back-to-items' | 'wait-for-limit' | 'try-again' | 'none';

/** One error, in words for the person. */
export interface ErrorSentence {
  text: string;
  /** Podio's own words: quoted, in whatever language they are, and never our sentence. */
  quote?: string;
  remedy: Remedy;
}

/**
 * The sentence for anything that can go wrong with a call, the same everywhere.
 * `name`: who the call was made as.
 */
export function errorSentence(words: Words, error: unknown, name: string): ErrorSentence {
  if (error instanceof PodioAnswerError) return answerSentence(words, error.answer, name);
  if (error instanceof ProblemError) return problemSentence(words, error, name);
  if (error instanceof UnreachableError)
    return { text: error.reason === 'not-ours' ? words.errors.notOurs : words.errors.serverDown, remedy: 'try-again' };
  if (error instanceof UnreadableAnswerError) return { text: words.errors.podioNonsense, remedy: 'try-again' };
  return { text: words.errors.broken, remedy: 'try-again' };
}

/** The sentence for an answer of Podio's of 400 or more. */
export function answerSentence({ errors }: Words, answer: PodioAnswer, name: string): ErrorSentence {
  const quote = descriptionOf(answer);
  const said = quote === undefined ? {} : { quote };
  const { status } = answer;
  if (status >= 500) return { text: errors.podioDown(status), remedy: 'try-again' };
  switch (status) {
    case 400:
      return { text: errors.badCall, ...said, remedy: 'edit-call' };
    case 401:
      return { text: errors.signInAgain(name), remedy: 'sign-in-again' };
    case 402:
      return { text: errors.payment, ...said, remedy: 'none' };
    case 403:
      return { text: errors.forbidden(name), remedy: 'try-another' };
    case 404:
      return { text: errors.notFound(name), remedy: 'try-another' };
    case 409:
      return { text: errors.conflict, remedy: 'reload' };
    case 410:
      return { text: errors.deleted, remedy: 'back-to-items' };
    case 420:
    case 429:
      return { text: errors.rateLimited(name), remedy: 'wait-for-limit' };
    default:
      return { text: errors.refused(status), ...said, remedy: 'edit-call' };
  }
}

function problemSentence({ errors }: Words, { problem }: ProblemError, name: string): ErrorSentence {
  switch (problem.code) {
    case 'authentication_expired':
      return { text: errors.signInAgain(name), remedy: 'sign-in-again' };
    case 'unknown_authentication':
      return { text: errors.gone401(name), remedy: 'sign-in-again' };
    case 'read_only':
      return { text: errors.readOnly(name), remedy: 'none' };
    case 'forbidden_path':
      return { text: errors.forbiddenPath, remedy: 'edit-call' };
    case 'bad_request':
    case 'payload_too_large':
    case 'unsupported_media_type':
      return { text: errors.badRequest(problem.detail), remedy: 'edit-call' };
    case 'podio_unreachable':
      return { text: errors.podioUnreachable, remedy: 'try-again' };
    case 'podio_timeout':
      return { text: errors.podioTimeout, remedy: 'try-again' };
    case 'podio_error':
      return { text: errors.podioNonsense, remedy: 'try-again' };
    case 'client_rejected':
      return { text: errors.clientRejected, remedy: 'none' };
    case 'store_unavailable':
      return { text: errors.storeDown, remedy: 'try-again' };
    default:
      return { text: errors.other(problem.detail), remedy: 'try-again' };
  }
}

/** Longer texts are Podio's for a log, not for a sentence. */
const mostCharacters = 500;

/** What Podio said in words, where it said anything. */
export function descriptionOf({ json }: Pick<PodioAnswer, 'json'>): string | undefined {
  const description = (json as { error_description?: unknown } | null | undefined)?.error_description;
  return typeof description === 'string' && description.trim() ? description.trim().slice(0, mostCharacters) : undefined;
}

/** Podio no longer renews it: the person has to sign in again. */
export const needsSignIn = (error: unknown): boolean =>
  hasCode(error, 'authentication_expired') || (error instanceof PodioAnswerError && error.answer.status === 401);

/** Podio refused it for having no calls left. */
export const isRateLimited = (error: unknown): boolean =>
  error instanceof PodioAnswerError && (error.answer.status === 420 || error.answer.status === 429);

/** Not allowed, or not there for this identity: another one may see it. */
export const isHiddenFrom = (error: unknown): boolean =>
  error instanceof PodioAnswerError && (error.answer.status === 403 || error.answer.status === 404);
