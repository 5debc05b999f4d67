import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Authentication } from '../../server/contract-types.ts';
import { readConfig, readKeyring } from '../api/keyring.ts';
import { queryKeys } from '../api/query-keys.ts';

const none: Authentication[] = [];

/** How the keyring of this browser is read. */
export const keyringQuery = {
  queryKey: queryKeys.keyring,
  queryFn: ({ signal }: { signal: AbortSignal }) => readKeyring({ signal }),
};

/** The keyring of this browser, in the order in which the authentications were added. */
export function useAuthentications() {
  const { data, isPending, error, refetch, dataUpdatedAt } = useQuery(keyringQuery);
  const failure = useFailure(error, isPending);
  return {
    authentications: data?.authentications ?? none,
    capacity: data?.capacity,
    isPending: isPending && !failure,
    error: failure,
    refetch,
    dataUpdatedAt,
  };
}

/** What went wrong stays true while it is tried again: a page that says so must not vanish under whoever reads it. */
function useFailure(error: Error | null, isPending: boolean): Error | null {
  const [kept, keep] = useState(error);
  const now = error === null && isPending ? kept : error;
  if (now !== kept) keep(now);
  return now;
}

/** One authentication of the keyring; undefined where this browser holds none of this id (or does not know yet). */
export function useAuthentication(id: string | undefined): Authentication | undefined {
  return useAuthentications().authentications.find((authentication) => authentication.id === id);
}

/** Which ways to sign in the server offers, and in sandbox mode the sample credentials. `enabled`: whether it is time to ask for them. */
export function useAuthConfig({ enabled = true } = {}) {
  return useQuery({
    queryKey: queryKeys.config,
    queryFn: ({ signal }) => readConfig({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}
