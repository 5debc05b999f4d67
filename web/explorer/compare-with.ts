import type { Authentication } from '../../server/contract.ts';
import { byLastUse } from '../api/remembered.ts';

/**
 * Whom to compare an authentication with at first: an app with a person, since that is the usual question; a person with
 * the app that the path names, where it is held; else whoever was used last.
 */
export function compareWith(
  authId: string,
  path: string,
  authentications: readonly Authentication[],
  lastUsed?: Readonly<Record<string, number>>,
): string | undefined {
  const others = byLastUse(
    authentications.filter(({ id }) => id !== authId),
    lastUsed,
  );
  const named = /\/app\/(\d+)/.exec(path)?.[1];
  const wanted = authId.startsWith('app-') ? others.find(({ ref }) => ref.type === 'user') : others.find(({ id }) => id === `app-${named}`);
  return (wanted ?? others[0])?.id;
}
