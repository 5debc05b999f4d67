import { formatter } from '../format.ts';

const { number, plural } = formatter('en');
const seconds = (count: number) => `${number(count)} ${plural(count, { one: 'second', other: 'seconds' })}`;

/** The sign-in pages. */
export const signIn = {
  page: 'Sign in',
  title: 'Sign in to Podio',
  addTitle: 'Add authentication',
  backTo: (name: string) => `Back to ${name}`,
  promise: 'Access tokens stay on the server. Pages in your browser never see them.',
  firstVisit: 'Hold all your Podio users and apps in one place and act as any of them.',
  alreadyHere: (names: string[]) => `Signed in already: ${new Intl.ListFormat('en').format(names)}.`,
  alreadyMany: (count: number) => `Signed in already: ${number(count)} authentications.`,
  seeAll: 'See all',
  signedOutOfEverything: 'You are signed out of everything.',
  or: 'or',

  podio: {
    button: 'Continue with Podio',
    busy: 'Going to Podio…',
    when: 'Podio asks you there. Best for people.',
    another: 'Podio uses the person signed in at podio.com in this browser. To add someone else, sign out there first.',
    sandbox: (username: string, password: string) => `In the sandbox, sign in as ${username} with the password ${password}.`,
  },
  app: {
    link: 'Use an app ID and app token',
    when: 'For one app, without a person: scripts and integrations.',
    title: 'Sign in as an app',
    id: 'App ID',
    idHint: 'Numbers only. In Podio: open the app, then settings, then Developer.',
    token: 'App token',
    reveal: { show: 'Show app token', hide: 'Hide app token', shown: 'App token is shown', hidden: 'App token is hidden' },
    label: 'Label (optional)',
    submit: 'Sign in as app',
    filled: 'Filled in app ID and app token.',
    isAddress: "That is the app's address. The ID is under Developer.",
    needsId: 'Enter the app ID',
    idIsNumber: 'Enter the app ID as numbers only, like 22119',
    needsToken: 'Enter the app token',
    rejected:
      'Podio did not accept this app ID and token. Check both: a token belongs to one app, and a new token makes the old one useless.',
    samples: 'Sandbox apps, ready to fill in:',
    fill: (named: string) => `Fill in ${named}`,
  },
  password: {
    link: 'Use a username and password',
    when: 'Only for testing, or where nothing else works: a password opens everything that person can see.',
    title: 'Sign in with a password',
    username: 'Email address',
    password: 'Password',
    reveal: { show: 'Show password', hide: 'Hide password', shown: 'Password is shown', hidden: 'Password is hidden' },
    hint: 'If you use Google, Microsoft or two-step sign-in, use Continue with Podio.',
    submit: 'Sign in',
    needsUsername: 'Enter your email address',
    needsPassword: 'Enter your password',
    rejected: 'Podio did not accept this email address and password.',
    samples: 'Sandbox people, ready to fill in:',
    fill: (name: string) => `Fill in ${name}`,
  },
  otherWays: 'Other ways to sign in',
  busy: 'Signing in…',
  samples: {
    question: 'No Podio at hand?',
    busy: 'Signing in…',
    done: 'Sample data of the sandbox: switch between a person and three apps, or call the API as any of them.',
  },

  permissions: {
    summary: 'Permissions',
    hint: 'What you let this keyring do at Podio. You can sign in again with others at any time.',
    legend: 'Ask Podio for',
    all: 'All permissions',
    read: 'Read only',
    own: 'Own choice',
    scope: 'Scope',
    scopeHint: 'Permissions as type:permission, with spaces between, like user:read user:delete space:all.',
    about: 'What the permissions mean',
    notAScope: 'Write permissions as type:permission, like user:read space:all',
    tooLong: 'Podio takes a scope of at most 100 characters',
    asked: 'You asked for',
    granted: 'Podio granted',
    unknown: 'not told',
  },

  done: (name: string) => `Signed in as ${name}.`,
  renewed: (name: string) => `You were already signed in as ${name}. We renewed it.`,
  actAs: (name: string) => `Act as ${name}`,

  problems: {
    clientRejected: 'This keyring is not set up right: Podio does not accept its API key. Tell the person who runs it.',
    secondFactor: 'This account has two-step sign-in. Use Continue with Podio.',
    tooManyAttempts: (wait: number | undefined) =>
      `Too many attempts. Wait ${wait === undefined ? 'a minute' : seconds(wait)}, then try again.`,
    methodDisabled: 'This way to sign in is turned off here. Use another one.',
    notAllowed: 'This keyring does not take this authentication. Ask the person who runs it.',
    unreachable: 'Podio cannot be reached at the moment. What you typed is kept. Try again.',
    timeout: 'Podio did not answer in 30 seconds. What you typed is kept. Try again.',
    nonsense: 'Podio gave an answer that makes no sense. What you typed is kept. Try again.',
    store: 'The keyring server cannot reach its store. What you typed is kept. Try again in a moment.',
    server: 'The keyring server does not answer. What you typed is kept. Try again.',
    other: (detail: string) => `The keyring server refused this: ${detail}`,
    cookies:
      'The sign-in worked, but this browser did not keep its cookies. Safari drops them on http://localhost: use another browser, or visit this keyring over https. If cookies are blocked, allow them for this page.',
  },

  full: {
    title: 'Your keyring is full',
    text: (held: number, capacity: number) =>
      `It holds ${number(held)} of ${number(capacity)} authentications. Sign out of one you no longer need, then add this one.`,
    notKept: { app: 'You will need the app token again.', password: 'You will need the password again.', authorization_code: '' },
    leastUsed: 'Least recently used',
    signOutOf: (named: string) => `Sign out of ${named}`,
    still: 'Still full.',
  },
};
