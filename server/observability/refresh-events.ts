import { authenticationId } from '../keyring/authentication.ts';
import { PodioInvalidGrantError, PodioSubjectChangedError } from '../podio/errors.ts';
import type { Tokens } from '../podio/oauth.ts';
import type { Observability } from './observability.ts';

type Grant = (tokens: Tokens) => Promise<Tokens>;

/** Counts what comes of the refreshes that are asked of Podio, and tells of those that end an authentication. */
export function watchRefreshes(grant: Grant, { security, metrics }: Observability): Grant {
  return async (tokens) => {
    try {
      const renewed = await grant(tokens);
      metrics?.refresh('succeeded');
      return renewed;
    } catch (error) {
      const event =
        error instanceof PodioInvalidGrantError
          ? 'refresh_refused'
          : error instanceof PodioSubjectChangedError
            ? 'subject_changed'
            : undefined;
      metrics?.refresh(event ? 'refused' : 'failed');
      if (event) security.report(event, { authentication: tokens.ref && authenticationId(tokens.ref) });
      throw error;
    }
  };
}
