import { useLocation } from 'react-router-dom';
import { PodioAnswerError } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs, useAuthentications } from '../react/index.ts';
import { LinkButton } from '../ui/LinkButton.tsx';

/** The state of a link that leads to the explorer to find out who can make its call. */
export const toTryEach = { tryEach: true };

/** Below a refusal: which of mine can open this? Only for what reads, and not where the question is asked already. */
export function TryEachLink({ error }: { error: unknown }) {
  const { explorer } = useWords();
  const acting = useActingAs();
  const { authentications } = useAuthentications();
  const here = useLocation().pathname;
  if (!(error instanceof PodioAnswerError) || authentications.length < 2 || here === paths.explorer(acting)) return null;
  const { method, path } = error.answer.call;
  if (method !== 'GET') return null;
  return (
    <LinkButton to={paths.explorer(acting, { method, path })} state={toTryEach}>
      {explorer.each.title}
    </LinkButton>
  );
}
