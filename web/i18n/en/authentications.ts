import { formatter } from '../format.ts';

const { number, plural } = formatter('en');
const count = (value: number) => `${number(value)} ${plural(value, { one: 'authentication', other: 'authentications' })}`;

/** The list of all authentications. */
export const authentications = {
  page: 'Authentications',
  title: 'Authentications',
  held: (held: number, capacity: number) => `${number(held)} of ${number(capacity)}`,
  active: (value: number) => `${number(value)} active`,
  expiring: (value: number) => `${number(value)} ${plural(value, { one: 'expires', other: 'expire' })} soon`,
  expired: (value: number) => `${number(value)} ${plural(value, { one: 'needs', other: 'need' })} sign-in`,
  find: 'Find an authentication',
  noMatch: 'No authentication matches.',
  showAll: 'Show all',
  columns: {
    name: 'Name',
    reference: 'Reference',
    method: 'Method',
    state: 'State',
    left: 'Calls left',
    readOnly: 'Read-only',
    used: 'Last used',
    actions: 'Actions',
  },
  callsLeft: (remaining: number, limit: number) => `${number(remaining)}/${number(limit)}`,
  unknown: '–',
  never: '–',
  now: 'now',
  loading: 'Loading your authentications',
  empty: 'Nothing in your keyring yet.',
  readOnly: {
    of: (named: string) => `Read-only: ${named}`,
    on: (name: string) => `${name} only reads now.`,
    off: (name: string) => `${name} can change things again.`,
    failed: (reason: string) => `Not changed: ${reason}`,
  },
  everything: {
    button: 'Sign out of everything',
    title: 'Sign out of everything?',
    text: (value: number) =>
      `This ends ${count(value)} in this browser. Nothing changes in Podio. Labels and what was used last are forgotten too.`,
    confirm: (value: number) => `Sign out of all ${number(value)}`,
  },
};
