import { useEffect } from 'react';
import { noteUnreachable } from '../api/connection.ts';
import { createStore, useStore } from '../api/store.ts';

type KnownOperations = typeof import('./known-operations.ts');
const loaded = createStore<KnownOperations | undefined>(undefined);

/**
 * The catalogue of Podio's operations. It arrives after the explorer, which sends calls without it; undefined until
 * then. Where it could not be fetched, the next visit tries again.
 */
export function useOperations(): KnownOperations | undefined {
  useEffect(() => {
    if (loaded.get() === undefined) import('./known-operations.ts').then(loaded.set, () => noteUnreachable('no-answer'));
  }, []);
  return useStore(loaded);
}
