import { ProblemError } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

/** The first load found no server, so there is nothing to show yet. */
export function ServerUnreachable({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const { shell, common } = useWords();
  return (
    <>
      <PageTitle page={shell.unreachable.page} error>
        {shell.unreachable.title}
      </PageTitle>
      <p>{shell.unreachable.text}</p>
      {error instanceof ProblemError && <p className="muted small">{error.problem.detail}</p>}
      <p>
        <Button look="primary" onClick={onRetry}>
          {common.tryAgain}
        </Button>
      </p>
    </>
  );
}
