import { useWords } from '../i18n/index.ts';
import { useAuthentications } from '../react/index.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useSendShortcut } from '../ui/use-send-shortcut.ts';
import styles from './Compare.module.css';
import { CompareForm } from './CompareForm.tsx';
import { Results } from './Results.tsx';
import { useCompare } from './use-compare.ts';
import { Who } from './Who.tsx';

/** One call as two authentications, and where their answers differ: why does one see what the other does not? */
export default function Compare() {
  const { compare: words } = useWords();
  const comparison = useCompare();
  const { isPending } = useAuthentications();
  useSendShortcut(comparison.send, comparison.send);
  return (
    <div className={styles.page}>
      <PageTitle page={words.page}>{words.title}</PageTitle>
      <CompareForm comparison={comparison} />
      {!isPending && (
        <>
          <Who comparison={comparison} />
          <Results comparison={comparison} />
        </>
      )}
    </div>
  );
}
