import { useWords } from '../i18n/index.ts';
import styles from './GrantedScope.module.css';

/** What was asked of Podio beside what it granted: they may differ. */
export function GrantedScope({ asked, granted }: { asked: string; granted: string | null }) {
  const { permissions } = useWords().signIn;
  return (
    <dl className={styles.scopes}>
      <dt>{permissions.asked}</dt>
      <dd>
        <code>{asked}</code>
      </dd>
      <dt>{permissions.granted}</dt>
      <dd>{granted === null ? permissions.unknown : <code>{granted}</code>}</dd>
    </dl>
  );
}
