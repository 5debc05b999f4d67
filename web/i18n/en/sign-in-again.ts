/** Repairing an authentication that Podio no longer renews, in place. */
export const signInAgain = {
  region: 'Sign-in needed',
  needed: (name: string) => `${name} needs to sign in again.`,
  since: (time: string) => `You see data from ${time}.`,
  title: (name: string) => `Sign in again as ${name}`,
  ended: 'Podio ended this authentication.',
  kept: 'Your call and text are kept.',
  submit: 'Sign in',
  submitAndSend: 'Sign in and send again',
  notNow: 'Not now',
  done: (name: string) => `Signed in as ${name} again.`,
  notRepeated: { before: 'Signed in again. Your call was', strong: 'not', after: 'repeated. Send it when you are ready.' },
  podio: {
    button: 'Continue with Podio',
    busy: 'Waiting for the other tab…',
    opens: 'Podio opens in a new tab. This page goes on by itself when you have signed in there.',
    blocked: 'This browser did not open a new tab.',
    here: 'Continue here instead',
    going: 'Going to Podio…',
  },
  other: (name: string, wanted: string) => `That was ${name}, who is in your keyring now. ${wanted} still needs to sign in again.`,
  keyringEnded: {
    page: 'Sign in',
    title: 'Your keyring has ended',
    text: 'You need to sign in again. A draft in this tab is kept.',
  },
};
