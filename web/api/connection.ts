import type { UnreachableError } from './errors.ts';
import { createStore, useStore } from './store.ts';

/** Whether our server answers, as the last request found it. */
export type Connection = { up: true } | { up: false; reason: UnreachableError['reason'] };

const up: Connection = { up: true };
const connection = createStore<Connection>(up);

export const useConnection = (): Connection => useStore(connection);

export function noteReachable(): void {
  connection.set(up);
}

/** Remembers that our server did not answer. */
export function noteUnreachable(reason: UnreachableError['reason']): void {
  const known = connection.get();
  if (known.up || known.reason !== reason) connection.set({ up: false, reason });
}
