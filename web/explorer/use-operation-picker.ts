import { useMemo, useState } from 'react';
import type { Operation } from './known-operations.ts';
import { useOperations } from './use-operations.ts';

/** The list of operations under the path field: which match, which is pointed at, and what each key does. */
export function useOperationPicker(path: string, choose: (operation: Operation) => void) {
  const [shown, setShown] = useState<'closed' | 'matching' | 'all'>('closed');
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const known = useOperations();
  const operations = useMemo(
    () => (shown === 'closed' || !known ? [] : known.searchOperations(shown === 'all' ? '' : path)),
    [shown, path, known],
  );
  const isOpen = operations.length > 0;
  const active = isOpen && pointed !== undefined && pointed < operations.length ? pointed : undefined;

  const show = (next: typeof shown) => {
    setShown(next);
    setPointed(undefined);
  };
  const pick = (index: number) => {
    const operation = operations[index];
    show('closed');
    if (operation) choose(operation);
  };
  const move = (step: 1 | -1) => {
    if (!isOpen) {
      setShown('all');
      setPointed(step === 1 ? 0 : undefined);
      return;
    }
    const from = active ?? (step === 1 ? -1 : operations.length);
    setPointed((from + step + operations.length) % operations.length);
  };

  return {
    operations,
    isOpen,
    active,
    pick,
    type: () => show('matching'),
    toggle: () => show(isOpen ? 'closed' : 'all'),
    close: () => show('closed'),
    /** Whether the key was for the list. */
    press(key: string): boolean {
      if (key === 'ArrowDown') move(1);
      else if (key === 'ArrowUp') move(-1);
      else if (key === 'Escape' && isOpen) show('closed');
      else if (key === 'Enter' && active !== undefined) pick(active);
      else {
        if (key === 'Enter') show('closed');
        return false;
      }
      return true;
    },
  };
}

export type OperationPicker = ReturnType<typeof useOperationPicker>;
