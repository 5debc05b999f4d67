import { useAreReadsPaused, useReserve } from '../api/reserve.ts';
import { useWords } from '../i18n/index.ts';
import { useActingAs } from '../react/index.ts';

const staleAfterMs = 60_000;

/** Why what is shown was not read again although it is old: the calls that are left are kept for people. */
export function ReadsPaused({ since }: { since: number }) {
  const { common } = useWords();
  const paused = useAreReadsPaused(useActingAs());
  const reserve = useReserve();
  if (!paused || Date.now() - since < staleAfterMs) return null;
  return <p className="small">{common.readsPaused(reserve)}</p>;
}
