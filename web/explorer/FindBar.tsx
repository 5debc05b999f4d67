import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { mostMatches } from '../ui/find.ts';
import styles from './Explorer.module.css';
import type { Find } from './use-find.ts';

/** Looks for a text in the answer: Enter goes on, Shift+Enter back, Esc closes. */
export function FindBar({ find, onClose }: { find: Find; onClose: () => void }) {
  const { common, explorer } = useWords();
  const words = explorer.find;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    find.step(event.shiftKey ? -1 : 1);
  };
  const { query, matches, index } = find;
  const result = matches.length === 0 ? words.none : words.which(index + 1, matches.length, matches.length === mostMatches);
  return (
    <div className={styles.find}>
      <input
        ref={field}
        type="search"
        aria-label={words.label}
        placeholder={words.label}
        value={query}
        onChange={(event) => find.look(event.target.value)}
        onKeyDown={press}
        autoComplete="off"
        spellCheck={false}
        className={styles.control}
      />
      <Button aria-label={words.previous} onClick={() => find.step(-1)} unavailable={matches.length === 0}>
        <span aria-hidden="true">↑</span>
      </Button>
      <Button aria-label={words.next} onClick={() => find.step(1)} unavailable={matches.length === 0}>
        <span aria-hidden="true">↓</span>
      </Button>
      <Button onClick={onClose}>{common.close}</Button>
      <span role="status" className="muted small tabular">
        {query && result}
      </span>
    </div>
  );
}
