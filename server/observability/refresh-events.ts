import type { OpenedHeld } from '../keyring/keyring.ts';
import { PodioInvalidGrantError, PodioSubjectChangedError } from '../podio/errors.ts';
import type { Tokens } from '../podio/oauth.ts';
import type { Observability } from './observability.ts';
import { pseudonym } from './security-events.ts';

/** A refresh that Podio is asked for: the newest tokens, and the authentication that they are for. */
interface Refresh {
  tokens: Tokens;
  opened: OpenedHeld;
}

type Grant = (refresh: Refresh) => Promise<Tokens>;

/** Counts what comes of the refreshes that are asked of Podio, and tells of those that end an authentication. */
export function watchRefreshes(grant: Grant, { security, metrics }: Observability): Grant {
  return async (refresh) => {
    try {
      const renewed = await grant(refresh);
      metrics?.refresh('succeeded');
      return renewed;
    } catch (error) {
      const event = endOf(error);
      metrics?.refresh(event ? 'refused' : 'failed');
      const { entry, keyringId } = refresh.opened;
      if (event) security.report(event, { authentication: entry.id, keyring: pseudonym(keyringId) });
      throw error;
    }
  };
}

function endOf(error: unknown): 'refresh_refused' | 'subject_changed' | undefined {
  if (error instanceof PodioInvalidGrantError) return 'refresh_refused';
  return error instanceof PodioSubjectChangedError ? 'subject_changed' : undefined;
}
