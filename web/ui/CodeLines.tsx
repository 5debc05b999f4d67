import { useMemo, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import styles from './CodeLines.module.css';

/** More lines than these are folded: nobody reads them, and each costs the page something. */
const mostLines = 2_000;

/** Text with numbered lines; the numbers are drawn by the styles, so that they are not copied. */
export function CodeLines({ text }: { text: string }) {
  const { explorer: words } = useWords();
  const [whole, setWhole] = useState(false);
  const lines = useMemo(() => text.split('\n'), [text]);
  const shown = whole ? lines : lines.slice(0, mostLines);
  return (
    <>
      <pre className={styles.lines}>
        <code>
          {shown.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <span key={index} className={styles.line}>
              {line}
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
