import { useWords } from '../i18n/index.ts';
import { ItemEntry } from './ItemEntry.tsx';
import styles from './Items.module.css';
import type { RowsProps } from './rows-props.ts';

/** The rows on a narrow screen: a list of its own, as a table made narrow by styles is no table any more. */
export function ItemsList({ name, items, drawn }: RowsProps) {
  const words = useWords();
  return (
    <ul aria-label={words.items.of(name)} className={styles.list} data-stale={items.updating || undefined}>
      {drawn.map((item) => (
        <ItemEntry key={item.item_id} item={item} columns={items.columns} words={words} />
      ))}
    </ul>
  );
}
