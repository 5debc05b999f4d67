import { Link } from 'react-router-dom';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { Tile } from '../ui/Tile.tsx';
import { ActAsApp } from './ActAsApp.tsx';
import styles from './Home.module.css';
import type { ListedApp } from './use-spaces.ts';

/** An app: its items as this person, and the way to act as the app itself. */
export function AppRow({ app }: { app: ListedApp }) {
  const { home, common } = useWords();
  const authId = useActingAs();
  const id = `app-${app.id}`;
  const held = useAuthentication(id);
  const label = useDisplayName(held);
  return (
    <li className={styles.app}>
      <Tile authId={id} name={app.name} />
      <Link to={paths.items(authId, app.id)} state={{ appName: app.name }} className={styles.name}>
        {app.name}
      </Link>
      {held && label !== undefined ? (
        <Link to={paths.home(id)} aria-label={home.actAs(common.named(label, held.ref))} className={`${styles.badge} ${styles.held}`}>
          {home.actAsShort}
        </Link>
      ) : (
        <ActAsApp app={app} />
      )}
    </li>
  );
}
