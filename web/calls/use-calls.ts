import { useState } from 'react';
import { hasFailed, type LoggedCall, useCallLog } from '../api/call-log.ts';

/** Which calls are looked at. */
export interface Wanted {
  text: string;
  outcome: 'all' | 'succeeded' | 'failed';
}

const everything: Wanted = { text: '', outcome: 'all' };

/** Calls in whose method, path or status every word of the search occurs. */
export function wantedCalls(calls: readonly LoggedCall[], { text, outcome }: Wanted): LoggedCall[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return calls.filter((call) => {
    if (outcome !== 'all' && hasFailed(call) !== (outcome === 'failed')) return false;
    const all = `${call.method} ${call.path} ${call.status} ${call.noAnswer ?? ''}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The calls of one authentication in this tab, and those of them that are looked for. */
export function useCalls(authId: string) {
  const all = useCallLog();
  const [wanted, setWanted] = useState(everything);
  const calls = all.filter((call) => call.authId === authId);
  return {
    calls,
    found: wantedCalls(calls, wanted),
    wanted,
    want: (change: Partial<Wanted>) => setWanted({ ...wanted, ...change }),
    wantAll: () => setWanted(everything),
  };
}
