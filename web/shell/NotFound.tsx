import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

/** Nothing is at this address, or (`malformed`) it names nobody to act as. */
export function NotFound({ malformed }: { malformed?: boolean }) {
  const { shell, common } = useWords();
  return (
    <>
      <PageTitle page={shell.notFound.page}>{shell.notFound.title}</PageTitle>
      <p>{malformed ? shell.notFound.malformed : shell.notFound.text}</p>
      <p>
        <LinkButton look="primary" to={paths.start()}>
          {common.goHome}
        </LinkButton>
      </p>
    </>
  );
}
