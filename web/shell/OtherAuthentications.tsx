import { Link, useLocation } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { byLastUse, displayName, useLabels, useLastUsed } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { swapAuthentication } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { Tile } from '../ui/Tile.tsx';
import styles from './OtherAuthentications.module.css';

interface OtherAuthenticationsProps {
  labelledBy: string;
  /** Which ones, in this order; without it all, the one used last first. */
  only?: Authentication[];
}

/** Links to this very page (or the nearest) under each other authentication. */
export function OtherAuthentications({ labelledBy, only }: OtherAuthenticationsProps) {
  const { common } = useWords();
  const { authentications } = useAuthentications();
  const labels = useLabels();
  const lastUsed = useLastUsed();
  const { pathname, search } = useLocation();
  return (
    <ul aria-labelledby={labelledBy} className={styles.list}>
      {(only ?? byLastUse(authentications, lastUsed)).map((authentication) => {
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
