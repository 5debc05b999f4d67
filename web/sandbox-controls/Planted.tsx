import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthConfig, useAuthentications } from '../react/index.ts';
import styles from './SandboxControls.module.css';

/** Sample apps whose behaviour is planted, to practise on. */
export function Planted() {
  const { sandboxControls: words, common } = useWords();
  const published = useAuthConfig().data?.sandbox?.apps ?? [];
  const { authentications } = useAuthentications();
  const planted = published.filter(({ appId }) => words.plantedApps[appId] !== undefined);
  return (
    <details className={styles.planted}>
      <summary>{words.planted}</summary>
      <ul>
        {planted.map(({ appId, name }) => {
          const id = `app-${appId}`;
          const to = authentications.some((held) => held.id === id) ? paths.home(id) : paths.signInAsApp({ app: appId });
          return (
            <li key={appId}>
              <Link to={to}>{common.named(name, { type: 'app', id: appId })}</Link> {words.plantedApps[appId]}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
