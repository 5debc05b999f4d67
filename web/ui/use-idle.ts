import { useIsFetching } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createStore, useStore } from '../api/store.ts';

/** So long (milliseconds) nothing is fetched before the page counts as settled. */
const quietMs = 1000;

const settled = createStore(false);

/** Whether the page has come to rest once: what may wait then does not take the place of what may not. */
export function useSettled(): boolean {
  const fetching = useIsFetching() > 0;
  const isSettled = useStore(settled);
  useEffect(() => {
    if (isSettled || fetching) return;
    const timer = setTimeout(() => settled.set(true), quietMs);
    return () => clearTimeout(timer);
  }, [isSettled, fetching]);
  return isSettled;
}

/** Once, when the page has settled and the browser has nothing better to do. */
export function useIdle(then: () => void): void {
  const isSettled = useSettled();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (!isSettled || !globalThis.requestIdleCallback) return;
    const idle = requestIdleCallback(then);
    return () => cancelIdleCallback(idle);
  }, [isSettled]);
}
