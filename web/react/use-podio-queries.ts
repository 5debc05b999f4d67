import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { Read } from '../../server/podio/typed-call.ts';
import type { PodioAnswer } from '../api/errors.ts';
import { type As, queryOf, type ReadingCall, useIdentity } from './use-podio.ts';

/** Several reads at once, each of which may fail by itself. */
export function usePodioQueries<T>(
  calls: readonly (ReadingCall | Read<T>)[],
  options: As = {},
): UseQueryResult<PodioAnswer & { json: T }>[] {
  const authId = useIdentity(options);
  return useQueries({ queries: calls.map((call) => queryOf<T>(authId, call)) });
}
