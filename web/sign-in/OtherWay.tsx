import { Link } from 'react-router-dom';
import styles from './SignIn.module.css';

/** A way in that has its own page: one form a page, so that password managers see one form. */
export function OtherWay({ to, text, when }: { to: string; text: string; when: string }) {
  return (
    <li className={styles.way}>
      <Link to={to}>{text}</Link>
      <p className="muted small">{when}</p>
    </li>
  );
}
