import { useDisplayName } from '../api/remembered.ts';
import { errorSentence } from '../errors/error-sentence.ts';
import { SentenceText } from '../errors/SentenceText.tsx';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Home.module.css';
import type { ListedSpace } from './use-spaces.ts';

/** One space that Podio did not give; the others stand beside it. */
export function SpaceError({ space }: { space: ListedSpace }) {
  const words = useWords();
  const authId = useActingAs();
  const name = useDisplayName(useAuthentication(authId)) ?? authId;
  return (
    <div role="alert" className={styles.error}>
      <p>
        <SentenceText {...errorSentence(words, space.error, name)} />
      </p>
      <Button onClick={space.retry}>{words.common.tryAgain}</Button>
    </div>
  );
}
