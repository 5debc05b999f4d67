import { SortHead } from '../ui/SortHead.tsx';
import type { Column } from './columns.ts';
import styles from './Items.module.css';
import { firstSort } from './sort-words.ts';
import type { Items } from './use-items.ts';
import { useView } from './use-view.ts';
import type { ItemsView } from './view-address.ts';

interface SortableHeadProps {
  /** `item`, or the external id of the field. */
  by: string;
  label: string;
  /** None for the column of the items themselves. */
  column?: Column;
  view: ItemsView;
  items: Items;
}

/** The head of a column; a press sorts by it, another turns the order around. */
export function SortableHead({ by, label, column, view, items }: SortableHeadProps) {
  const { change } = useView(view);
  const { sort } = items;
  const className = column?.quantity ? styles.quantity : undefined;
  if (column && !column.sortable) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const sorted = sort.by === by;
  const press = () => change({ sort: sorted ? { by, descending: !sort.descending } : firstSort(by, items.all) });
  return (
    <SortHead
      label={label}
      sorted={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      onSort={press}
      className={className}
    />
  );
}
