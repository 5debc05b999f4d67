import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { signInMessage } from '../../errors/sign-in-message.ts';
import { useWords, type Words } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Import.module.css';
import { formatImport } from './import-lines.ts';
import { openEntries, type useImportSession } from './import-session.ts';
import { countOf } from './outcomes.ts';
import { Rejected } from './Rejected.tsx';
import { Results } from './Results.tsx';

interface EndedProps {
  session: ReturnType<typeof useImportSession>;
  /** Puts lines back into the field. */
  onPutBack: (lines: string, count: number) => void;
}

/** What a run came to, and how to take up again what it left. Nothing before the first. */
export function Ended({ session, onPutBack }: EndedProps) {
  const words = useWords();
  const { import: own } = words;
  const title = useRef<HTMLHeadingElement>(null);
  const { state, leftOut } = session;
  useEffect(() => {
    // What had the focus went with the run: the Stop button, or its title.
    if (state && (document.activeElement === document.body || document.activeElement === null)) title.current?.focus();
  }, [state]);
  if (state?.phase.kind !== 'ended') return null;
  const open = openEntries(session);
  const untried = open.filter(({ outcome }) => outcome.kind === 'not-tried');
  const rejected = open.filter(({ outcome }) => outcome.kind === 'rejected');
  const full = untried.some(({ outcome }) => outcome.kind === 'not-tried' && outcome.why === 'full');
  const because = reasonOf(words, state.phase.because);
  const fix = (entries: typeof open) => {
    session.takeBack(entries);
    onPutBack(formatImport(entries.map(({ app }) => app)), entries.length);
  };
  const editLeftOut = () => {
    session.takeBackLeftOut();
    onPutBack(leftOut.map(({ text }) => text).join('\n'), leftOut.length);
  };
  return (
    <section aria-labelledby="import-ended" className={styles.form}>
      <h2 ref={title} id="import-ended" tabIndex={-1}>
        {own.ended(countOf(state.entries))}
      </h2>
      {because && <Notice tone="warn">{because}</Notice>}
      {rejected.length > 0 && <Rejected entries={rejected} onFix={fix} />}
      {untried.length > 0 && (
        <div className={styles.again}>
          <p>{full ? own.full(untried.length) : own.untried(untried.length)}</p>
          <Button look="primary" onClick={() => session.start(untried.map(({ app }) => app))}>
            {own.goOnWith(untried.length)}
          </Button>
        </div>
      )}
      {leftOut.length > 0 && (
        <div className={styles.again}>
          <p>{own.notUnderstood(leftOut.length)}</p>
          <Button onClick={editLeftOut}>{own.back(leftOut.length)}</Button>
        </div>
      )}
      <p>
        <Link to={paths.authentications()}>{own.seeAll}</Link>
      </p>
      <Results entries={state.entries} />
      <h2>{own.more}</h2>
    </section>
  );
}

function reasonOf(words: Words, because: 'stop' | 'signed-out' | Error | undefined): string | undefined {
  if (because === 'signed-out') return words.import.signedOut;
  return because instanceof Error ? words.import.stoppedBy(signInMessage(words, because, 'app')) : undefined;
}
