import { useWords } from '../i18n/index.ts';
import { fieldOf } from './columns.ts';
import { FieldCell } from './FieldCell.tsx';
import { ItemLink } from './ItemLink.tsx';
import styles from './Items.module.css';
import { ItemsHead } from './ItemsHead.tsx';
import type { RowsProps } from './rows-props.ts';

/** A plain table: browsing keys of screen readers work in it, and nothing in it needs managed focus. */
export function ItemsTable({ name, view, items, list }: RowsProps) {
  const { items: words } = useWords();
  const { page, rows } = items.shown;
  const pages = Math.max(1, Math.ceil(list.filtered / rows));
  return (
    <table aria-label={words.table(name, page, pages)} className={styles.table} data-stale={items.updating || undefined}>
      <ItemsHead view={view} items={items} />
      <tbody>
        {list.items.map((item) => (
          <tr key={item.item_id}>
            <th scope="row">
              <ItemLink item={item} />
            </th>
            {items.columns.map((column) => (
              <td key={column.externalId} className={column.quantity ? styles.quantity : undefined}>
                <FieldCell field={fieldOf(item, column)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
