import { Link, useLocation } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import styles from './SwitcherPopup.module.css';

interface SwitcherFooterProps {
  acting: Authentication | undefined;
  /** How many there are. */
  count: number;
  onFollow: () => void;
  /** Sign out of the acting one. */
  onLeave: (acting: Authentication) => void;
}

/** Outside the listbox, which may own nothing but its options. */
export function SwitcherFooter({ acting, count, onFollow, onLeave }: SwitcherFooterProps) {
  const { common, switcher, signOut } = useWords();
  const { pathname, search } = useLocation();
  return (
    <div className={styles.footer}>
      <Link to={paths.signIn({ return: pathname + search })} onClick={onFollow} className={styles.add}>
        {common.addAuthentication}
      </Link>
      <Link to={paths.authentications()} onClick={onFollow}>
        {switcher.manage(count)}
      </Link>
      {acting && (
        <Button look="quiet" onClick={() => onLeave(acting)} className={styles.leave}>
          {signOut.of(common.named(acting.name, acting.ref))}
        </Button>
      )}
    </div>
  );
}
