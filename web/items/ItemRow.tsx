import { memo } from 'react';
import type { Item } from '../api/podio-wire.ts';
import type { Words } from '../i18n/index.ts';
import { type Column, fieldOf } from './columns.ts';
import { FieldCell } from './FieldCell.tsx';
import { ItemLink } from './ItemLink.tsx';
import styles from './Items.module.css';

interface ItemRowProps {
  item: Item;
  columns: readonly Column[];
  /** Handed down: there are thousands of cells, and each would watch for another language by itself. */
  words: Words;
}

/** One item in the table; drawn again only where something about it has changed. */
export const ItemRow = memo(function ItemRow({ item, columns, words }: ItemRowProps) {
  return (
    <tr>
      <th scope="row">
        <ItemLink item={item} />
      </th>
      {columns.map((column) => (
        <td key={column.externalId} className={column.quantity ? styles.quantity : undefined}>
          <FieldCell field={fieldOf(item, column)} words={words} />
        </td>
      ))}
    </tr>
  );
});
