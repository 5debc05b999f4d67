import { useEffect, useId, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { useAuthentications } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { TriedGroups } from './TriedGroups.tsx';
import styles from './TryEach.module.css';
import { succeededIn } from './tried.ts';
import { callOf, type ExplorerState } from './use-explorer.ts';
import { type Round, useTryEach } from './use-try-each.ts';

interface TryEachProps {
  explorer: ExplorerState;
  /** Whoever pressed for it goes on here; whoever came by a link begins at the h1, as on every page. */
  takesFocus: boolean;
  onClose: () => void;
}

/** Which of my authentications can do this? Asks first, since each costs a call of its own. */
export function TryEach({ explorer, takesFocus, onClose }: TryEachProps) {
  const { common, explorer: words } = useWords();
  const { authentications } = useAuthentications();
  const { round, start, stop } = useTryEach();
  const titleId = useId();
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) region.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  const call = callOf(explorer.draft);
  const ids = authentications.map(({ id }) => id);
  const isRunning = round !== undefined && !round.ended;
  // What another call came to says nothing of this one.
  const shown = round && (isRunning || round.call.path === call.path) ? round : undefined;
  const why = call.method === 'GET' ? explorer.problems.path : words.each.onlyGet;
  const press = () => (isRunning ? stop() : void start(call, ids));
  return (
    <section ref={region} aria-labelledby={titleId} className={styles.each}>
      <h2 id={titleId}>{words.each.title}</h2>
      {shown ? (
        <>
          <code>
            {shown.call.method} {shown.call.path}
          </code>
          <Progress round={shown} />
          <TriedGroups round={shown} />
        </>
      ) : (
        <p>{why ?? words.each.asks(ids.length)}</p>
      )}
      <div className={styles.actions}>
        {(isRunning || !why) && (
          <Button look={shown ? 'secondary' : 'primary'} onClick={press}>
            {isRunning ? words.each.stop : shown ? words.each.again(ids.length) : words.each.make(ids.length)}
          </Button>
        )}
        <Button onClick={onClose}>{common.close}</Button>
      </div>
    </section>
  );
}

/** How far it is; at the end what came of it, which is also said. */
function Progress({ round: { tried, ids, ended, stopped } }: { round: Round }) {
  const { each: words } = useWords().explorer;
  return (
    <div className={styles.progress}>
      {!ended && <progress aria-label={words.progress} value={tried.length} max={ids.length} />}
      <p role="status" className="tabular">
        {ended ? words.result(succeededIn(tried), tried.length, stopped) : words.count(tried.length, ids.length)}
      </p>
    </div>
  );
}
