import { formatter } from '../format.ts';

const { number } = formatter('en');

/** The frame around every page below sign-in, and the pages it shows itself. */
export const shell = {
  skip: 'Skip to content',
  home: 'Podio Keyring home',
  navigation: 'Main',
  items: 'Items',
  apps: 'Apps',
  explorer: 'API explorer',
  explorerShort: 'Explorer',
  calls: 'Calls',
  meter: 'Calls left this hour',
  meterValue: (remaining: number, limit: number) => `${number(remaining)} of ${number(limit)} calls left this hour`,
  left: (remaining: number) => (remaining > 0 ? `${number(remaining)} left` : 'None left'),
  low: (name: string, remaining: number) => `${name} has ${number(remaining)} calls left this hour.`,
  sandbox: { mark: 'Sandbox', controls: 'Sandbox controls' },
  shortcuts: {
    title: 'Keyboard shortcuts',
    keys: 'Keys',
    does: 'Does',
    control: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    switcher: 'Open the switcher',
    send: 'Send the call, also from inside a text field',
    compare: 'Send and compare with another authentication',
    shortcuts: 'Show these shortcuts',
    close: 'Close the dialog or list on top',
  },
  toDark: 'Switch to dark theme',
  toLight: 'Switch to light theme',
  loading: 'Loading your keyring',
  actAs: 'Act as:',
  inLanguage: 'The page is in English now.',
  languageNotLoaded: 'The language could not be loaded. Try again.',

  notFound: {
    page: 'Page not found',
    title: 'Page not found',
    text: 'There is nothing at this address.',
    malformed: 'The address names no user or app.',
  },
  needed: {
    page: 'Authentication needed',
    title: (who: string) => `This link needs ${who}`,
    text: 'You do not have this authentication in your keyring. Add it to open the link, or try one you have.',
    add: (reference: string) => `Add ${reference}`,
    others: 'Open with another authentication',
  },
  signedOut: {
    page: 'Signed out',
    title: (name: string) => `Signed out of ${name}`,
    elsewhere: (name: string) => `You signed out of ${name} in another tab.`,
  },
  broken: {
    page: 'Page broken',
    title: 'This page broke',
    text: 'This is a fault of Podio Keyring, not of yours. Nothing was sent twice. Reload to go on.',
    notLoaded: 'This page could not be loaded',
  },
  cannotOpen: (name: string, app: string) => `${name} cannot open items of ${app}, so here are its own.`,
  unreachable: {
    page: 'No answer',
    title: 'The keyring server does not answer',
    text: 'Nothing is lost. Your authentications are on the server.',
    banner: (waitSeconds: number) =>
      `The keyring server does not answer. Trying again in ${number(waitSeconds)} ${waitSeconds === 1 ? 'second' : 'seconds'}.`,
    /** Said once; the seconds are shown, not spoken. */
    said: 'The keyring server does not answer.',
    trying: 'The keyring server does not answer. Trying again…',
    tryNow: 'Try now',
    back: 'The keyring server answers again.',
    offline: (since: string | undefined) => `You are offline.${since ? ` You see data from ${since}.` : ''}`,
    online: 'You are online again.',
    old: 'This page is older than the server. Reload to get the new one.',
    reload: 'Reload',
  },
};
