import { useWords } from '../i18n/index.ts';
import { fieldOf } from './columns.ts';
import { FieldCell } from './FieldCell.tsx';
import { ItemLink } from './ItemLink.tsx';
import styles from './Items.module.css';
import type { RowsProps } from './rows-props.ts';

const fieldsShown = 3;

/** The rows on a narrow screen: a list of its own, as a table made narrow by styles is no table any more. */
export function ItemsList({ name, items, list }: RowsProps) {
  const { items: words } = useWords();
  return (
    <ul aria-label={words.of(name)} className={styles.list} data-stale={items.updating || undefined}>
      {list.items.map((item) => (
        <li key={item.item_id}>
          <ItemLink item={item} />
          <dl className={styles.pairs}>
            {items.columns.slice(0, fieldsShown).map((column) => (
              <div key={column.externalId}>
                <dt>{column.label}</dt>
                <dd>
                  <FieldCell field={fieldOf(item, column)} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
