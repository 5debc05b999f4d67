import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');
const failures = (count: number) => plural(count, { one: 'mislykket', other: 'mislykkede' });

/** The calls of this tab. */
export const callsWords: Words['calls'] = {
  page: 'Kald',
  title: 'Kald',
  table: (name) => `Kald som ${name}`,
  lastHour: (count, failed) => `${number(count)} kald i den seneste time, heraf ${number(failed)} ${failures(failed)}`,
  ordinary: (remaining, limit) => `Almindelige kald ${number(remaining)} af ${number(limit)}`,
  heavy: (remaining, limit) => `Tunge kald ${number(remaining)} af ${number(limit)}`,
  empty: (name) => `Kald, som du eller disse sider foretager som ${name}, vises her.`,
  kept: 'Findes kun i denne fanes hukommelse: de seneste 500.',
  find: 'Find et kald',
  outcome: 'Udfald',
  outcomes: { all: 'Alle', succeeded: 'Lykkedes', failed: 'Mislykkedes' },
  noMatch: 'Intet kald passer.',
  showAll: 'Vis alle',
  shown: (count) => `${number(count)} kald`,
  showRest: (count) => `Vis alle ${number(count)} kald`,
  clear: 'Ryd',
  cleared: 'Ryddet.',
  columns: { time: 'Tid', method: 'Metode', path: 'Sti', status: 'Status', ms: 'ms', left: 'Tilbage', details: 'Detaljer' },
  unknown: '–',
  details: 'Detaljer',
  detailsOf: (call) => `Detaljer om ${call}`,
  when: 'Sendt',
  took: 'Varighed',
  size: 'Svarets størrelse',
  countedAs: 'Talt som',
  ordinaryCall: 'almindeligt kald',
  heavyCall: 'tungt kald',
  requestId: 'Kaldets id',
  copyRequestId: 'Kopiér kaldets id',
  body: 'Sendt indhold',
  bodyDropped: 'Indholdet var for langt til at blive gemt her.',
  noAnswer: 'Intet svar',
  cancelled: 'Afbrudt',
  why: 'Årsag',
  fromKeyring: (code) => `Nøgleringens server svarede i stedet for Podio: ${code}.`,
  fromNobody: 'Nøgleringens server svarede ikke. Podio kan have udført kaldet alligevel.',
  wasCancelled: 'Det blev afbrudt. Podio kan have udført det alligevel.',
};
