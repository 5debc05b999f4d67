import { useMemo, useState } from 'react';
import { findMatches } from '../ui/find.ts';

/** Looking for something in a text: what was found, and which of it is looked at. */
export function useFind(text: string) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const lines = useMemo(() => text.split('\n'), [text]);
  const matches = useMemo(() => findMatches(lines, query), [lines, query]);
  // Another text may have fewer places than the one before.
  const index = Math.min(at, Math.max(matches.length - 1, 0));
  return {
    query,
    matches,
    /** From 0. */
    index,
    current: matches[index],
    look: (next: string) => {
      setQuery(next);
      setAt(0);
    },
    /** To the next one, or the one before; round at the ends. */
    step: (by: 1 | -1) => matches.length > 0 && setAt((index + by + matches.length) % matches.length),
  };
}

export type Find = ReturnType<typeof useFind>;
