import { useEffect, useRef, useState } from 'react';
import { hasCode } from '../../api/errors.ts';
import { useWords, type Words } from '../../i18n/index.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Import.module.css';
import type { useImportSession } from './import-session.ts';
import { doneOf } from './outcomes.ts';
import { Results } from './Results.tsx';

/** A run under way: how far it is, and the way to stop it. */
export function Running({ session: { state, stop, goOn } }: { session: ReturnType<typeof useImportSession> }) {
  const { import: words } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  if (!state) return null;
  const { phase, entries } = state;
  const done = doneOf(entries);
  return (
    <section aria-labelledby="import-running" className={styles.form}>
      <h2 ref={title} id="import-running" tabIndex={-1}>
        {words.running}
      </h2>
      <div className={styles.progress}>
        <progress aria-label={words.running} value={done} max={entries.length} />
        <p role="status" className="tabular">
          {words.progress(done, entries.length)}
        </p>
        <Button onClick={stop} busy={phase.kind === 'stopping' && words.stopping}>
          {words.stop}
        </Button>
      </div>
      {phase.kind === 'waiting' && <WaitingOut until={phase.until} />}
      {phase.kind === 'paused' && (
        <div role="alert" className={styles.paused}>
          <Notice tone="warn">{pausedText(words, phase.error)}</Notice>
          <Button look="primary" onClick={goOn}>
            {words.goOn}
          </Button>
        </div>
      )}
      <p className="muted small">{words.stays}</p>
      <Results entries={entries} />
    </section>
  );
}

/** The seconds are shown, not spoken. */
function WaitingOut({ until }: { until: number }) {
  const { import: words } = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    announce(words.waitingSaid);
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [words]);
  return <Notice tone="warn">{words.waiting(Math.max(1, Math.ceil((until - now) / 1000)))}</Notice>;
}

function pausedText({ paused }: Words['import'], error: Error): string {
  if (hasCode(error, 'podio_unreachable')) return paused.podio;
  return hasCode(error, 'store_unavailable') ? paused.store : paused.server;
}
