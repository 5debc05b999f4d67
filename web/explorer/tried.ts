import { hasCode, type PodioAnswer } from '../api/errors.ts';

/** What one authentication was answered, or why it was not. */
export interface Tried {
  id: string;
  answer?: PodioAnswer;
  error?: unknown;
}

/** Those that were answered alike: by Podio's status, or by what kept Podio from being asked. */
export interface TriedGroup {
  outcome: { kind: 'status'; status: number; statusText: string } | { kind: 'sign-in-again' } | { kind: 'no-answer' };
  ids: string[];
}

/** By status, those that can do it first; within a group in the order in which they were tried. */
export function groupTried(tried: readonly Tried[], order: readonly string[]): TriedGroup[] {
  const groups = new Map<string, TriedGroup>();
  for (const each of [...tried].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id))) {
    const outcome = outcomeOf(each);
    const key = outcome.kind === 'status' ? String(outcome.status) : outcome.kind;
    const group = groups.get(key);
    if (group) group.ids.push(each.id);
    else groups.set(key, { outcome, ids: [each.id] });
  }
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

function outcomeOf({ answer, error }: Tried): TriedGroup['outcome'] {
  if (answer) return { kind: 'status', status: answer.status, statusText: answer.statusText };
  return { kind: hasCode(error, 'authentication_expired') ? 'sign-in-again' : 'no-answer' };
}

const rank = ({ outcome }: TriedGroup) => (outcome.kind === 'status' ? outcome.status : outcome.kind === 'sign-in-again' ? 1000 : 1001);

/** How many can make the call. */
export const succeededIn = (tried: readonly Tried[]): number =>
  tried.filter(({ answer }) => answer !== undefined && answer.status >= 200 && answer.status < 300).length;
