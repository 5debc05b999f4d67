import { formatter } from '../format.ts';

const { number, plural } = formatter('en');
const apps = (count: number) => `${number(count)} ${plural(count, { one: 'app', other: 'apps' })}`;
const lines = (count: number) => `${number(count)} ${plural(count, { one: 'line', other: 'lines' })}`;
const list = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ');

/** Adding many apps at once. */
export const importWords = {
  link: 'Import many apps at once',
  when: 'For a list: from a spreadsheet, a CSV file or an environment file.',
  short: 'Import',
  page: 'Import apps',
  title: 'Import apps',
  hint: 'Paste one app per line: app ID, app token, label. Commas, semicolons, tabs or spaces. NAME_APP_ID= and NAME_APP_TOKEN= lines work too.',
  off: 'Signing in with an app token is turned off here.',
  field: 'Apps to import',
  chooseFile: 'Choose a file',
  check: 'Check lines',
  empty: 'Paste or choose at least one line',
  fileAdded: (name: string) => `Added the lines of ${name}.`,
  notText: (name: string) => `${name} is not a text file of at most 1 MB. Save it as CSV, then choose it again.`,
  samples: 'Sandbox apps, ready to fill in:',
  fill: (count: number) => `Fill in ${apps(count)}`,
  filled: (count: number) => `Filled in ${apps(count)}.`,
  several: (count: number) => `You pasted ${apps(count)}. This form takes one.`,
  these: (count: number) => `Import these ${apps(count)}`,

  found: (found: number, notUnderstood: number, repeated: number) =>
    list(
      `${apps(found)} found`,
      notUnderstood > 0 && `${lines(notUnderstood)} not understood`,
      repeated > 0 && `${lines(repeated)} repeated`,
    ),
  table: 'Check',
  columns: {
    line: 'Line',
    appId: 'App ID',
    token: 'Token',
    label: 'Label',
    will: 'Will',
    result: 'Result',
    reason: 'Reason',
    actions: 'Actions',
  },
  add: 'add',
  renew: 'renew',
  none: '–',
  ending: (characters: string) => `…${characters}`,
  room: (room: number) =>
    room > 0
      ? `Your keyring has room for ${number(room)} more. The rest is not tried.`
      : 'Your keyring is full. Only what it holds already can be renewed.',
  seeAll: 'See all authentications',
  submit: (count: number) => `Sign in ${apps(count)}`,
  edit: 'Edit',
  line: (line: number, reason: string) => `Line ${number(line)}: ${reason}`,
  reasons: {
    'no-id': 'no app ID found',
    'bad-id': 'this is not a number that an app can have',
    'no-token': 'no app token found',
    'long-token': 'the app token is too long',
    'bad-quote': 'a quote is not closed',
    'label-is-token': 'the label looks like an app token. The order is app ID, app token, label',
    'other-variable': 'its name ends neither in _APP_ID nor in _APP_TOKEN',
    twice: 'this name stands there more than once',
    'no-partner': (missing: string) => `${missing} is missing`,
    repeated: (line: number) => `the same as line ${number(line)}`,
    replaced: (line: number) => `line ${number(line)} has another token for this app, and counts`,
  },

  running: 'Signing in apps',
  progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  stays: 'You can look at other pages meanwhile. Closing this tab stops it.',
  stop: 'Stop',
  stopping: 'Stopping…',
  goOn: 'Go on',
  waiting: (seconds: number) =>
    `Too many apps were rejected within a minute. Going on in ${number(seconds)} ${plural(seconds, { one: 'second', other: 'seconds' })}.`,
  waitingSaid: 'Too many apps were rejected within a minute. It goes on by itself.',
  paused: {
    server: 'The keyring server does not answer. Nothing is lost.',
    podio: 'Podio cannot be reached at the moment. Nothing is lost.',
    store: 'The keyring server cannot reach its store. Nothing is lost.',
  },
  results: 'Results',
  outcomes: {
    waiting: 'waiting',
    'signing-in': 'signing in…',
    added: 'signed in',
    renewed: 'renewed',
    rejected: 'rejected',
    full: 'not tried: keyring is full',
    stopped: 'not tried',
  },

  ended: ({ signedIn, rejected, notTried }: { signedIn: number; rejected: number; notTried: number }) =>
    `${list(`${number(signedIn)} signed in`, rejected > 0 && `${number(rejected)} rejected`, notTried > 0 && `${number(notTried)} not tried`)}.`,
  signedOut: 'You signed out of everything meanwhile, so the rest was not tried.',
  stoppedBy: (reason: string) => `It stopped: ${reason}`,
  full: (count: number) => `${apps(count)} not tried: keyring is full. Sign out of some that you no longer need, then go on.`,
  untried: (count: number) => `${apps(count)} not tried.`,
  goOnWith: (count: number) => `Go on with ${apps(count)}`,
  rejected: 'Rejected',
  notAccepted: 'Podio did not accept this app ID and token.',
  checkBoth: 'A token belongs to one app, and a new token makes the old one useless.',
  fix: 'Fix',
  fixNamed: (reference: string) => `Fix ${reference}`,
  fixAll: (count: number) => `Fix all ${number(count)}`,
  notUnderstood: (count: number) => `${lines(count)} not understood.`,
  back: (count: number) => `Edit ${lines(count)}`,
  returned: (count: number) => `${lines(count)} back in the field.`,
  more: 'Import more apps',
};
