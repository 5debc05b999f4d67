import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { readsOnly } from '../../server/podio/reads-only.ts';
import type { PodioAnswer, PodioCall } from '../api/errors.ts';
import { podioCall } from '../api/http.ts';
import { jsonProblem } from '../api/json-problem.ts';
import { pathWithoutSecrets } from '../api/secrets.ts';
import { paths } from '../paths.ts';
import { queryKeys, useAuthentications } from '../react/index.ts';

/** What a link here may bring beside its address: a body, which never stands in one, and the wish to send at once. */
export interface CompareState {
  body?: string;
  send?: boolean;
}

/** The call being written, and who it is compared as. The address names all of it but the body. */
export function useCompare() {
  const [address] = useSearchParams();
  const { state } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { authentications } = useAuthentications();
  const brought = state as CompareState | null;
  const [a, b] = [address.get('a') ?? undefined, address.get('b') ?? undefined];
  const [method, setMethod] = useState(address.get('method')?.toUpperCase() ?? 'GET');
  const [path, setPath] = useState(address.get('path') ?? '');
  const [body, setBody] = useState(brought?.body ?? '');
  const call: PodioCall = { method, path: path.trim(), ...(method === 'POST' && body.trim() && { body }) };
  const problem = call.body === undefined ? undefined : jsonProblem(call.body);
  const [tried, setTried] = useState(false);
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const reads = readsOnly(call.method, call.path);
  const held = (id: string | undefined) => authentications.some((authentication) => authentication.id === id);
  const canSend = reads && call.path.startsWith('/') && held(a) && held(b);
  const to = (who: { a?: string; b?: string }) =>
    paths.compare({ a: who.a, b: who.b, method: call.method, path: pathWithoutSecrets(call.path) });

  const send = () => {
    if (!canSend || !a || !b) return;
    setTried(problem !== undefined);
    if (problem) return bodyField.current?.focus();
    void navigate(to({ a, b }), { replace: true, state: { body } satisfies CompareState });
    for (const id of new Set([a, b])) void ask(client, id, call);
  };
  // The shortcut of the explorer sends on arrival; a reload of this page does not.
  const sent = useRef(false);
  useEffect(() => {
    if (!brought?.send || !canSend || sent.current) return;
    sent.current = true;
    send();
  });

  return {
    a,
    b,
    call,
    method,
    path,
    body,
    /** What is wrong with the body: said from the first attempt on, and kept true while it is mended. */
    problem: tried ? problem : undefined,
    bodyField,
    reads,
    canSend,
    setMethod,
    setPath,
    setBody,
    send,
    /** Address of this page with others chosen. */
    to,
  };
}

export type Comparison = ReturnType<typeof useCompare>;

const keyOf = (authId: string, { method, path, body }: PodioCall) => [...queryKeys.as(authId), 'compare', method, path, body ?? null];

/** Each side fails alone; what it failed with is kept beside its answer. */
function ask(client: QueryClient, authId: string, call: PodioCall): Promise<unknown> {
  const queryKey = keyOf(authId, call);
  const queryFn = ({ signal }: { signal: AbortSignal }) => podioCall(authId, call, { signal });
  return client.fetchQuery<PodioAnswer>({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined); // the observer shows it
}

/** How one side of the comparison stands: of exactly this call, and only while the authentication is held. */
export function useSide(authId: string | undefined, call: PodioCall) {
  const client = useQueryClient();
  const queryKey = keyOf(authId ?? '', call);
  const { data, error, isFetching } = useQuery<PodioAnswer>({ queryKey, queryFn: skipToken, structuralSharing: false });
  return { answer: data, error, isFetching, cancel: () => void client.cancelQueries({ queryKey }) };
}

export type Side = ReturnType<typeof useSide>;
