import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './SignInAgain.module.css';

/** The two ways out of a form in the dialog. */
export function AgainActions({ submit, busy, onNotNow }: { submit: string; busy: string | false; onNotNow: () => void }) {
  const { signInAgain } = useWords();
  return (
    <div className={styles.actions}>
      <Button type="submit" look="primary" busy={busy}>
        {submit}
      </Button>
      <Button onClick={onNotNow}>{signInAgain.notNow}</Button>
    </div>
  );
}
