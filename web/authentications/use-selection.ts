import { useState } from 'react';
import type { Row } from './use-rows.ts';

export interface Selection {
  /** Those selected that are still held. */
  rows: Row[];
  has(id: string): boolean;
  set(id: string, on: boolean): void;
  /** Of those on screen. */
  all: boolean;
  some: boolean;
  setAll(on: boolean): void;
}

/** Which rows are selected. What was signed out of is not any more; what is filtered out stays selected and counts. */
export function useSelection(rows: readonly Row[], shown: readonly Row[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const idsOf = (list: readonly Row[]) => list.filter(({ gone }) => !gone).map(({ authentication }) => authentication.id);
  const onScreen = idsOf(shown);
  const change = (which: readonly string[], on: boolean) =>
    setIds((before) => new Set(on ? [...before, ...which] : [...before].filter((id) => !which.includes(id))));
  const selected = rows.filter(({ gone, authentication }) => !gone && ids.has(authentication.id));
  const count = onScreen.filter((id) => ids.has(id)).length;
  return {
    rows: selected,
    has: (id) => ids.has(id),
    set: (id, on) => change([id], on),
    all: count > 0 && count === onScreen.length,
    some: count > 0 && count < onScreen.length,
    setAll: (on) => change(onScreen, on),
  };
}
