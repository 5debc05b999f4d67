import { formatter } from '../format.ts';

const { number } = formatter('en');

/** What to say when a call did not work. `name` is who the call was made as. Podio's own words are only ever quoted. */
export const errors = {
  badCall: 'Podio did not understand this call.',
  itSaid: 'It said:',
  signInAgain: (name: string) => `${name} needs to sign in again.`,
  gone401: (name: string) => `${name} is no longer in the keyring of this browser. Sign in again to go on.`,
  payment: 'Podio wants a paid plan for this.',
  forbidden: (name: string) => `${name} is not allowed to do this.`,
  notFound: (name: string) => `Podio found nothing at this address, or hides it from ${name}.`,
  conflict: 'Someone changed this meanwhile. Load it again, then repeat your change.',
  deleted: 'This has been deleted in Podio.',
  rateLimited: (name: string) => `${name} has used its calls for this hour.`,
  refused: (status: number) => `Podio refused this call (${status}).`,
  podioDown: (status: number) => `Podio has a problem (${status}). Your call was not the cause.`,
  podioTimeout: 'Podio did not answer in 30 seconds.',
  podioUnreachable: 'Podio cannot be reached at the moment.',
  podioNonsense: 'Podio gave an answer that makes no sense.',
  clientRejected: 'This keyring is not set up right: Podio does not accept its API key. Tell the person who runs it.',
  readOnly: (name: string) => `${name} is set to read only in this keyring. Nothing was sent.`,
  forbiddenPath: 'This address hands out or ends credentials, so it cannot be called through the keyring. Nothing was sent.',
  badRequest: (detail: string) => `The keyring server did not send this call: ${detail}`,
  storeDown: 'The keyring server cannot reach its store. Try again in a moment.',
  other: (detail: string) => `The keyring server refused this: ${detail}`,
  serverDown: 'The keyring server does not answer.',
  notOurs: 'This answer did not come from the keyring server.',
  cancelled: 'Loading was cancelled.',
  broken: 'Something in this page went wrong.',
  /** Before the code of a refusal that is our server's own: Podio's support knows nothing of it. */
  ours: "Said by the keyring's server, not by Podio:",

  editCall: 'Edit the call',
  tryAnother: 'Try another authentication',
  reload: 'Reload',
  backToItems: 'Back to items',

  limit: {
    title: (name: string) => `${name} has used its calls for this hour`,
    text: (ordinary: number, heavy: number) => `Podio allows ${number(ordinary)} calls an hour, ${number(heavy)} for heavy ones.`,
    until: (time: string) => `It does not say when the count starts again: at the latest at ${time}, one hour after this refusal.`,
    told: (time: string) => `Podio says to wait until ${time}.`,
  },

  cannotOpen: {
    page: 'Not allowed',
    title: (name: string) => `${name} cannot open this`,
    another: 'Another authentication may.',
    others: 'Open with another authentication',
  },
};
