/** Where Podio sends the browser back to. */
export const callback = {
  page: 'Sign in',
  title: 'Finishing sign-in…',
  waiting: 'Getting your name and spaces from Podio.',
  toAuthentications: 'Go to your authentications',
  startAgain: 'Start again',
  denied: { title: 'You did not allow access', text: 'Nothing was added. Your other authentications are as before.' },
  mismatch: {
    title: 'This sign-in could not be matched',
    text: 'It was started in another browser or took longer than 10 minutes. Start again.',
  },
  used: { title: 'This sign-in was already used', text: 'You may have gone back or reloaded.' },
  failed: { title: 'Podio did not finish the sign-in' },
  server: { title: 'The keyring server did not finish the sign-in' },
  cookies: { title: 'This browser did not keep the sign-in' },
  another: {
    title: (name: string) => `You signed in as ${name}`,
    text: (name: string, wanted: string) =>
      `You signed in as ${name}, not ${wanted}. ${first(name)} is now in your keyring. ${first(wanted)} still needs to sign in again.`,
    goOn: (name: string) => `Continue as ${name}`,
    again: (wanted: string) => `Try again as ${wanted}`,
  },
  inOtherTab: { title: (name: string) => `Signed in as ${name} again`, text: 'You can close this tab.' },
};

function first(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}
