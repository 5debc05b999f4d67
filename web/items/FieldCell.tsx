import type { ItemField } from '../api/podio-wire.ts';
import type { Words } from '../i18n/index.ts';
import { Chips } from '../ui/values/Chips.tsx';
import { type Cell, cellOf } from '../ui/values/field-value.ts';
import { type ValueFormat, valueFormat } from '../ui/values/value-format.ts';
import styles from './Items.module.css';

/** A value of up to so many characters stays on one line of the table: a name, a day with its hours. */
const brief = 28;

/** The value of one field of one item. */
export function FieldCell({ field, words: { language, items } }: { field: ItemField | undefined; words: Words }) {
  if (!field) return <span className={styles.noValue}>{items.noValue}</span>;
  const { text, title, chips } = knownCell(field, valueFormat(language));
  if (chips) return <Chips chips={chips} title={title} />;
  return (
    <span title={title} className={text.length <= brief ? styles.brief : undefined}>
      {text}
    </span>
  );
}

const known = new WeakMap<ItemField, { format: ValueFormat; cell: Cell }>();

/** Read once for each field that was fetched: whoever switches back to it sees it as it was. */
function knownCell(field: ItemField, format: ValueFormat): Cell {
  const before = known.get(field);
  if (before?.format === format) return before.cell;
  const cell = cellOf(field, format);
  known.set(field, { format, cell });
  return cell;
}
