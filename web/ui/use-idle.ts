import { useEffect } from 'react';

/** Once, when the browser has nothing better to do. */
export function useIdle(then: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (!globalThis.requestIdleCallback) return;
    const idle = requestIdleCallback(then);
    return () => cancelIdleCallback(idle);
  }, []);
}
