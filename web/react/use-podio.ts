import { type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Read } from '../../server/podio/typed-call.ts';
import { type PodioAnswer, PodioAnswerError, type PodioCall } from '../api/errors.ts';
import { podioCall } from '../api/http.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useActingAsIfAny } from './acting-as.tsx';

/** A call that only reads: a GET, or one of Podio's POSTs that filter, search or calculate. */
export interface ReadingCall {
  method?: 'GET' | 'POST';
  /** Path and query, beginning with `/`. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
}

export interface As {
  /** Acts as this authentication; without it, as the one of `ActingAs`. */
  as?: string;
}

export interface PodioQueryOptions extends As {
  enabled?: boolean;
  /** While another page loads, keep showing the one before; never that of another identity. */
  keepPrevious?: boolean;
}

/**
 * Reads from Podio as the authentication of `ActingAs`. The answer is cached under that identity. A call of `podio-keyring/calls` says by
 * itself of what form its `json` is.
 * Its `error` is a `PodioAnswerError` for a 4xx or 5xx of Podio's, a `ProblemError` of the token handler, or an `UnreachableError`.
 */
export function usePodioQuery<T>(call: ReadingCall | Read<T>, options: PodioQueryOptions = {}): UseQueryResult<PodioAnswer & { json: T }> {
  const authId = useIdentity(options);
  return useQuery({
    ...queryOf<T>(authId, call),
    enabled: options.enabled ?? true,
    placeholderData: (previous, query) => (options.keepPrevious && query?.queryKey[1] === authId ? previous : undefined),
  });
}

/** Key and function of a read. */
export function queryOf<T>(authId: string, { method = 'GET', path, body: json }: ReadingCall | Read<T>) {
  const body = json === undefined ? undefined : JSON.stringify(json);
  return {
    queryKey: queryKeys.call(authId, method, path, body),
    queryFn: async ({ signal }: { signal: AbortSignal }) => succeeded<T>(await podioCall(authId, { method, path, body }, { signal })),
  };
}

/** Makes calls as the authentication of `ActingAs` when told to. Any answer of Podio's resolves, a 4xx or 5xx too. */
export function usePodioMutation(options: As = {}) {
  const authId = useIdentity(options);
  return useMutation({
    mutationFn: ({ signal, ...call }: PodioCall & { signal?: AbortSignal }) => podioCall(authId, call, { signal }),
  });
}

/** The answer, where it is a success. @throws {PodioAnswerError} where it is not */
export function succeeded<T>(answer: PodioAnswer): PodioAnswer & { json: T } {
  if (answer.status >= 400) throw new PodioAnswerError(answer);
  return answer as PodioAnswer & { json: T };
}

/** Who a call is made as. */
export function useIdentity(options: As): string {
  const acting = useActingAsIfAny();
  const authId = options.as ?? acting;
  if (authId === undefined) throw new Error('A call needs an identity: <ActingAs id="…"> around it, or the option `as`.');
  return authId;
}
