import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import styles from './Explorer.module.css';

/** Beside a Send button whose call the token handler would refuse: why, and where to change that. */
export function ReadOnlyNote({ id, name }: { id: string; name: string }) {
  const { explorer: words } = useWords();
  return (
    <p id={id} className={styles.readOnly}>
      {words.readOnly.why(name)} <Link to={paths.authentications()}>{words.readOnly.change}</Link>
    </p>
  );
}
