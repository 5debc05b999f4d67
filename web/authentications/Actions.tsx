import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { Button, type ButtonLook } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { askToSignOut } from '../ui/SignOutQuestion.tsx';
import styles from './Authentications.module.css';
import type { Row } from './use-rows.ts';

/** What can be done with one: leave it, or repair it. */
export function Actions({ row: { authentication, badge }, look = 'quiet' }: { row: Row; look?: ButtonLook }) {
  const { common, signOut } = useWords();
  const { ref, method } = authentication;
  const named = common.named(authentication.name, ref);
  const again = { return: paths.authentications() };
  const repair = {
    app: paths.signInAsApp({ app: ref.id, ...again }),
    password: paths.signInWithPassword(again),
    authorization_code: paths.signIn(again),
  }[method];
  return (
    <span className={styles.actions}>
      {badge.state === 'sign-in-again' && (
        <LinkButton to={repair} aria-label={common.signInAgainAs(named)}>
          {common.signInAgain}
        </LinkButton>
      )}
      <Button look={look} onClick={() => askToSignOut(authentication)} aria-label={signOut.of(named)}>
        {signOut.button}
      </Button>
    </span>
  );
}
