import { hasWords } from '../ui/fold.ts';
import type { BadgeState } from '../ui/StateBadge.tsx';
import type { Row } from './use-rows.ts';

export const sortKeys = ['added', 'name', 'state', 'used'] as const;
export type SortKey = (typeof sortKeys)[number];

/** How the list is looked at. */
export interface View {
  query: string;
  /** One state, or all of them. */
  state: BadgeState | 'all';
  by: SortKey;
  descending: boolean;
}

export const wholeList: View = { query: '', state: 'all', by: 'added', descending: false };

/** What needs somebody comes first. */
const urgency: BadgeState[] = ['sign-in-again', 'rate-limited', 'expires-soon', 'checking', 'active'];
/** States that can be looked for; one that is being checked has another in a moment. */
export const filterStates = ['active', 'expires-soon', 'sign-in-again', 'rate-limited'] as const;

/** The rows that are looked for, in order. One that was signed out of here stays whatever is filtered: it says so. */
export function shownRows(rows: readonly Row[], { query, state, by, descending }: View, language: string): Row[] {
  const shown = rows.filter((row) => row.gone || ((state === 'all' || row.badge.state === state) && hasWords(row.searchable, query)));
  if (by === 'added') return shown;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const byName = (one: Row, other: Row) => collator.compare(one.name, other.name);
  const order: Record<Exclude<SortKey, 'added'>, (one: Row, other: Row) => number> = {
    name: byName,
    state: (one, other) => urgency.indexOf(one.badge.state) - urgency.indexOf(other.badge.state),
    used: (one, other) => (one.lastUsed ?? 0) - (other.lastUsed ?? 0),
  };
  const turn = descending ? -1 : 1;
  return shown.sort((one, other) => turn * order[by](one, other) || byName(one, other));
}

/** The order after a press on a head: of times the latest is looked for first. */
export function pressed(view: View, by: SortKey): View {
  return { ...view, by, descending: view.by === by ? !view.descending : by === 'used' };
}
