import { Link, useLocation, useParams } from 'react-router-dom';
import type { Item } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import { cut, oneLine } from '../ui/values/plain-text.ts';
import styles from './Items.module.css';

const mostCharacters = 80;

/** Leads to the item; how the list was looked at goes along, for the way back. */
export function ItemLink({ item }: { item: Item }) {
  const { items } = useWords();
  const authId = useActingAs();
  const { search } = useLocation();
  const appId = useParams().appId ?? parseAuthId(authId)?.id ?? 0;
  const title = oneLine(item.title ?? '') || items.untitled;
  return (
    <Link
      to={paths.item(authId, appId, item.item_id)}
      state={{ items: search }}
      className={styles.item}
      title={title.length > mostCharacters ? title : undefined}
    >
      {cut(title, mostCharacters)} <span className={styles.number}>#{item.app_item_id_formatted ?? item.app_item_id}</span>
    </Link>
  );
}
