import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import styles from './ProductMark.module.css';

/** A key, and the product's name; `compact` leaves the name out where there is no room for it. */
export function ProductMark({ compact }: { compact?: boolean }) {
  const { common, shell } = useWords();
  return (
    <Link to={paths.start()} aria-label={shell.home} className={compact ? `${styles.mark} ${styles.compact}` : styles.mark}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className={styles.key}>
        <path d="M8 13a5 5 0 1 1 4.600 5L11 19.600H8.700V22H6.300v2H3v-3.600l5.300-5.300A5 5 0 0 1 8 13Z" transform="translate(2 -3)" />
        <circle cx="16" cy="9.500" r="1.300" className={styles.hole} />
      </svg>
      <span className={styles.name}>{common.product}</span>
    </Link>
  );
}
