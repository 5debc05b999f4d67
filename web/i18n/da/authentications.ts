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
  showAll: 'Vis alle',
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
  everything: {
    button: 'Log ud af alt',
    title: 'Vil du logge ud af alt?',
    text: (value) =>
      `Det afslutter ${count(value)} i denne browser. Intet ændres i Podio. Egne navne, og hvad der sidst blev brugt, glemmes også.`,
    confirm: (value) => `Log ud af alle ${number(value)}`,
  },
};
