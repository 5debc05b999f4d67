import { useEffect, useState } from 'react';
import { type LoggedCall, useRateLimit } from '../api/call-log.ts';
import { useWords } from '../i18n/index.ts';
import { Sparkline } from '../ui/Sparkline.tsx';
import styles from './Calls.module.css';
import { lastHour } from './calls-per-minute.ts';

const everyMs = 15_000;

/** The last hour in a picture and in words, and what is left under both of Podio's ceilings. */
export function Summary({ authId, calls }: { authId: string; calls: readonly LoggedCall[] }) {
  const { calls: words } = useWords();
  const { ordinary, heavy } = useRateLimit(authId);
  const hour = lastHour(calls, useNow(calls[0]?.id));
  return (
    <div className={styles.summary}>
      <div className={styles.hour}>
        <Sparkline values={hour.perMinute} />
        <p className="tabular">{words.lastHour(hour.calls, hour.failed)}</p>
      </div>
      {(ordinary || heavy) && (
        <ul className={styles.ceilings}>
          {ordinary && <li>{words.ordinary(ordinary.remaining, ordinary.limit)}</li>}
          {heavy && <li>{words.heavy(heavy.remaining, heavy.limit)}</li>}
        </ul>
      )}
    </div>
  );
}

/** The present, renewed now and then and with each `change`. */
function useNow(change: unknown): number {
  const [now, setNow] = useState(Date.now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new call is newer than the time that was known
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [change]);
  return now;
}
