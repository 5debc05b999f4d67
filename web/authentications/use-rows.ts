import { useEffect, useState } from 'react';
import type { Authentication } from '../../server/contract.ts';
import { type RateLimits, useAuthenticationStates } from '../api/authentication-state.ts';
import { displayName, noteHeld, useLabels, useLastUsed } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthentications } from '../react/index.ts';
import { fold } from '../ui/fold.ts';
import { type Badge, useBadges } from '../ui/use-badges.ts';

/** One authentication as this page shows it. */
export interface Row {
  authentication: Authentication;
  /** The label, else Podio's name. */
  name: string;
  badge: Badge;
  /** Calls left under Podio's ceilings, where answers have told. */
  rateLimits: RateLimits;
  /** In milliseconds since the epoch. */
  lastUsed: number | undefined;
  /** Signed out of while this page was open: it says so in its place. */
  gone: boolean;
  /** What the search looks through, folded. */
  searchable: string;
}

export function useRows(): Row[] {
  const { authentications } = useAuthentications();
  const shown = useOnceShown(authentications);
  const held = new Set(authentications.map(({ id }) => id));
  const labels = useLabels();
  const lastUsed = useLastUsed();
  const states = useAuthenticationStates();
  const badges = useBadges(authentications);
  const { common } = useWords();
  useEffect(() => {
    if (held.size > 0) noteHeld(held.size);
  }, [held.size]);
  return shown.map((authentication) => {
    const { id, name: podioName, ref, method } = authentication;
    const name = displayName(authentication, labels);
    const badge = badges[id] ?? { state: 'checking', text: '' };
    return {
      authentication,
      name,
      badge,
      rateLimits: states[id]?.rateLimits ?? {},
      lastUsed: lastUsed[id],
      gone: !held.has(id),
      searchable: fold([name, podioName, common.reference(ref), common.signedInBy[method], badge.text].join(' ')),
    };
  });
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

/** What a row's facts say, in words. */
export function useFacts() {
  const { authentications: words, common, format } = useWords();
  return ({ authentication: { ref, method }, rateLimits: { ordinary, heavy }, lastUsed }: Row) => ({
    reference: common.reference(ref),
    method: common.signedInBy[method],
    left: ordinary ? words.callsLeft(ordinary.remaining, ordinary.limit) : words.unknown,
    /** Said in full where the short form stands. */
    leftInWords: ordinary && words.ordinary(ordinary.remaining, ordinary.limit),
    heavyLeft: heavy && words.heavy(heavy.remaining, heavy.limit),
    used: lastUsed === undefined ? words.never : Date.now() - lastUsed < 60_000 ? words.now : format.relative(lastUsed, Date.now()),
  });
}
