import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number } = formatter('da');
const kinds = { user: 'bruger', app: 'app' };

/** Words that several screens use. */
export const common: Words['common'] = {
  product: 'Podio Keyring',
  title: (page, name) => `${name ? `${name} · ` : ''}${page} – Podio Keyring`,
  errorTitle: (title) => `Fejl: ${title}`,
  named: (name, { type, id }) => `${name} (${kinds[type]} ${id})`,
  reference: ({ type, id }) => `${kinds[type]} ${id}`,
  signedInBy: { authorization_code: 'Podio', app: 'App-token', password: 'Adgangskode' },
  readOnly: 'Kun læsning',
  signOut: 'Log ud',
  signIn: 'Log ind',
  signInAgain: 'Log ind igen',
  signInAgainAs: (named) => `Log ind igen som ${named}`,
  switchAuthentication: 'Skift godkendelse',
  addAuthentication: 'Tilføj godkendelse',
  exploreSamples: 'Udforsk med eksempeldata',
  tryAgain: 'Prøv igen',
  cancel: 'Annuller',
  close: 'Luk',
  goHome: 'Gå til startsiden',
  show: 'Vis',
  hide: 'Skjul',
  copied: 'Kopieret.',
  notCopied: 'Denne browser tillod ikke at kopiere.',
  opensNewTab: '(åbner i en ny fane)',
  loading: 'Henter…',
  readsPaused: (reserve) => `Læses ikke igen af sig selv: Der er færre end ${number(reserve)} kald tilbage.`,
  slow: 'Podio er langsom. Venter stadig…',
  podioSaid: 'Podio sagde:',
  thereIsAProblem: 'Der er et problem',
  count: number,
};
