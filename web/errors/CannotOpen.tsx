import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { errorSentence } from './error-sentence.ts';
import styles from './errors.module.css';
import { OpenWithAnother } from './OpenWithAnother.tsx';
import { TryEachLink } from './TryEachLink.tsx';

/** A whole page that Podio does not show to this identity; another one may see it. */
export function CannotOpen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords();
  const authId = useActingAs();
  const name = useDisplayName(useAuthentication(authId)) ?? authId;
  const { cannotOpen } = words.errors;
  return (
    <>
      <PageTitle page={cannotOpen.page} name={name} error>
        {cannotOpen.title(name)}
      </PageTitle>
      <p>
        {errorSentence(words, error, name).text} {cannotOpen.another}
      </p>
      <p className={styles.actions}>
        <Button onClick={onRetry}>{words.common.tryAgain}</Button>
        <TryEachLink error={error} />
      </p>
      <OpenWithAnother />
    </>
  );
}
