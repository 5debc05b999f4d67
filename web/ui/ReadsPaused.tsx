import { useEffect, useState } from 'react';
import { useAreReadsPaused, useReserve } from '../api/reserve.ts';
import { useWords } from '../i18n/index.ts';
import { useActingAs } from '../react/index.ts';

const staleAfterMs = 60_000;

/** Why what is shown was not read again although it is old: the calls that are left are kept for people. */
export function ReadsPaused({ since }: { since: number }) {
  const { common } = useWords();
  const paused = useAreReadsPaused(useActingAs());
  const reserve = useReserve();
  const isOld = useOlderThan(since, staleAfterMs);
  if (!paused || !isOld) return null;
  return <p className="small">{common.readsPaused(reserve)}</p>;
}

/** Whether a moment lies longer ago than this; true as soon as it does. */
function useOlderThan(moment: number, ms: number): boolean {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, moment + ms - Date.now()));
    return () => clearTimeout(timer);
  }, [moment, ms]);
  return Math.max(now, moment) - moment >= ms;
}
