import type { ItemField } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { cellOf } from './field-value.ts';
import styles from './Items.module.css';
import { valueFormat } from './value-format.ts';

/** A chip of up to so many characters does not break. */
const mostInOneLine = 24;

/** The value of one field of one item. */
export function FieldCell({ field }: { field: ItemField | undefined }) {
  const { language, items } = useWords();
  if (!field) return <span className={styles.noValue}>{items.noValue}</span>;
  const { text, title, chips } = cellOf(field, valueFormat(language));
  if (!chips) return <span title={title}>{text}</span>;
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
