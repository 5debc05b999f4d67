import type { Authentication } from '../../server/contract.ts';
import { hasWords } from '../ui/fold.ts';
import type { Badge } from '../ui/use-badges.ts';

/** One row of the switcher. */
export interface Row {
  id: string;
  name: string;
  /** `App token · app 22119`. */
  details: string;
  badge: Badge;
  /** What the search looks through, folded. */
  searchable: string;
}

export interface Group {
  /** Unique also where a space has the name of another group. */
  key: string;
  label: string;
  items: Row[];
}

export interface GroupWords {
  recent: string;
  people: string;
  apps: string;
}

interface Entry {
  authentication: Authentication;
  row: Row;
}

/** With more than so many the acting one and the last three stand on top. */
const recentFrom = 8;
const recentCount = 4;

/**
 * Order: recent ones (the acting one first), people, spaces A–Z; names A–Z inside. Each appears once, so positions
 * inside a space never move.
 */
export function groupRows(
  entries: Entry[],
  options: {
    actingId: string | undefined;
    lastUsed: Readonly<Record<string, number>>;
    spaceOfApp: Readonly<Record<string, string>>;
    words: GroupWords;
    language: string;
  },
): Group[] {
  const { actingId, lastUsed, spaceOfApp, words, language } = options;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const when = ({ row }: Entry) => (row.id === actingId ? Number.POSITIVE_INFINITY : (lastUsed[row.id] ?? 0));
  const recent =
    entries.length > recentFrom
      ? entries
          .filter((entry) => when(entry) > 0)
          .sort((one, other) => when(other) - when(one))
          .slice(0, recentCount)
      : [];
  const rest = entries.filter((entry) => !recent.includes(entry)).sort((one, other) => collator.compare(one.row.name, other.row.name));

  const groups = new Map<string, Group>();
  const add = (key: string, label: string, { row }: Entry) => {
    const group = groups.get(key) ?? { key, label, items: [] };
    group.items.push(row);
    groups.set(key, group);
  };
  for (const entry of recent) add('recent', words.recent, entry);
  for (const entry of rest) if (entry.authentication.ref.type === 'user') add('people', words.people, entry);
  const apps = rest.filter(({ authentication }) => authentication.ref.type === 'app');
  const spaceOf = ({ authentication }: Entry) => spaceOfApp[authentication.ref.id];
  const spaces = [...new Set(apps.map(spaceOf).filter((space) => space !== undefined))].sort(collator.compare);
  for (const space of spaces) for (const entry of apps) if (spaceOf(entry) === space) add(`space:${space}`, space, entry);
  for (const entry of apps) if (spaceOf(entry) === undefined) add('apps', words.apps, entry);
  return [...groups.values()];
}

/** Every word of the search occurs somewhere in the row. */
export const matches = (row: Row, query: string): boolean => hasWords(row.searchable, query);
