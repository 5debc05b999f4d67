import { useMemo } from 'react';
import type { PodioAnswer } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { type Difference, differences } from './differences.ts';
import type { Side } from './use-compare.ts';

const none: Difference[] = [];

/** Where two answers differ, and what that comes to in a sentence; empty while not both are there. */
export function useFindings(a: Side, b: Side): { differences: Difference[]; sentence: string } {
  const { compare: words } = useWords();
  const found = useMemo(() => (a.answer && b.answer ? between(a.answer, b.answer, words.text) : none), [a.answer, b.answer, words]);
  if (a.isFetching || b.isFetching) return { differences: none, sentence: '' };
  if (!a.answer || !b.answer) return { differences: none, sentence: a.error || b.error ? words.notBoth : '' };
  if (a.answer.status !== b.answer.status) return { differences: none, sentence: words.statusesDiffer(a.answer.status, b.answer.status) };
  return { differences: found, sentence: found.length === 0 ? words.answersSame : words.differences(found.length) };
}

/** What is no JSON is the same or is not. */
function between(a: PodioAnswer, b: PodioAnswer, asText: string): Difference[] {
  if (a.status !== b.status) return none;
  if (a.json !== undefined && b.json !== undefined) return differences(a.json, b.json);
  return a.text === b.text ? none : [{ path: asText, a: a.text, b: b.text }];
}
