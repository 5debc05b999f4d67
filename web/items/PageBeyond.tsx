import type { ItemList } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import styles from './Items.module.css';
import { useView } from './use-view.ts';
import type { ItemsView } from './view-address.ts';

/** An address of a page that is not there, or not any more. */
export function PageBeyond({ view, list }: { view: ItemsView; list: ItemList }) {
  const { items: words } = useWords();
  const { addressOf } = useView(view);
  return (
    <div className={styles.empty}>
      <p>{words.beyond.text(view.page, Math.ceil(list.filtered / view.rows))}</p>
      <p>
        <LinkButton to={addressOf({ page: 1 })}>{words.beyond.back}</LinkButton>
      </p>
    </div>
  );
}
