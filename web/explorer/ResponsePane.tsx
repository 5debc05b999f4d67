import { useEffect, useRef } from 'react';
import { hasCode, PodioAnswerError } from '../api/errors.ts';
import { CallError } from '../errors/CallError.tsx';
import { useWords } from '../i18n/index.ts';
import styles from './Explorer.module.css';
import { NumberMeant } from './NumberMeant.tsx';
import { ResponseTabs } from './ResponseTabs.tsx';
import { ResultLine } from './ResultLine.tsx';
import { StartFrom } from './StartFrom.tsx';
import type { ExplorerState } from './use-explorer.ts';

/** What came of the last call: the result in one line, what went wrong in a sentence, and the answer as it came. */
export function ResponsePane({ explorer, name }: { explorer: ExplorerState; name: string }) {
  const { explorer: words, errors } = useWords();
  const { outcome, isSending, submit, fields } = explorer;
  const { answer, error } = outcome;
  const heading = useRef<HTMLHeadingElement>(null);
  useIntoView(heading, isSending);
  const refused = error ?? (answer && answer.status >= 400 && !isSending ? new PodioAnswerError(answer) : undefined);
  const isEmpty = !answer && !error && !isSending && !outcome.notice;
  return (
    <section aria-label={words.response} className={styles.pane}>
      <div className={styles.resultBar}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {words.responseHeading}
        </h2>
        <ResultLine outcome={outcome} />
      </div>
      {hasCode(refused, 'authentication_expired') ? (
        // The banner above the page has the way out.
        <p className="muted">{errors.signInAgain(name)}</p>
      ) : (
        refused !== undefined && (
          <CallError
            error={refused}
            onRetry={() => void submit()}
            retrying={isSending}
            onEdit={() => (fields.body.current ?? fields.path.current)?.focus()}
          />
        )
      )}
      {answer && refused !== undefined && <NumberMeant answer={answer} explorer={explorer} />}
      {isEmpty && <StartFrom explorer={explorer} />}
      {answer && (
        <div data-stale={isSending || undefined} className={styles.answer}>
          <ResponseTabs answer={answer} />
        </div>
      )}
    </section>
  );
}

/** Where the panes are stacked the answer may be out of sight: it comes into view, and whoever sent with the keyboard is led to it. */
function useIntoView(heading: React.RefObject<HTMLHeadingElement | null>, isSending: boolean): void {
  const wasSending = useRef(false);
  useEffect(() => {
    const arrived = wasSending.current && !isSending;
    wasSending.current = isSending;
    if (!arrived || !heading.current || matchMedia('(min-width: 64rem)').matches) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    heading.current.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
    if (document.activeElement?.matches(':focus-visible')) heading.current.focus({ preventScroll: true });
  }, [isSending, heading]);
}
