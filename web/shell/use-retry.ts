import { useCallback, useEffect, useRef, useState } from 'react';

/** Seconds to wait before the first, second … retry; the last one for all that follow. */
const waits = [1, 2, 4, 8, 30];

/** Tries again after ever longer waits, counting the seconds down; also at once when told to. */
export function useRetry(attempt: () => Promise<unknown>): { seconds: number; tryNow: () => void } {
  const [attempts, setAttempts] = useState(0);
  const wait = waits[Math.min(attempts, waits.length - 1)] ?? 30;
  const [seconds, setSeconds] = useState(wait);
  const latest = useRef(attempt);
  useEffect(() => {
    latest.current = attempt;
  });
  const tryNow = useCallback(() => {
    // Whether it worked shows in the connection: then whoever counts here is gone.
    void latest.current().finally(() => setAttempts((done) => done + 1));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt begins a new countdown, also of the same length
  useEffect(() => {
    const until = Date.now() + wait * 1000;
    setSeconds(wait);
    const timer = setInterval(() => {
      const left = Math.ceil((until - Date.now()) / 1000);
      setSeconds(Math.max(1, left));
      if (left > 0) return;
      clearInterval(timer);
      tryNow();
    }, 250);
    return () => clearInterval(timer);
  }, [attempts, wait, tryNow]);
  return { seconds, tryNow };
}
