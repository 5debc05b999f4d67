import type { Query, QueryClient } from '@tanstack/react-query';
import { createQueryClient } from './query-client.ts';
import { areReadsPaused } from './reserve.ts';

/** The console's cache: pages read again by themselves only while there are calls to spare. */
export function createConsoleQueryClient(): QueryClient {
  const client = createQueryClient();
  const { queries, ...others } = client.getDefaultOptions();
  client.setDefaultOptions({ ...others, queries: { ...queries, refetchOnMount: hasCallsToSpare } });
  return client;
}

/** What is not there yet was asked for; only what is there waits. */
function hasCallsToSpare({ queryKey: [kind, authId], state }: Query): boolean {
  return kind !== 'as' || state.data === undefined || !areReadsPaused(String(authId));
}
