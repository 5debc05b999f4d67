import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createStore, useStore } from '../api/store.ts';

/** So long (milliseconds) nothing is fetched before the page counts as settled. */
const quietMs = 1000;

const settled = createStore(false);

/** Whether the page has come to rest once: what may wait then does not take the place of what may not. */
export function useSettled(): boolean {
  useSettling();
  return useStore(settled);
}

/** So long (milliseconds) what waits for an idle moment waits at most: a tab in the background has few of them. */
const patienceMs = 1000;

/** When the browser has nothing better to do; where it cannot say so, after its present task. Returns how to give it up. */
export function whenIdle(then: () => void): () => void {
  if (!globalThis.requestIdleCallback) {
    const timer = setTimeout(then);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(then, { timeout: patienceMs });
  return () => cancelIdleCallback(idle);
}

/** Once, when the page has settled and the browser has nothing better to do. Draws nothing again for it. */
export function useIdle(then: () => void): void {
  useSettling();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    let idle: number | undefined;
    const wait = () => {
      if (!settled.get() || !globalThis.requestIdleCallback) return;
      idle ??= requestIdleCallback(then);
    };
    wait();
    const stop = settled.subscribe(wait);
    return () => {
      stop();
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, []);
}

/** Watches what is fetched, by itself: to watch it as a component would draw the whole frame again for each request. */
function useSettling(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (settled.get()) return;
      if (client.isFetching() === 0) {
        timer ??= setTimeout(() => settled.set(true), quietMs);
      } else {
        clearTimeout(timer);
        timer = undefined;
      }
    };
    look();
    // Who watches a query is none of it, and changes by the dozen while a page is drawn.
    const stop = client.getQueryCache().subscribe(({ type }) => type.startsWith('observer') || look());
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}
