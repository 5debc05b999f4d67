import { useState } from 'react';
import type { PodioAnswer } from '../api/errors.ts';
import { prettyJson } from '../api/pretty-json.ts';
import { useWords } from '../i18n/index.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './Item.module.css';

/** Podio's answer as it came, every digit of it; laid out when somebody looks. */
export function RawJson({ answer }: { answer: PodioAnswer }) {
  const { item: words, common } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.raw} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.rawJson}</summary>
      {open && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard */}
          <section aria-label={words.rawJson} tabIndex={0} className={styles.json}>
            <pre>{prettyJson(answer.text)}</pre>
          </section>
          <p>
            <CopyButton text={answer.text} done={common.copied}>
              {words.about.copy}
            </CopyButton>
          </p>
        </>
      )}
    </details>
  );
}
