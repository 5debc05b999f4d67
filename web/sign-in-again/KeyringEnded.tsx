import { useLocation } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

/** The whole keyring is gone without a sign-out: its cookie ended, or the server opens it no more. */
export function KeyringEnded({ id }: { id: string }) {
  const { signInAgain, common } = useWords();
  const { pathname, search } = useLocation();
  const { page, title, text } = signInAgain.keyringEnded;
  const ref = parseAuthId(id);
  const back = pathname + search;
  return (
    <>
      <PageTitle page={page} error>
        {title}
      </PageTitle>
      <p>{text}</p>
      <p>
        <LinkButton
          look="primary"
          to={ref?.type === 'app' ? paths.signInAsApp({ app: ref.id, return: back }) : paths.signIn({ return: back })}
        >
          {common.signIn}
        </LinkButton>
      </p>
    </>
  );
}
