import type { ItemField } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { Chips } from '../ui/values/Chips.tsx';
import { cellOf } from '../ui/values/field-value.ts';
import { valueFormat } from '../ui/values/value-format.ts';
import styles from './Items.module.css';

/** A value of up to so many characters stays on one line of the table: a name, a day with its hours. */
const brief = 28;

/** The value of one field of one item. */
export function FieldCell({ field }: { field: ItemField | undefined }) {
  const { language, items } = useWords();
  if (!field) return <span className={styles.noValue}>{items.noValue}</span>;
  const { text, title, chips } = cellOf(field, valueFormat(language));
  if (chips) return <Chips chips={chips} title={title} />;
  return (
    <span title={title} className={text.length <= brief ? styles.brief : undefined}>
      {text}
    </span>
  );
}
