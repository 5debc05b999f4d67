import type { Authentication } from '../../server/contract.ts';
import { displayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './Callback.module.css';

interface SomeoneElseProps {
  authentication: Authentication;
  wanted: { id: string; name: string };
  returnTo: string;
}

/** Podio's page was used by another person than the one who had to sign in again. */
export function SomeoneElse({ authentication, wanted, returnTo }: SomeoneElseProps) {
  const { another, page } = useWords().callback;
  const name = displayName(authentication);
  return (
    <>
      <PageTitle page={page} name={name}>
        {another.title(name)}
      </PageTitle>
      <p>{another.text(name, displayName(wanted))}</p>
      <p className={styles.actions}>
        <LinkButton look="primary" to={paths.home(authentication.id)} replace>
          {another.goOn(name)}
        </LinkButton>
        <LinkButton to={paths.signIn({ return: returnTo })} replace>
          {another.again(displayName(wanted))}
        </LinkButton>
      </p>
    </>
  );
}
