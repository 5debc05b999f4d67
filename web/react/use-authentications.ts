import { useQueries, useQuery } from '@tanstack/react-query';
import type { Authentication } from '../../server/contract.ts';
import { noteExpired } from '../api/authentication-state.ts';
import { hasCode } from '../api/errors.ts';
import { readAuthentication, readConfig, readKeyring } from '../api/keyring.ts';
import { queryKeys } from '../api/query-keys.ts';

const none: Authentication[] = [];
const dayMs = 86_400_000;

/** The keyring of this browser, in the order in which the authentications were added. */
export function useAuthentications() {
  const { data, isPending, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: queryKeys.keyring,
    queryFn: ({ signal }) => readKeyring({ signal }),
  });
  return { authentications: data?.authentications ?? none, capacity: data?.capacity, isPending, error, refetch, dataUpdatedAt };
}

/** One authentication of the keyring; undefined where this browser holds none of this id (or does not know yet). */
export function useAuthentication(id: string | undefined): Authentication | undefined {
  return useAuthentications().authentications.find((authentication) => authentication.id === id);
}

/** Which ways to sign in the server offers, and in sandbox mode the sample credentials. */
export function useAuthConfig() {
  return useQuery({ queryKey: queryKeys.config, queryFn: ({ signal }) => readConfig({ signal }), staleTime: Number.POSITIVE_INFINITY });
}

/**
 * Until when each authentication can be renewed, in milliseconds since the epoch, by id; undefined while it is being
 * checked. The list has the moment of the sign-in only, so whatever seems about to end (within three days) is looked
 * at once more: at our own server, no call of Podio's is spent.
 */
export function useRenewableUntil(authentications: Authentication[]): Record<string, number | undefined> {
  const doubtful = authentications.filter(({ renewableUntil }) => Date.parse(renewableUntil) - Date.now() < 3 * dayMs);
  const fresh = useQueries({
    queries: doubtful.map(({ id }) => ({ queryKey: queryKeys.authentication(id), queryFn: () => readOrNoteExpired(id) })),
  });
  const until = Object.fromEntries(authentications.map(({ id, renewableUntil }) => [id, Date.parse(renewableUntil) as number | undefined]));
  doubtful.forEach(({ id }, index) => {
    const query = fresh[index];
    if (query?.data) until[id] = Date.parse(query.data.renewableUntil);
    else if (query?.isPending) until[id] = undefined;
  });
  return until;
}

async function readOrNoteExpired(id: string): Promise<Authentication> {
  try {
    return await readAuthentication(id);
  } catch (error) {
    if (hasCode(error, 'authentication_expired')) noteExpired(id);
    throw error;
  }
}
