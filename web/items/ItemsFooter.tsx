import type { ItemList } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { Pager } from '../ui/Pager.tsx';
import styles from './Items.module.css';
import type { Items } from './use-items.ts';
import { useView } from './use-view.ts';
import { type ItemsView, rowsChoices } from './view-address.ts';

interface ItemsFooterProps {
  view: ItemsView;
  /** Which page the rows on screen are; the steps go on from the one that was asked for. */
  shown: Items['shown'];
  list: ItemList;
}

/** Its room, while the rows are on their way: else the scroll bar would come with them, and move the whole page. */
export function RoomForFooter() {
  return <div className={styles.footer} />;
}

/** Which rows these are, how many a page has, and the way to the others. */
export function ItemsFooter({ view, shown, list }: ItemsFooterProps) {
  const { items: words, format } = useWords();
  const { addressOf, change } = useView(view);
  if (list.filtered === 0) return null;
  const pages = Math.ceil(list.filtered / view.rows);
  const first = (shown.page - 1) * shown.rows + 1;
  const last = Math.min(shown.page * shown.rows, list.filtered);
  return (
    <div className={styles.footer}>
      <p className="muted small tabular">{first <= last && words.range(first, last, list.filtered)}</p>
      <NativeSelect
        label={words.rows}
        value={String(view.rows)}
        options={rowsChoices.map((rows) => ({ value: String(rows), text: format.number(rows) }))}
        onChange={(event) => change({ rows: Number(event.target.value) })}
      />
      <Pager
        previous={view.page > 1 ? addressOf({ page: Math.min(view.page - 1, pages) }) : undefined}
        next={view.page < pages ? addressOf({ page: view.page + 1 }) : undefined}
        words={words.pager}
      />
    </div>
  );
}
