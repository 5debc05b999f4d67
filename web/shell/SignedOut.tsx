import { useId } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { openSwitcher } from '../ui/open-switcher.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { OtherAuthentications } from './OtherAuthentications.tsx';

/**
 * In place of the page of an authentication that was signed out of: it never turns silently into another's.
 * `elsewhere`: another tab did it; what this page showed is no longer the person's to see.
 */
export function SignedOut({ id, name, elsewhere }: { id: string; name: string; elsewhere?: boolean }) {
  const { shell, common } = useWords();
  const { authentications } = useAuthentications();
  const { pathname, search } = useLocation();
  const listId = useId();
  const ref = parseAuthId(id);
  const back = pathname + search;
  const again = ref?.type === 'app' ? paths.signInAsApp({ app: ref.id, return: back }) : paths.signIn({ return: back });
  return (
    <>
      {elsewhere && (
        <Banner
          tone="warn"
          role="alert"
          actions={
            <>
              <LinkButton to={again}>{common.signInAgain}</LinkButton>
              {authentications.length > 0 && <Button onClick={openSwitcher}>{common.switchAuthentication}</Button>}
            </>
          }
        >
          {shell.signedOut.elsewhere(name)}
        </Banner>
      )}
      <PageTitle page={shell.signedOut.page} name={name} atOnce>
        {shell.signedOut.title(name)}
      </PageTitle>
      {authentications.length > 0 ? (
        <section>
          <p id={listId}>{shell.actAs}</p>
          <OtherAuthentications labelledBy={listId} />
        </section>
      ) : (
        <p>
          <LinkButton look="primary" to={paths.signIn()}>
            {common.signIn}
          </LinkButton>
        </p>
      )}
    </>
  );
}
