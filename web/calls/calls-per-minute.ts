import { hasFailed, type LoggedCall } from '../api/call-log.ts';

const minuteMs = 60_000;
const minutes = 60;

/** What the last hour came to: calls of each minute, the oldest first, and their sums. */
export interface LastHour {
  perMinute: number[];
  calls: number;
  failed: number;
}

/** @param now in milliseconds since the epoch */
export function lastHour(calls: readonly Pick<LoggedCall, 'at' | 'status' | 'noAnswer'>[], now: number): LastHour {
  const hour: LastHour = { perMinute: Array.from({ length: minutes }, () => 0), calls: 0, failed: 0 };
  for (const call of calls) {
    // A clock that was set back gives calls of the future: they are as new as can be.
    const ago = Math.max(0, Math.floor((now - call.at) / minuteMs));
    if (ago >= minutes) continue;
    hour.perMinute[minutes - 1 - ago] = (hour.perMinute[minutes - 1 - ago] ?? 0) + 1;
    hour.calls += 1;
    if (hasFailed(call)) hour.failed += 1;
  }
  return hour;
}
