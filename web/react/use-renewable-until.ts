import { useQueries } from '@tanstack/react-query';
import type { Authentication } from '../../server/contract-types.ts';
import { readAuthentication } from '../api/keyring.ts';
import { queryKeys } from '../api/query-keys.ts';

const dayMs = 86_400_000;

/**
 * Until when each authentication can be renewed, in milliseconds since the epoch, by id; undefined while it is being
 * checked. The list has the moment of the sign-in only, so whatever seems about to end (within three days) is looked
 * at once more: at our own server, no call of Podio's is spent.
 */
export function useRenewableUntil(authentications: Authentication[]): Record<string, number | undefined> {
  const doubtful = authentications.filter(({ renewableUntil }) => Date.parse(renewableUntil) - Date.now() < 3 * dayMs);
  const fresh = useQueries({
    queries: doubtful.map(({ id }) => ({ queryKey: queryKeys.authentication(id), queryFn: () => readAuthentication(id) })),
  });
  const until = Object.fromEntries(authentications.map(({ id, renewableUntil }) => [id, Date.parse(renewableUntil) as number | undefined]));
  doubtful.forEach(({ id }, index) => {
    const query = fresh[index];
    if (query?.data) until[id] = Date.parse(query.data.renewableUntil);
    else if (query?.isPending) until[id] = undefined;
  });
  return until;
}
