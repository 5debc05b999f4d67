import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { addressOf, callInAddress, type Draft, keepDraft, startDraft } from './draft.ts';
import { firstCall } from './start-calls.ts';

const afterTypingMs = 300;

/** What a link to the explorer may bring beside its address: a body, which never stands in one. */
function linkedBody(state: unknown): string | undefined {
  const body = (state as { body?: unknown } | null)?.body;
  return typeof body === 'string' ? body : undefined;
}

/**
 * The draft of this tab. Method and path follow into the address once typing pauses (replaced, not pushed: Back leaves
 * the explorer); another address, as by Back or a link, brings its own call.
 */
export function useDraft(authId: string) {
  const { pathname, search, state } = useLocation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => startDraft(search, linkedBody(state), firstCall(authId)));
  /** The address on screen that the draft stands under. */
  const standsUnder = useRef(search);
  /** The address that was asked for on its behalf: a switch may come before it is on screen, and still goes from the one that is. */
  const askedFor = useRef<string>(undefined);

  useEffect(() => {
    if (search === standsUnder.current) return;
    standsUnder.current = search;
    const ours = search === askedFor.current;
    askedFor.current = undefined; // Back may bring the same address later, and then it is not ours
    if (ours) return;
    const call = callInAddress(search);
    const body = linkedBody(state);
    if (call) setDraft((before) => ({ ...before, ...call, ...(body !== undefined && { body, tab: 'body' as const }) }));
  }, [search, state]);

  const { method, path } = draft;
  useEffect(() => {
    keepDraft(draft, search);
    const wanted = addressOf({ method, path });
    if (wanted === search && linkedBody(state) === undefined) return;
    const timer = setTimeout(() => {
      // Somebody is on the way to another page, whose code is still arriving: this one has no say any more.
      if (location.pathname !== pathname) return;
      askedFor.current = wanted;
      void navigate(pathname + wanted, { replace: true });
    }, afterTypingMs);
    return () => clearTimeout(timer);
  }, [draft, method, path, pathname, search, state, navigate]);

  return { draft, change: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })) };
}
