import { PodioError, PodioRateLimitError } from './errors.ts';

/** Longest wait that is kept to without asking in between, ms: whoever means longer will say so again. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Makes nobody ask while the token endpoint wants to be left alone: what one caller was told (429 or 503 with `Retry-After`) counts for
 * all, who get the same error with the seconds that are left. Podio's own 420 does not count: that limit is one authentication's.
 *
 * @param now ms since 1970
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function honouringRetryAfter<A, R>(ask: (argument: A) => Promise<R>, now: () => number = Date.now): (argument: A) => Promise<R> {
  let told: PodioError | undefined;
  let until = 0;
  return async (argument) => {
    const leftMs = until - now();
    if (told && leftMs > 0 && leftMs <= LONGEST_WAIT_MS) throw withWait(told, Math.ceil(leftMs / 1000)); // not after a clock that jumped back
    try {
      return await ask(argument);
    } catch (error) {
      if (error instanceof PodioError && error.retryAfterSeconds !== undefined && error.status !== 420) {
        told = error;
        until = now() + Math.min(error.retryAfterSeconds * 1000, LONGEST_WAIT_MS);
      }
      throw error;
    }
  };
}

function withWait({ message, status, body, url, cause }: PodioError, retryAfterSeconds: number): PodioRateLimitError {
  return new PodioRateLimitError(message, { status, body, url, cause, retryAfterSeconds });
}
