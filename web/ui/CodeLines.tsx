import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import styles from './CodeLines.module.css';
import type { Match } from './find.ts';

/** More lines than these are folded: nobody reads them, and each costs the page something. */
const mostLines = 2_000;

interface CodeLinesProps {
  text: string;
  /** Places to mark, in order. */
  matches?: readonly Match[];
  /** The one among them that is looked at: it comes into view. */
  current?: Match;
}

/** Text with numbered lines; the numbers are drawn by the styles, so that they are not copied. */
export function CodeLines({ text, matches = [], current }: CodeLinesProps) {
  const { explorer: words } = useWords();
  const [whole, setWhole] = useState(false);
  const lines = useMemo(() => text.split('\n'), [text]);
  const byLine = useMemo(() => perLine(matches), [matches]);
  const code = useRef<HTMLElement>(null);
  const isFolded = !whole && (current?.line ?? 0) < mostLines;
  const shown = isFolded ? lines.slice(0, mostLines) : lines;
  useEffect(() => {
    if (current) code.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <>
      <pre className={styles.lines}>
        <code ref={code}>
          {shown.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <span key={index} className={styles.line}>
              {marked(line, byLine.get(index) ?? [], current)}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
      {shown.length < lines.length && (
        <p className={styles.fold}>
          <Button onClick={() => setWhole(true)}>{words.showAllLines(lines.length)}</Button>
        </p>
      )}
    </>
  );
}

function perLine(matches: readonly Match[]): Map<number, Match[]> {
  const found = new Map<number, Match[]>();
  for (const match of matches) {
    const before = found.get(match.line);
    if (before) before.push(match);
    else found.set(match.line, [match]);
  }
  return found;
}

/** A line, with what was found in it marked. */
function marked(line: string, matches: readonly Match[], current: Match | undefined): ReactNode {
  if (matches.length === 0) return line;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of matches) {
    parts.push(
      line.slice(at, match.start),
      <mark key={match.start} data-current={match === current || undefined} className={styles.match}>
        {line.slice(match.start, match.end)}
      </mark>,
    );
    at = match.end;
  }
  return [...parts, line.slice(at)];
}
