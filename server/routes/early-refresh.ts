import { ProblemError } from '../http/problems.ts';
import { LruMap } from '../keyring/lru.ts';
import { PodioError, PodioInvalidGrantError, PodioSubjectChangedError } from '../podio/errors.ts';
import type { Tokens } from '../podio/oauth.ts';
import { needsRefresh } from '../podio/refresher.ts';

/** For so long (milliseconds) a refresh ahead of time is not tried again after it failed. */
const BACK_OFF_MS = 5_000;

/** Refreshes ahead of the end of a token that still lives: worth trying, and no harm where they fail. */
export interface EarlyRefresh {
  /** Whether to refresh before the call. `spare` says that a failure could be borne: the call could be made again. */
  isDue(tokens: Tokens, spare: boolean): boolean;
  /**
   * Whether the call may go up with the tokens it has, although refreshing them failed: they live, and Podio did not refuse them. From
   * then on their refresh is not due for a few seconds, so that a token endpoint that is down is not asked on every call.
   */
  isSurvivable(tokens: Tokens, error: unknown): boolean;
}

/** @param now ms since 1970 */
export function createEarlyRefresh(earlySeconds: number, now: () => number): EarlyRefresh {
  const failed = new LruMap<string, number>(10_000);
  const lives = (tokens: Tokens) => tokens.expiresAt > now();

  return {
    isDue(tokens, spare) {
      if (!needsRefresh(tokens, now(), earlySeconds)) return false;
      return !(spare && lives(tokens) && now() < (failed.get(tokens.accessToken) ?? 0) + BACK_OFF_MS);
    },
    isSurvivable(tokens, error) {
      const ended = error instanceof PodioInvalidGrantError || error instanceof PodioSubjectChangedError;
      const away = error instanceof ProblemError && error.code === 'store_unavailable';
      const later = away || (error instanceof PodioError && !ended);
      if (!later || !lives(tokens)) return false;
      failed.set(tokens.accessToken, now());
      return true;
    },
  };
}
