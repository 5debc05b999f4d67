import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number } = formatter('da');
const ms = (value: number) => `${number(value)} ms`;
const left = (count: number) => `${number(count)} kald tilbage`;

/** The API explorer. */
export const explorer: Words['explorer'] = {
  page: 'API Explorer',
  title: 'API Explorer',
  method: 'Metode',
  path: 'Sti',
  operations: 'Operationer',
  send: (method, name) => `Send ${method} som ${name}`,
  compare: 'Sammenlign…',
  compareWith: 'Sammenlign… med en anden godkendelse',
  cancelCall: 'Afbryd kald',
  cancelled: 'Kaldet blev afbrudt. Podio kan have udført det alligevel.',
  needsPath: 'Skriv en sti, der begynder med /, for eksempel /user/status',
  fillIn: (names) => `Udfyld ${new Intl.ListFormat('da').format(names)}, før du sender`,
  slash: { hint: 'Podio venter en / til sidst her.', add: 'Tilføj skråstreg', added: 'Skråstregen er tilføjet.' },

  request: 'Kald',
  parameters: 'Parametre',
  bodyTab: 'Indhold',
  notes: 'Noter',
  required: (name) => `${name} (påkrævet)`,
  defaults: (value) => `ellers ${value}`,
  noParameters: 'Denne sti har ingen parametre. Tilføj en forespørgsel med ?, hvis den skal bruge en.',
  oneOrZero: '1 for ja, 0 for nej',
  body: 'JSON-indhold',
  noBody: (method) => `${method} har intet indhold. Det, du skrev, er gemt.`,
  bodyExample: 'Indsæt et eksempel',
  format: 'Formatér JSON',
  formatted: 'Formateret.',
  exampleFilled: 'Et eksempel er indsat.',
  jsonError: (line, column, what) => `Linje ${number(line)}, kolonne ${number(column)}: ${what}`,
  json: {
    comma: 'der mangler et komma',
    colon: 'der mangler et kolon',
    key: 'her ventes et navn i dobbelte anførselstegn',
    value: 'her ventes en værdi',
    trailingComma: 'der følger intet efter dette komma',
    unclosedText: 'en tekst er ikke afsluttet',
    unclosedObject: 'der mangler en } til sidst',
    unclosedList: 'der mangler en ] til sidst',
    singleQuote: 'tekster står i dobbelte anførselstegn',
    escape: 'dette er ikke en escape-sekvens, som JSON kender',
    control: 'et linjeskift eller en tabulator i en tekst skrives som \\n eller \\t',
    number: 'dette er ikke et tal, som JSON skriver dem',
    word: 'kun true, false og null må stå uden anførselstegn',
    after: 'der må ikke følge noget efter slutningen',
    empty: 'dette er tomt',
  },

  about: {
    what: (name, area) => `${name} · ${area}`,
    reads: 'Læser kun.',
    writes: 'Ændrer data i Podio.',
    heavy: 'Tæller som et tungt kald: 250 i timen.',
    docs: 'Hvad denne operation gør',
    unknown: 'Denne operation kender API Explorer ikke. Den kan sendes alligevel.',
  },

  response: 'Svar',
  responseHeading: 'Svaret',
  responseBody: 'Svarets indhold',
  headersTab: 'Headere',
  copyAsTab: 'Kopiér som',
  ms,
  left,
  result: (parts) => [parts.status, ms(parts.ms), parts.bytes, ...(parts.left === undefined ? [] : [left(parts.left)])].join(', '),
  showAllLines: (count) => `Vis alle ${number(count)} linjer`,
  waiting: (seconds) => `Venter på Podio… ${number(seconds)} s`,
  copy: 'Kopiér',
  copied: 'Svaret er kopieret.',
  download: 'Hent som fil',
  cutAt: (shown, whole) => `De første ${shown} af ${whole}. Hent filen for at se resten.`,
  binary: (type, size) => `${type || 'Binære data'}, ${size}. Hent filen for at åbne den.`,
  noContent: 'Podio svarede uden indhold.',
  redirect: 'Podio svarede med en omdirigering, som aldrig følges. Browseren viser ikke hvorhen.',
  headerName: 'Navn',
  headerValue: 'Værdi',
  headersTable: 'Svarets headere',
  requestId: (id) => `Podios nummer for dette kald er ${id}.`,

  copyAs: 'Kopiér som',
  copyCode: 'Kopiér kode',
  code: 'Kode',

  start: {
    text: 'Send et kald for at se Podios svar. Eller begynd med:',
    getApp: 'Hent app',
    filterItems: 'Filtrér elementer',
    getCurrentUser: 'Hent den aktuelle bruger',
  },

  readOnly: {
    why: (name) => `${name} kan kun læse i denne nøglering: serveren sender intet, der ændrer data.`,
    change: 'Skift det',
  },
  guard: {
    title: (method, name) => `Vil du sende ${method} som ${name}?`,
    text: (method, path) => `${method} ${path} ændrer data i Podio.`,
    confirm: (method) => `Send ${method}`,
  },
  shortcut: (keys) => `${keys} sender fra hvor som helst på denne side.`,
};
