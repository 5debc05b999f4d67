import { useState } from 'react';
import type { Authentication } from '../../server/contract.ts';
import { type Ceiling, useAuthenticationStates } from '../api/authentication-state.ts';
import { displayName, useLabels, useLastUsed } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthentications } from '../react/index.ts';
import { type Badge, useBadges } from '../ui/use-badges.ts';

/** One authentication as this page shows it. */
export interface Row {
  authentication: Authentication;
  /** The label, else Podio's name. */
  name: string;
  badge: Badge;
  /** Calls left, where an answer has told. */
  ordinary: Ceiling | undefined;
  /** In milliseconds since the epoch. */
  lastUsed: number | undefined;
  /** Signed out of while this page was open: it says so in its place. */
  gone: boolean;
}

export function useRows(): Row[] {
  const { authentications } = useAuthentications();
  const shown = useOnceShown(authentications);
  const held = new Set(authentications.map(({ id }) => id));
  const labels = useLabels();
  const lastUsed = useLastUsed();
  const states = useAuthenticationStates();
  const badges = useBadges(authentications);
  return shown.map((authentication) => ({
    authentication,
    name: displayName(authentication, labels),
    badge: badges[authentication.id] ?? { state: 'checking', text: '' },
    ordinary: states[authentication.id]?.rateLimits.ordinary,
    lastUsed: lastUsed[authentication.id],
    gone: !held.has(authentication.id),
  }));
}

/** The present list, with those gone since the page was opened still in their places. */
function useOnceShown(authentications: Authentication[]): Authentication[] {
  const [shown, setShown] = useState(authentications);
  const merged = merge(shown, authentications);
  if (merged !== shown) setShown(merged);
  return merged;
}

function merge(shown: Authentication[], present: Authentication[]): Authentication[] {
  const byId = new Map(present.map((authentication) => [authentication.id, authentication]));
  const kept = shown.map((authentication) => byId.get(authentication.id) ?? authentication);
  const known = new Set(shown.map(({ id }) => id));
  const next = [...kept, ...present.filter(({ id }) => !known.has(id))];
  return next.length === shown.length && next.every((authentication, index) => authentication === shown[index]) ? shown : next;
}

/** Rows in which every word of the search occurs. */
export function found(rows: Row[], query: string): Row[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ authentication: { name: podioName, ref }, name, badge }) => {
    const text = `${name} ${podioName} ${ref.type} ${ref.id} ${badge.text}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** What a row's facts say, in words. */
export function useFacts() {
  const { authentications: words, common, format } = useWords();
  return ({ authentication: { ref, method }, ordinary, lastUsed }: Row) => ({
    reference: common.reference(ref),
    method: common.signedInBy[method],
    left: ordinary ? words.callsLeft(ordinary.remaining, ordinary.limit) : words.unknown,
    used: lastUsed === undefined ? words.never : Date.now() - lastUsed < 60_000 ? words.now : format.relative(lastUsed, Date.now()),
  });
}
