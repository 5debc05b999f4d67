import { useWords } from '../i18n/index.ts';
import { SortableHead } from './SortableHead.tsx';
import type { Items } from './use-items.ts';
import type { ItemsView } from './view-address.ts';

/** The heads of the columns. */
export function ItemsHead({ view, items }: { view: ItemsView; items: Items }) {
  const { items: words } = useWords();
  return (
    <thead>
      <tr>
        <SortableHead by="item" label={words.item} view={view} items={items} />
        {items.columns.map((column) => (
          <SortableHead key={column.externalId} by={column.externalId} label={column.label} column={column} view={view} items={items} />
        ))}
      </tr>
    </thead>
  );
}
