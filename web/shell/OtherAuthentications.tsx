import { Link, useLocation } from 'react-router-dom';
import { byLastUse, displayName, useLabels, useLastUsed } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { swapAuthentication } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { Tile } from '../ui/Tile.tsx';
import styles from './OtherAuthentications.module.css';

/** Links to this very page (or the nearest) under each other authentication, the one used last first. */
export function OtherAuthentications({ labelledBy }: { labelledBy: string }) {
  const { common } = useWords();
  const { authentications } = useAuthentications();
  const labels = useLabels();
  const lastUsed = useLastUsed();
  const { pathname, search } = useLocation();
  return (
    <ul aria-labelledby={labelledBy} className={styles.list}>
      {byLastUse(authentications, lastUsed).map((authentication) => {
        const name = displayName(authentication, labels);
        return (
          <li key={authentication.id}>
            <Link to={swapAuthentication(pathname + search, authentication.id)} className={styles.link}>
              <Tile authId={authentication.id} name={name} />
              <span>{common.named(name, authentication.ref)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
