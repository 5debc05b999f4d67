import { Link, NavLink, useLocation } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import styles from './Navigation.module.css';

/** Where one can go as this authentication. In the header, or as a bar below the content on a narrow screen. */
export function Navigation({ authId, bar }: { authId: string; bar?: boolean }) {
  const { shell } = useWords();
  const isUser = parseAuthId(authId)?.type === 'user';
  const home = paths.home(authId);
  return (
    <nav aria-label={shell.navigation} className={bar ? styles.bar : styles.row}>
      <HomeLink home={home} text={isUser ? shell.apps : shell.items} />
      <NavLink to={paths.explorer(authId)} className={styles.link}>
        {bar ? shell.explorerShort : shell.explorer}
      </NavLink>
      <NavLink to={paths.calls(authId)} className={styles.link}>
        {shell.calls}
      </NavLink>
    </nav>
  );
}

/** Items of an app are the home of that app, whichever of their two addresses is open. */
function HomeLink({ home, text }: { home: string; text: string }) {
  const { pathname } = useLocation();
  const current = pathname === home || pathname.startsWith(`${home}/apps/`);
  return (
    <Link to={home} aria-current={current ? 'page' : undefined} className={styles.link}>
      {text}
    </Link>
  );
}
