import { Link } from 'react-router-dom';
import { displayName, useLabels } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs, useAuthentications } from '../react/index.ts';
import { Tile } from '../ui/Tile.tsx';
import styles from './Item.module.css';

/** So many are worth reading; the switcher has all of them. */
const most = 5;

interface OpenAsProps {
  appId: number;
  itemId: number;
  labelledBy?: string;
}

/** Links to an item as each authentication that may open it: its app first, then people. Without the app, the way to add it. */
export function OpenAs({ appId, itemId, labelledBy }: OpenAsProps) {
  const { item, common } = useWords();
  const acting = useActingAs();
  const { authentications } = useAuthentications();
  const labels = useLabels();
  const itsApp = `app-${appId}`;
  const may = authentications.filter(({ id, ref }) => id !== acting && (id === itsApp || ref.type === 'user'));
  const shown = may.sort((one, other) => Number(other.id === itsApp) - Number(one.id === itsApp)).slice(0, most);
  const reference = common.reference({ type: 'app', id: appId });
  return (
    <ul aria-labelledby={labelledBy} className={styles.openAs}>
      {shown.map((authentication) => {
        const name = displayName(authentication, labels);
        return (
          <li key={authentication.id}>
            <Tile authId={authentication.id} name={name} />
            <Link to={paths.item(authentication.id, appId, itemId)}>{item.references.openAs(common.named(name, authentication.ref))}</Link>
          </li>
        );
      })}
      {acting !== itsApp && !authentications.some(({ id }) => id === itsApp) && (
        <li>
          <Link to={paths.signInAsApp({ app: appId, return: paths.item(itsApp, appId, itemId) })}>{item.references.add(reference)}</Link>
        </li>
      )}
    </ul>
  );
}
