import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');
const apps = (count: number) => `${number(count)} ${plural(count, { one: 'app', other: 'apps' })}`;
const lines = (count: number) => `${number(count)} ${plural(count, { one: 'linje', other: 'linjer' })}`;
const list = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ');
const rejected = (count: number) => `${number(count)} ${plural(count, { one: 'afvist', other: 'afviste' })}`;

/** Adding many apps at once. */
export const importWords: Words['import'] = {
  link: 'Importér mange apps på én gang',
  when: 'Til en liste: fra et regneark, en CSV-fil eller en miljøfil.',
  short: 'Importér',
  page: 'Importér apps',
  title: 'Importér apps',
  hint: 'Indsæt én app pr. linje: app-id, app-token, eget navn. Komma, semikolon, tabulator eller mellemrum. Linjer med NAVN_APP_ID= og NAVN_APP_TOKEN= virker også.',
  off: 'Login med app-token er slået fra her.',
  field: 'Apps, der skal importeres',
  chooseFile: 'Vælg en fil',
  check: 'Kontrollér linjer',
  empty: 'Indsæt eller vælg mindst én linje',
  fileAdded: (name) => `Linjerne fra ${name} er tilføjet.`,
  notText: (name) => `${name} er ikke en tekstfil på højst 1 MB. Gem den som CSV, og vælg den så igen.`,
  samples: 'Sandkassens apps, klar til at udfylde:',
  fill: (count) => `Udfyld ${apps(count)}`,
  filled: (count) => `${apps(count)} er udfyldt.`,
  several: (count) => `Du indsatte ${apps(count)}. Denne formular tager én.`,
  these: (count) => `Importér disse ${apps(count)}`,

  found: (found, notUnderstood, repeated) =>
    list(
      `${apps(found)} fundet`,
      notUnderstood > 0 && `${lines(notUnderstood)} ikke forstået`,
      repeated > 0 && `${lines(repeated)} ${plural(repeated, { one: 'gentaget', other: 'gentagne' })}`,
    ),
  table: 'Kontrol',
  columns: {
    line: 'Linje',
    appId: 'App-id',
    token: 'Token',
    label: 'Eget navn',
    will: 'Bliver',
    result: 'Resultat',
    reason: 'Årsag',
    actions: 'Handlinger',
  },
  add: 'tilføjet',
  renew: 'fornyet',
  none: '–',
  ending: (characters) => `…${characters}`,
  room: (room) =>
    room > 0
      ? `Din nøglering har plads til ${number(room)} mere. Resten prøves ikke.`
      : 'Din nøglering er fuld. Kun det, den allerede har, kan fornys.',
  seeAll: 'Se alle godkendelser',
  submit: (count) => `Log ind som ${apps(count)}`,
  edit: 'Ret',
  line: (line, reason) => `Linje ${number(line)}: ${reason}`,
  reasons: {
    'no-id': 'intet app-id fundet',
    'bad-id': 'dette er ikke et nummer, som en app kan have',
    'no-token': 'intet app-token fundet',
    'long-token': 'app-tokenet er for langt',
    'bad-quote': 'et anførselstegn er ikke afsluttet',
    'label-is-token': 'navnet ligner et app-token. Rækkefølgen er app-id, app-token, eget navn',
    'other-variable': 'navnet ender hverken på _APP_ID eller _APP_TOKEN',
    twice: 'dette navn står der mere end én gang',
    'no-partner': (missing) => `${missing} mangler`,
    repeated: (line) => `det samme som linje ${number(line)}`,
    replaced: (line) => `linje ${number(line)} har et andet token til denne app, og den gælder`,
  },

  running: 'Logger ind som apps',
  progress: (done, total) => `${number(done)} af ${number(total)}`,
  stays: 'Du kan se andre sider imens. Hvis du lukker denne fane, standser det.',
  stop: 'Stop',
  stopping: 'Stopper…',
  goOn: 'Fortsæt',
  waiting: (seconds) =>
    `For mange apps blev afvist inden for et minut. Fortsætter om ${number(seconds)} ${plural(seconds, { one: 'sekund', other: 'sekunder' })}.`,
  waitingSaid: 'For mange apps blev afvist inden for et minut. Det fortsætter af sig selv.',
  paused: {
    server: 'Nøgleringens server svarer ikke. Intet er tabt.',
    podio: 'Podio kan ikke nås lige nu. Intet er tabt.',
    store: 'Nøgleringens server kan ikke nå sit lager. Intet er tabt.',
  },
  results: 'Resultater',
  outcomes: {
    waiting: 'venter',
    'signing-in': 'logger ind…',
    added: 'logget ind',
    renewed: 'fornyet',
    rejected: 'afvist',
    full: 'ikke prøvet: nøgleringen er fuld',
    stopped: 'ikke prøvet',
  },

  ended: ({ signedIn, rejected: refused, notTried }) =>
    `${list(`${number(signedIn)} logget ind`, refused > 0 && rejected(refused), notTried > 0 && `${number(notTried)} ikke prøvet`)}.`,
  signedOut: 'Du loggede ud af alt imens, så resten blev ikke prøvet.',
  stoppedBy: (reason) => `Det standsede: ${reason}`,
  full: (count) => `${apps(count)} ikke prøvet: nøgleringen er fuld. Log ud af nogle, du ikke længere bruger, og fortsæt så.`,
  untried: (count) => `${apps(count)} ikke prøvet.`,
  goOnWith: (count) => `Fortsæt med ${apps(count)}`,
  rejected: 'Afvist',
  notAccepted: 'Podio accepterede ikke dette app-id og token.',
  checkBoth: 'Et token hører til én app, og et nyt token gør det gamle ubrugeligt.',
  fix: 'Ret',
  fixNamed: (reference) => `Ret ${reference}`,
  fixAll: (count) => `Ret alle ${number(count)}`,
  notUnderstood: (count) => `${lines(count)} ikke forstået.`,
  back: (count) => `Ret ${lines(count)}`,
  returned: (count) => `${lines(count)} er tilbage i feltet.`,
  more: 'Importér flere apps',
};
