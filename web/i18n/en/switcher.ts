import { formatter } from '../format.ts';

const { number, plural } = formatter('en');

/** The switcher, and the states that it shares with the list of authentications. */
export const switcher = {
  actingAs: 'Acting as',
  choose: 'Choose…',
  find: 'Find an authentication',
  list: 'Authentications',
  recent: 'Recent',
  people: 'People',
  apps: 'Apps',
  matches: (count: number) => `${number(count)} ${plural(count, { one: 'match', other: 'matches' })}`,
  none: 'No authentication matches. Check the spelling or add it.',
  manage: (count: number) => `Manage all ${number(count)}`,
  acting: (name: string) => `Acting as ${name}.`,
};

export const states = {
  active: 'Active',
  expires: (days: number) => (days < 1 ? 'Expires today' : `Expires in ${number(days)} ${plural(days, { one: 'day', other: 'days' })}`),
  signInAgain: 'Sign in again',
  rateLimited: 'Rate limited',
  checking: 'Checking',
  callsLeft: (count: number) => `${number(count)} ${plural(count, { one: 'call', other: 'calls' })} left`,
};

/** Asked before an app is signed out of, and done at once for a person. */
export const signOut = {
  button: 'Sign out',
  title: (name: string) => `Sign out of ${name}?`,
  text: 'You need its app token to sign in again.',
  of: (named: string) => `Sign out of ${named}`,
  busy: 'Signing out…',
  done: (name: string) => `Signed out of ${name}.`,
  failed: (reason: string) => `Not signed out: ${reason}`,
};
