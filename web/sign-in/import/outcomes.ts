import type { Entry } from './import-run.ts';

export interface Counts {
  signedIn: number;
  rejected: number;
  notTried: number;
}

export function countOf(entries: readonly Entry[]): Counts {
  const count = (kind: Entry['outcome']['kind']) => entries.filter(({ outcome }) => outcome.kind === kind).length;
  return { signedIn: count('signed-in'), rejected: count('rejected'), notTried: count('not-tried') };
}

/** How many are done with, whatever came of them. */
export const doneOf = (entries: readonly Entry[]): number =>
  entries.filter(({ outcome }) => outcome.kind !== 'waiting' && outcome.kind !== 'signing-in').length;
