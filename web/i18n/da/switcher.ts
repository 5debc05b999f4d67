import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');

/** The switcher, and the states that it shares with the list of authentications. */
export const switcher: Words['switcher'] = {
  actingAs: 'Handler som',
  choose: 'Vælg…',
  find: 'Find en godkendelse',
  list: 'Godkendelser',
  recent: 'Seneste',
  people: 'Personer',
  apps: 'Apps',
  matches: (count) => `${number(count)} fundet`,
  none: 'Ingen godkendelse passer. Kontrollér stavningen, eller tilføj den.',
  manage: (count) => `Administrér alle ${number(count)}`,
  acting: (name) => `Handler som ${name}.`,
};

export const states: Words['states'] = {
  active: 'Aktiv',
  expires: (days) => (days < 1 ? 'Udløber i dag' : `Udløber om ${number(days)} ${plural(days, { one: 'dag', other: 'dage' })}`),
  signInAgain: 'Log ind igen',
  rateLimited: 'Kald opbrugt',
  checking: 'Kontrollerer',
  callsLeft: (count) => `${number(count)} kald tilbage`,
};

/** Asked before an app is signed out of, and done at once for a person. */
export const signOut: Words['signOut'] = {
  button: 'Log ud',
  title: (name) => `Vil du logge ud af ${name}?`,
  text: 'Du skal bruge dens app-token for at logge ind igen.',
  of: (named) => `Log ud af ${named}`,
  busy: 'Logger ud…',
  done: (name) => `Logget ud af ${name}.`,
  failed: (reason) => `Ikke logget ud: ${reason}`,
};
