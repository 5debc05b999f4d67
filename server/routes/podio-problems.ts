import { errors } from 'undici';
import { ProblemError } from '../http/problems.ts';
import {
  PodioConnectionError,
  PodioError,
  PodioInvalidClientError,
  PodioInvalidGrantError,
  PodioRateLimitError,
  PodioSecondFactorError,
  PodioSubjectChangedError,
} from '../podio/errors.ts';

/** What a failed sign-in is called; see {@link refreshProblem} for a failed refresh. */
export function signInProblem(error: unknown, refused: string): ProblemError {
  if (error instanceof PodioInvalidGrantError) return new ProblemError('invalid_credentials', refused, { cause: error });
  if (error instanceof PodioSecondFactorError)
    return new ProblemError(
      'second_factor_required',
      'The password is right, but this account has a second factor: continue with Podio instead.',
      { cause: error },
    );
  return podioProblem(error);
}

/** Only a refusal of the grant itself ends an authentication; anything else leaves it as it is and says what failed. */
export function refreshProblem(error: unknown): ProblemError {
  if (error instanceof PodioInvalidGrantError)
    return new ProblemError('authentication_expired', 'Podio no longer renews this authentication: sign in again.', { cause: error });
  if (error instanceof PodioSubjectChangedError)
    return new ProblemError(
      'authentication_expired',
      'Podio renewed this authentication for somebody else, which was refused: sign in again.',
      {
        cause: error,
      },
    );
  return podioProblem(error);
}

/** What went wrong between us and Podio; our own errors pass through. */
export function podioProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof PodioConnectionError)
    return error.timedOut
      ? new ProblemError('podio_timeout', 'Podio did not answer in time. Nothing was lost; try again.', { cause: error })
      : new ProblemError('podio_unreachable', 'Podio could not be reached. Nothing was lost; try again.', { cause: error });
  if (error instanceof PodioInvalidClientError)
    return new ProblemError(
      'client_rejected',
      'Podio does not accept the API key of this keyring (PODIO_CLIENT_ID, PODIO_CLIENT_SECRET). Tell the person who runs it; no authentication was dropped.',
      { cause: error },
    );
  if (error instanceof PodioRateLimitError)
    return new ProblemError(
      'podio_error',
      `Podio's rate limit is used up (${error.status ?? 420})${waitHint(error.retryAfterSeconds)}. Nothing was lost.`,
      {
        cause: error,
        retryAfterSeconds: error.retryAfterSeconds,
      },
    );
  if (error instanceof PodioError)
    return new ProblemError(
      'podio_error',
      error.status === undefined
        ? 'Podio gave an answer that makes no sense.'
        : `Podio gave an answer that makes no sense here (${error.status}).`,
      { cause: error },
    );
  return new ProblemError('internal_error', 'Something went wrong here. It was logged.', { cause: error });
}

/** A call that changes something, by an authentication that is read-only here. */
export function readOnlyProblem(name: string): ProblemError {
  return new ProblemError('read_only', `${name} is read-only here: this call would change something, so it was not sent to Podio.`);
}

/** A proxied call to which no answer began. */
export function unansweredProblem(error: Error): ProblemError {
  const cause = error instanceof errors.HTTPParserError ? withoutBytes(error) : error;
  return (error as NodeJS.ErrnoException).code === 'UND_ERR_HEADERS_TIMEOUT'
    ? new ProblemError('podio_timeout', 'Podio did not begin to answer in time.', { cause })
    : new ProblemError('podio_unreachable', 'Podio could not be reached, or closed the connection.', { cause });
}

/** The parser's error carries the bytes that it could not read, which must not reach the log: they may hold anything. */
function withoutBytes({ message, code }: NodeJS.ErrnoException): Error {
  return Object.assign(new Error(message), { code });
}

function waitHint(seconds: number | undefined): string {
  return seconds === undefined ? '' : `; it asks to wait ${seconds} seconds`;
}
