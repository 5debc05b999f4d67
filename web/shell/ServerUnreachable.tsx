import { useIsFetching } from '@tanstack/react-query';
import { ProblemError } from '../api/errors.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { TryingAgain } from './TryingAgain.tsx';
import { useRetry } from './use-retry.ts';

/** The first load found no server, so there is nothing to show yet; it is asked again by itself. */
export function ServerUnreachable({ error, onRetry }: { error: Error; onRetry: () => Promise<unknown> }) {
  const { shell, common } = useWords();
  const trying = useIsFetching({ queryKey: queryKeys.keyring }) > 0;
  const { seconds } = useRetry(onRetry);
  return (
    <>
      <PageTitle page={shell.unreachable.page} error>
        {shell.unreachable.title}
      </PageTitle>
      <p>{shell.unreachable.text}</p>
      {error instanceof ProblemError && <p className="muted small">{error.problem.detail}</p>}
      <p>
        <TryingAgain seconds={trying ? undefined : seconds} />
      </p>
      <p>
        <Button look="primary" onClick={onRetry}>
          {common.tryAgain}
        </Button>
      </p>
    </>
  );
}
