import { memo } from 'react';
import type { Item } from '../api/podio-wire.ts';
import type { Words } from '../i18n/index.ts';
import { type Column, fieldOf } from './columns.ts';
import { FieldCell } from './FieldCell.tsx';
import { ItemLink } from './ItemLink.tsx';
import styles from './Items.module.css';

const fieldsShown = 3;

/** One item in the list of a narrow screen; as {@link ItemRow}. */
export const ItemEntry = memo(function ItemEntry({ item, columns, words }: { item: Item; columns: readonly Column[]; words: Words }) {
  return (
    <li>
      <ItemLink item={item} />
      <dl className={styles.pairs}>
        {columns.slice(0, fieldsShown).map((column) => (
          <div key={column.externalId}>
            <dt>{column.label}</dt>
            <dd>
              <FieldCell field={fieldOf(item, column)} words={words} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
});
