import { useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';

const minuteMs = 60_000;

/** `12 seconds ago`, kept true while it stands there; silent, and with the clock time in its title. */
export function RelativeTime({ at }: { at: number }) {
  const { format } = useWords();
  const now = useNow(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {format.relative(at, Math.max(at, now))}
    </time>
  );
}

/** The present, renewed each second while `since` is fresh and each quarter of a minute afterwards. */
function useNow(since: number): number {
  const [now, setNow] = useState(Date.now);
  const fresh = now - since < minuteMs;
  useEffect(() => {
    setNow((shown) => (Date.now() - shown < 1_000 ? shown : Date.now())); // what was drawn just now is not drawn again
    const timer = setInterval(() => setNow(Date.now()), fresh ? 1_000 : minuteMs / 4);
    return () => clearInterval(timer);
  }, [fresh]);
  return now;
}
