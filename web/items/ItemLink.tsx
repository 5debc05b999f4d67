import { Link } from 'react-router-dom';
import type { Item } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { cut, oneLine } from '../ui/values/plain-text.ts';
import styles from './Items.module.css';

const mostCharacters = 80;

/** Leads to the item's call in the explorer. Looking at it there does not mark it as viewed in Podio. */
export function ItemLink({ item }: { item: Item }) {
  const { items } = useWords();
  const authId = useActingAs();
  const title = oneLine(item.title ?? '') || items.untitled;
  const path = `/item/${item.item_id}?mark_as_viewed=0`;
  return (
    <Link
      to={paths.explorer(authId, { method: 'GET', path })}
      className={styles.item}
      title={title.length > mostCharacters ? title : undefined}
    >
      {cut(title, mostCharacters)} <span className={styles.number}>#{item.app_item_id_formatted ?? item.app_item_id}</span>
    </Link>
  );
}
