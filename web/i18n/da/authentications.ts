import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');
const count = (value: number) => `${number(value)} ${plural(value, { one: 'godkendelse', other: 'godkendelser' })}`;

/** The list of all authentications. */
export const authentications: Words['authentications'] = {
  page: 'Godkendelser',
  title: 'Godkendelser',
  held: (held, capacity) => `${number(held)} af ${number(capacity)}`,
  active: (value) => `${number(value)} ${plural(value, { one: 'aktiv', other: 'aktive' })}`,
  expiring: (value) => `${number(value)} udløber snart`,
  expired: (value) => `${number(value)} skal logge ind igen`,
  find: 'Find en godkendelse',
  noMatch: 'Ingen godkendelse passer.',
  noneInState: 'Ingen godkendelse er i denne tilstand.',
  showAll: 'Vis alle',
  state: 'Tilstand',
  states: {
    all: 'Alle',
    active: 'Aktiv',
    'expires-soon': 'Udløber snart',
    'sign-in-again': 'Log ind igen',
    'rate-limited': 'Begrænset',
  },
  sort: {
    by: 'Sortér efter',
    added: 'Hvornår tilføjet',
    sorted: (column, order) => `Sorteret efter ${column}, ${order}`,
    orders: {
      added: { ascending: 'ældste først', descending: 'nyeste først' },
      name: { ascending: 'A til Å', descending: 'Å til A' },
      state: { ascending: 'det mest presserende først', descending: 'det mest presserende sidst' },
      used: { ascending: 'længst siden først', descending: 'seneste først' },
    },
  },
  select: (named) => `Vælg ${named}`,
  selectAll: 'Vælg alle',
  columns: {
    name: 'Navn',
    reference: 'Reference',
    method: 'Metode',
    state: 'Tilstand',
    left: 'Kald tilbage',
    readOnly: 'Kun læsning',
    used: 'Sidst brugt',
    actions: 'Handlinger',
  },
  ordinary: (remaining, limit) => `Almindelige kald ${number(remaining)} af ${number(limit)}`,
  heavy: (remaining, limit) => `Tunge kald ${number(remaining)} af ${number(limit)}`,
  callsLeft: (remaining, limit) => `${number(remaining)}/${number(limit)}`,
  unknown: '–',
  never: '–',
  now: 'nu',
  loading: 'Henter dine godkendelser',
  empty: 'Der er ikke noget i din nøglering endnu.',
  readOnly: {
    of: (named) => `Kun læsning: ${named}`,
    on: (name) => `${name} kan nu kun læse.`,
    off: (name) => `${name} kan ændre ting igen.`,
    failed: (reason) => `Ikke ændret: ${reason}`,
  },
  edit: {
    button: 'Redigér',
    of: (named) => `Redigér ${named}`,
    label: 'Eget navn',
    labelHint: (podioName) => `Podio kalder den ${podioName}. Kun denne browser kender dit navn og din farve.`,
    colour: 'Farve',
    colours: {
      rose: 'Rosa',
      orange: 'Orange',
      amber: 'Rav',
      green: 'Grøn',
      teal: 'Blågrøn',
      sky: 'Himmelblå',
      indigo: 'Indigo',
      violet: 'Violet',
    },
    ask: 'Spørg før POST og PUT',
    askHint: 'I API Explorer. En DELETE spørger altid; en POST, der kun læser, gør aldrig.',
    save: 'Gem',
    saved: (name) => `${name} er gemt.`,
  },
  reserve: {
    label: 'Kald holdt i reserve',
    none: 'Ingen',
    choice: (calls) => `${number(calls)} af 1.000`,
    hint: 'Med færre kald tilbage i denne time læser siderne ikke igen af sig selv. Det, du beder om, sendes altid.',
  },
  report: {
    button: 'Kopiér rapport',
    head: (value, at) => `Podio Keyring, ${count(value)}, pr. ${at}`,
    until: (day) => `kan fornyes til ${day}`,
    copied: (value) => `Kopierede en rapport over ${count(value)}.`,
  },
  selected: {
    button: (value) => `Log ud af valgte (${number(value)})`,
    none: 'Vælg godkendelser for at logge ud af flere på én gang.',
    title: (value) => `Vil du logge ud af ${count(value)}?`,
    text: (apps) =>
      apps > 0
        ? `Du skal bruge app-tokens til ${number(apps)} ${plural(apps, { one: 'app', other: 'apps' })} for at logge ind i dem igen.`
        : 'Intet ændres i Podio.',
    confirm: (value) => `Log ud af ${number(value)}`,
    progress: 'Logger ud',
    sofar: (done, total) => `${number(done)} af ${number(total)}`,
    stop: 'Stop',
    ended: (done, failed, left) =>
      `${[
        `${number(done)} logget ud`,
        ...(failed > 0 ? [`${number(failed)} ikke`] : []),
        ...(left > 0 ? [`stoppet før ${number(left)} mere`] : []),
      ].join(', ')}.`,
    reason: (name, reason) => `${name}: ${reason}`,
  },
  everything: {
    button: 'Log ud af alt',
    title: 'Vil du logge ud af alt?',
    text: (value) =>
      `Det afslutter ${count(value)} i denne browser. Intet ændres i Podio. Egne navne, farver, og hvad der sidst blev brugt, glemmes også.`,
    confirm: (value) => `Log ud af alle ${number(value)}`,
  },
};
