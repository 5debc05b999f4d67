import { useEffect } from 'react';
import { useAuthenticationState } from '../api/authentication-state.ts';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Meter } from '../ui/Meter.tsx';
import { StateBadge } from '../ui/StateBadge.tsx';

/**
 * Ordinary calls left of Podio's 1,000 an hour, once an answer has told; it says once when they run low. In its place:
 * that the authentication has ended. `compact`: its shape alone is seen.
 */
export function RateMeter({ authId, name, compact }: { authId: string; name: string; compact: boolean }) {
  const { shell, states, common } = useWords();
  const { expired, rateLimits } = useAuthenticationState(authId);
  const { ordinary } = rateLimits;
  const low = ordinary !== undefined && ordinary.remaining < ordinary.limit / 10;
  const remaining = ordinary?.remaining ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when it becomes low, not at each call after that
  useEffect(() => {
    if (low) announce(shell.low(name, remaining));
  }, [low, authId]);
  if (expired) return <StateBadge state="sign-in-again" text={states.signInAgain} compact={compact} />;
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
