import { isServer, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { hasCode } from './errors.ts';
import { queryKeys } from './query-keys.ts';

const minuteMs = 60_000;

/**
 * The cache of one tab, in memory only: what Podio answers is private and does not go to disk. Nothing is fetched
 * again on its own but what is looked at and older than a minute; a call costs one of the authentication's 1,000.
 */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: lookAtKeyringAgain }),
    mutationCache: new MutationCache({ onError: lookAtKeyringAgain }),
    defaultOptions: {
      queries: {
        staleTime: minuteMs,
        ...(!isServer && { gcTime: 30 * minuteMs }), // a page rendered on a server would wait for it
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  /** Our list is older than the server's: it names an authentication that this browser no longer holds. */
  function lookAtKeyringAgain(error: Error): void {
    if (hasCode(error, 'unknown_authentication')) void client.invalidateQueries({ queryKey: queryKeys.keyring });
  }
  return client;
}
