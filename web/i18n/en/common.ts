import { formatter } from '../format.ts';

const { number } = formatter('en');

/** Words that several screens use. */
export const common = {
  product: 'Podio Keyring',
  /** `{name} · {page} – Podio Keyring`; each part may be missing. */
  title: (page: string, name?: string) => `${name ? `${name} · ` : ''}${page} – Podio Keyring`,
  errorTitle: (title: string) => `Error: ${title}`,
  /** How a name is written with who it is: `Bugs (app 22119)`. */
  named: (name: string, ref: { type: 'user' | 'app'; id: number }) => `${name} (${ref.type} ${ref.id})`,
  reference: (ref: { type: 'user' | 'app'; id: number }) => `${ref.type} ${ref.id}`,
  signedInBy: { authorization_code: 'Podio', app: 'App token', password: 'Password' },
  readOnly: 'Read-only',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  signInAgainAs: (named: string) => `Sign in again as ${named}`,
  switchAuthentication: 'Switch authentication',
  addAuthentication: 'Add authentication',
  exploreSamples: 'Explore with sample data',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  goHome: 'Go home',
  show: 'Show',
  hide: 'Hide',
  copied: 'Copied.',
  notCopied: 'This browser did not allow copying.',
  opensNewTab: '(opens in a new tab)',
  loading: 'Loading…',
  readsPaused: (reserve: number) => `Not read again by itself: fewer than ${number(reserve)} calls are left.`,
  slow: 'Podio is slow. Still waiting…',
  podioSaid: 'Podio said:',
  thereIsAProblem: 'There is a problem',
  count: number,
};
