import { useWords } from '../i18n/index.ts';
import { fieldOf } from './columns.ts';
import { FieldCell } from './FieldCell.tsx';
import { ItemLink } from './ItemLink.tsx';
import styles from './Items.module.css';
import type { RowsProps } from './rows-props.ts';
import { SortableHead } from './SortableHead.tsx';

/** A plain table: browsing keys of screen readers work in it, and nothing in it needs managed focus. */
export function ItemsTable({ name, view, items, list }: RowsProps) {
  const { items: words } = useWords();
  const pages = Math.max(1, Math.ceil(list.filtered / view.rows));
  return (
    <table aria-label={words.table(name, view.page, pages)} className={styles.table} data-stale={items.updating || undefined}>
      <thead>
        <tr>
          <SortableHead by="item" label={words.item} view={view} items={items} />
          {items.columns.map((column) => (
            <SortableHead key={column.externalId} by={column.externalId} label={column.label} column={column} view={view} items={items} />
          ))}
        </tr>
      </thead>
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
