import { useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { ItemRow } from './ItemRow.tsx';
import styles from './Items.module.css';
import { ItemsHead } from './ItemsHead.tsx';
import type { RowsProps } from './rows-props.ts';
import { useSteadyColumns } from './use-steady-columns.ts';

/** A plain table: browsing keys of screen readers work in it, and nothing in it needs managed focus. */
export function ItemsTable({ name, view, items, list, drawn }: RowsProps) {
  const words = useWords();
  const table = useRef<HTMLTableElement>(null);
  useSteadyColumns(table, drawn.length < list.items.length, items.of, items.columns);
  const { page, rows } = items.shown;
  const pages = Math.max(1, Math.ceil(list.filtered / rows));
  return (
    <table ref={table} aria-label={words.items.table(name, page, pages)} className={styles.table} data-stale={items.updating || undefined}>
      <ItemsHead view={view} items={items} />
      <tbody>
        {drawn.map((item) => (
          <ItemRow key={item.item_id} item={item} columns={items.columns} words={words} />
        ))}
      </tbody>
    </table>
  );
}
