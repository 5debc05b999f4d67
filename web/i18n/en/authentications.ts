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
  noneInState: 'No authentication is in this state.',
  showAll: 'Show all',
  state: 'State',
  states: {
    all: 'All',
    active: 'Active',
    'expires-soon': 'Expires soon',
    'sign-in-again': 'Sign in again',
    'rate-limited': 'Rate limited',
  },
  sort: {
    by: 'Sort by',
    added: 'When added',
    sorted: (column: string, order: string) => `Sorted by ${column}, ${order}`,
    orders: {
      added: { ascending: 'oldest first', descending: 'newest first' },
      name: { ascending: 'A to Z', descending: 'Z to A' },
      state: { ascending: 'most urgent first', descending: 'most urgent last' },
      used: { ascending: 'longest ago first', descending: 'latest first' },
    },
  },
  select: (named: string) => `Select ${named}`,
  selectAll: 'Select all',
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
  ordinary: (remaining: number, limit: number) => `Ordinary calls ${number(remaining)} of ${number(limit)}`,
  heavy: (remaining: number, limit: number) => `Heavy calls ${number(remaining)} of ${number(limit)}`,
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
  edit: {
    button: 'Edit',
    of: (named: string) => `Edit ${named}`,
    label: 'Label',
    labelHint: (podioName: string) => `Podio calls it ${podioName}. Only this browser knows your label and colour.`,
    colour: 'Colour',
    colours: {
      rose: 'Rose',
      orange: 'Orange',
      amber: 'Amber',
      green: 'Green',
      teal: 'Teal',
      sky: 'Sky',
      indigo: 'Indigo',
      violet: 'Violet',
    },
    ask: 'Ask before POST and PUT',
    askHint: 'In the API explorer. A DELETE always asks; a POST that only reads never does.',
    save: 'Save',
    saved: (name: string) => `Saved ${name}.`,
  },
  reserve: {
    label: 'Calls kept in reserve',
    none: 'None',
    choice: (calls: number) => `${number(calls)} of 1,000`,
    hint: 'With fewer calls left this hour, pages do not read again by themselves. What you ask for is always sent.',
  },
  report: {
    button: 'Copy report',
    head: (value: number, at: string) => `Podio Keyring, ${count(value)}, ${at}`,
    until: (day: string) => `can be renewed until ${day}`,
    copied: (value: number) => `Copied a report of ${count(value)}.`,
  },
  selected: {
    button: (value: number) => `Sign out of selected (${number(value)})`,
    none: 'Select authentications to sign out of several at once.',
    title: (value: number) => `Sign out of ${count(value)}?`,
    text: (apps: number) =>
      apps > 0
        ? `You need the app tokens of ${number(apps)} ${plural(apps, { one: 'app', other: 'apps' })} to sign in to them again.`
        : 'Nothing changes in Podio.',
    confirm: (value: number) => `Sign out of ${number(value)}`,
    progress: 'Signing out',
    sofar: (done: number, total: number) => `${number(done)} of ${number(total)}`,
    stop: 'Stop',
    ended: (done: number, failed: number, left: number) =>
      `${[
        `${number(done)} signed out`,
        ...(failed > 0 ? [`${number(failed)} not`] : []),
        ...(left > 0 ? [`stopped before ${number(left)} more`] : []),
      ].join(', ')}.`,
    reason: (name: string, reason: string) => `${name}: ${reason}`,
  },
  everything: {
    button: 'Sign out of everything',
    title: 'Sign out of everything?',
    text: (value: number) =>
      `This ends ${count(value)} in this browser. Nothing changes in Podio. Labels, colours and what was used last are forgotten too.`,
    confirm: (value: number) => `Sign out of all ${number(value)}`,
  },
};
