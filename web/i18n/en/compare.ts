import { formatter } from '../format.ts';

const { number, plural } = formatter('en');
const differences = (count: number) => `${number(count)} ${plural(count, { one: 'difference', other: 'differences' })}`;

/** One call as two authentications, side by side. */
export const compare = {
  page: 'Compare',
  title: 'Compare',
  about: 'One call as two authentications, and where their answers differ.',
  first: 'First authentication',
  second: 'Second authentication',
  swap: 'Swap',
  send: 'Send both',
  readsOnly: 'Compare works for calls that only read.',
  chooseBoth: 'Choose two authentications.',
  same: 'Both are the same authentication. Choose another one to compare with.',
  start: 'Send the call to see where the two answers differ.',
  differences,
  answersSame: 'The answers are the same.',
  statusesDiffer: (a: number, b: number) => `Statuses differ: ${a} and ${b}.`,
  notBoth: 'There is nothing to compare: not both were answered.',
  table: 'Differences',
  tab: (count: number) => `Differences (${number(count)})`,
  results: 'Results',
  place: 'Path',
  nothing: '–',
  text: '(text)',
  showAll: (count: number) => `Show all ${differences(count)}`,
  fullAnswer: (name: string) => `Full answer of ${name}`,
  answerOf: (name: string) => `Answer of ${name}`,
  waiting: (name: string) => `Waiting for ${name}`,
  cancelled: 'The call was cancelled.',
  gone: (who: string) => `${who} is not in your keyring.`,
};
