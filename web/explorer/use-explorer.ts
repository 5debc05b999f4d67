import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { readsOnly } from '../../server/podio/reads-only.ts';
import type { PodioCall } from '../api/errors.ts';
import { jsonProblem } from '../api/json-problem.ts';
import { useAsks, useQuiet } from '../api/remembered.ts';
import { pathWithoutSecrets } from '../api/secrets.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthConfig, useAuthentication, useAuthentications } from '../react/index.ts';
import { compareWith } from './compare-with.ts';
import { type Draft, hasBody } from './draft.ts';
import { unfilled } from './path-parts.ts';
import { quietly } from './quiet.ts';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

/** Everything the explorer does: a draft, what keeps it from being sent, the question before a write, the outcome. */
export function useExplorer(authId: string) {
  const { draft, change: changeDraft } = useDraft(authId);
  const { outcome, send, cancel } = useSend(authId);
  const { data: config } = useAuthConfig();
  // A person decides it for each; by default nobody is asked in the sandbox.
  const asks = useAsks()[authId] ?? config?.mode !== 'sandbox';
  const isQuiet = useQuiet(authId);
  const { authentications } = useAuthentications();
  const navigate = useNavigate();
  const problems = useProblems(draft);
  const [asking, setAsking] = useState<PodioCall | undefined>(undefined);
  const path = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const isSending = outcome.sendingSince !== undefined;
  const isReadOnly = useAuthentication(authId)?.readOnly ?? false;
  const isRefused = isReadOnly && !readsOnly(draft.method, draft.path.trim());

  const change = (change: Partial<Draft>) => changeDraft(change);

  const submit = async () => {
    if (isSending || asking) return;
    problems.show();
    if (problems.path) return path.current?.focus();
    if (problems.body) {
      change({ tab: 'body' });
      // The tab has to be there first.
      return requestAnimationFrame(() => body.current?.focus());
    }
    const call = isQuiet ? quietly(callOf(draft)) : callOf(draft);
    const guarded = call.method === 'DELETE' || (!readsOnly(call.method, call.path) && asks);
    // What the token handler refuses changes nothing: there is nothing to ask about.
    if (guarded && !isRefused) setAsking(call);
    else await send(call, readsOnly(call.method, call.path));
  };

  /** Goes where the call is made as another one too; `send`: and sends it there at once. */
  const compare = ({ send }: { send?: boolean } = {}) => {
    const { method, path, body } = callOf(draft);
    const to = paths.compare({ a: authId, b: compareWith(authId, path, authentications), method, path: pathWithoutSecrets(path) });
    void navigate(to, { state: { body, send } });
  };

  return {
    authId,
    draft,
    compare,
    change,
    problems,
    outcome,
    isSending,
    /** A write as an authentication that only reads: sent, the token handler refuses it. */
    isRefused,
    submit,
    cancel,
    /** The write that is asked about before it is sent. */
    asking,
    confirm: () => {
      setAsking(undefined);
      if (asking) void send(asking, readsOnly(asking.method, asking.path));
    },
    dismiss: () => setAsking(undefined),
    fields: { path, body },
  };
}

export type ExplorerState = ReturnType<typeof useExplorer>;

/** The draft as it is sent: spaces around the path are a slip of pasting, and what has no body sends none. */
export function callOf({ method, path, body }: Draft): PodioCall {
  return { method, path: path.trim(), ...(hasBody(method) && body.trim() && { body }) };
}

/** What keeps a draft from being sent: said from the first attempt on, and kept true while it is mended. */
function useProblems(draft: Draft) {
  const { explorer: words } = useWords();
  const [shown, setShown] = useState(false);
  const { path, body } = callOf(draft);
  const missing = unfilled(path);
  const json = body === undefined ? undefined : jsonProblem(body);
  const pathProblem = !path.startsWith('/') ? words.needsPath : missing.length > 0 ? words.fillIn(missing) : undefined;
  const bodyProblem = json && words.jsonError(json.line, json.column, words.json[json.kind]);
  if (shown && !pathProblem && !bodyProblem) setShown(false);
  return {
    path: pathProblem,
    body: bodyProblem,
    shownPath: shown ? pathProblem : undefined,
    shownBody: shown ? bodyProblem : undefined,
    show: () => setShown(true),
  };
}
