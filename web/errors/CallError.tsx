import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { useConnection } from '../api/connection.ts';
import { ProblemError, UnreachableError } from '../api/errors.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { askToSignInAgain } from '../ui/ask-to-sign-in-again.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { openSwitcher } from '../ui/open-switcher.ts';
import { RequestId } from '../ui/RequestId.tsx';
import { errorSentence, isRateLimited } from './error-sentence.ts';
import { RateLimited } from './RateLimited.tsx';
import { SentenceText } from './SentenceText.tsx';
import { TryEachLink } from './TryEachLink.tsx';

interface CallErrorProps {
  error: unknown;
  /** Makes the call again. */
  onRetry: () => void;
  retrying?: boolean;
  /** Leads to where the call is written; without it this is a view, with nothing to edit. */
  onEdit?: () => void;
}

/** What went wrong with a call of the acting authentication, with what can be done about it; said when it comes. */
export function CallError({ error, onRetry, retrying, onEdit }: CallErrorProps) {
  const words = useWords();
  const authId = useActingAs();
  const name = useDisplayName(useAuthentication(authId)) ?? authId;
  useReport(error);
  const { up } = useConnection();
  if (!up && !onEdit && error instanceof UnreachableError) return null; // the banner says so, and tries again
  if (isRateLimited(error)) return <RateLimited authId={authId} name={name} onRetry={onRetry} retrying={retrying} />;
  const sentence = errorSentence(words, error, name);
  return (
    <Banner
      tone={sentence.remedy === 'sign-in-again' ? 'warn' : 'danger'}
      role="alert"
      actions={<Actions remedy={sentence.remedy} {...{ error, onRetry, retrying, onEdit }} />}
    >
      <p>
        <SentenceText {...sentence} />
      </p>
      <RequestId of={error} />
      {error instanceof ProblemError && (
        <p className="muted small">
          {words.errors.ours} <code>{error.problem.code}</code>
        </p>
      )}
    </Banner>
  );
}

type ActionsProps = CallErrorProps & { remedy: ReturnType<typeof errorSentence>['remedy'] };

function Actions({ remedy, error, onRetry, retrying, onEdit }: ActionsProps) {
  const { common, errors } = useWords();
  const authId = useActingAs();
  const app = /\/apps\/(\d+)\//.exec(useLocation().pathname)?.[1];
  switch (remedy) {
    case 'none':
      return null;
    case 'sign-in-again':
      return <Button onClick={() => void askToSignInAgain(authId, 'nothing')}>{common.signInAgain}</Button>;
    case 'try-another':
      return (
        <>
          <Button onClick={openSwitcher}>{errors.tryAnother}</Button>
          <TryEachLink error={error} />
        </>
      );
    case 'back-to-items':
      return <LinkButton to={app ? paths.items(authId, app) : paths.home(authId)}>{errors.backToItems}</LinkButton>;
    case 'edit-call':
      if (onEdit) return <Button onClick={onEdit}>{errors.editCall}</Button>;
  }
  return (
    <Button busy={retrying && common.loading} onClick={onRetry}>
      {remedy === 'reload' ? errors.reload : common.tryAgain}
    </Button>
  );
}

/** A defect of our own is nothing to hide from whoever looks for it. */
function useReport(error: unknown): void {
  const reported = useRef<unknown>(undefined);
  useEffect(() => {
    if (reported.current === error || !(error instanceof TypeError || error instanceof ReferenceError)) return;
    reported.current = error;
    console.error(error);
  }, [error]);
}
