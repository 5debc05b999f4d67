import styles from './Chips.module.css';
import type { Cell } from './field-value.ts';

/** A chip of up to so many characters does not break. */
const mostInOneLine = 24;

/** Options and tags, each with the colour that it has in Podio. */
export function Chips({ chips, title }: { chips: NonNullable<Cell['chips']>; title?: string }) {
  return (
    <span className={styles.chips} title={title}>
      {chips.map((chip) => (
        <span key={chip.text} className={chip.text.length > mostInOneLine ? styles.chip : `${styles.chip} ${styles.short}`}>
          {chip.color && <span aria-hidden="true" className={styles.dot} style={{ backgroundColor: `#${chip.color}` }} />}
          {chip.text}
        </span>
      ))}
    </span>
  );
}
