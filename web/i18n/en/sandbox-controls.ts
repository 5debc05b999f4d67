import { formatter } from '../format.ts';

const { number, plural } = formatter('en');
const authentications = (count: number) => `${number(count)} ${plural(count, { one: 'authentication', other: 'authentications' })}`;

/** What can be done with the sandbox that stands in for Podio. */
export const sandboxControls = {
  title: 'Sandbox controls',
  about: 'All of this happens in the sandbox that stands in for Podio. Nothing reaches the real one.',
  loading: 'Loading the controls',
  failed: (reason: string) => `The sandbox did not do it: ${reason}`,

  time: 'Time',
  hours: 'Advance 8 hours (access tokens expire)',
  hoursDone: "The sandbox's clock moved on by 8 hours. The next call of each authentication renews its token.",
  days: 'Advance 28 days (refresh tokens expire)',
  daysDone: "The sandbox's clock moved on by 28 days. Each authentication needs to sign in again at its next call.",

  trouble: 'Trouble',
  useUp: 'Use up the rate limit',
  usedUp: 'No authentication has calls left for this hour.',
  giveBack: 'Give the calls back',
  gaveBack: 'There are calls again.',
  slow: 'Make Podio slow (3 s)',
  slowOn: 'Podio takes 3 seconds for every answer now.',
  slowOff: 'Podio is as fast as ever.',
  fail: 'Make Podio fail (503)',
  failOn: 'Podio answers every call with 503 now.',
  failOff: 'Podio works again.',

  data: 'Authentications and data',
  fillers: (count: number) => `Add ${number(count)} filler apps`,
  fillersDone: (count: number) => `Added ${authentications(count)}.`,
  fillersStopped: (count: number, reason: string) => `Added ${authentications(count)}, then stopped: ${reason}`,
  fillersHeld: 'All of them are in your keyring.',
  progress: 'Adding filler apps',
  progressText: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  stop: 'Stop',
  stoppedByYou: 'you stopped it.',
  signedOut: 'you signed out of everything.',
  full: 'your keyring is full.',
  reset: 'Reset the sandbox',
  resetDone: 'The sandbox is as it was at its start: its data, its clock, and nobody signed in. Sign in again where a page asks for it.',

  planted: 'Apps that misbehave',
  plantedApps: {
    22190: 'has no items.',
    22191: 'signs in, but is refused when its token is to be renewed: sign in again.',
    22192: 'takes 3 seconds for every answer.',
    22193: 'answers every second call with 503.',
    22194: 'has 3 calls left, then 420.',
  } as Record<number, string>,
};
