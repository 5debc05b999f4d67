import { useEffect } from 'react';
import { useRateLimit } from '../api/call-log.ts';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Meter } from '../ui/Meter.tsx';

/** Ordinary calls left of Podio's 1,000 an hour, once an answer has told; it says once when they run low. */
export function RateMeter({ authId, name }: { authId: string; name: string }) {
  const { shell, common } = useWords();
  const { ordinary } = useRateLimit(authId);
  const low = ordinary !== undefined && ordinary.remaining < ordinary.limit / 10;
  const remaining = ordinary?.remaining ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when it becomes low, not at each call after that
  useEffect(() => {
    if (low) announce(shell.low(name, remaining));
  }, [low, authId]);
  if (!ordinary) return null;
  return (
    <Meter
      label={shell.meter}
      value={ordinary.remaining}
      max={ordinary.limit}
      valueText={shell.meterValue(ordinary.remaining, ordinary.limit)}
      text={shell.left(ordinary.remaining)}
      figure={common.count(ordinary.remaining)}
    />
  );
}
