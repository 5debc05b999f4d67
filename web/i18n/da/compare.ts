import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');
const differences = (count: number) => `${number(count)} ${plural(count, { one: 'forskel', other: 'forskelle' })}`;

/** One call as two authentications, side by side. */
export const compare: Words['compare'] = {
  page: 'Sammenlign',
  title: 'Sammenlign',
  about: 'Ét kald som to godkendelser, og hvor deres svar er forskellige.',
  first: 'Første godkendelse',
  second: 'Anden godkendelse',
  swap: 'Byt om',
  send: 'Send begge',
  readsOnly: 'Der kan kun sammenlignes kald, som blot læser.',
  chooseBoth: 'Vælg to godkendelser.',
  same: 'Det er den samme godkendelse to gange. Vælg en anden at sammenligne med.',
  start: 'Send kaldet for at se, hvor de to svar er forskellige.',
  differences,
  answersSame: 'Svarene er ens.',
  statusesDiffer: (a, b) => `Statuskoderne er forskellige: ${a} og ${b}.`,
  notBoth: 'Der er intet at sammenligne: ikke begge fik svar.',
  table: 'Forskelle',
  tab: (count) => `Forskelle (${number(count)})`,
  results: 'Resultater',
  place: 'Sti',
  nothing: '–',
  text: '(tekst)',
  showAll: (count) => `Vis alle ${differences(count)}`,
  fullAnswer: (name) => `Hele svaret til ${name}`,
  answerOf: (name) => `Svar til ${name}`,
  waiting: (name) => `Venter på svar til ${name}`,
  cancelled: 'Kaldet blev afbrudt.',
  gone: (who) => `${who} er ikke i din nøglering.`,
};
