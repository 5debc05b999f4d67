import { formatter } from '../format.ts';

const { number, plural } = formatter('en');

/** Home of a person. */
export const home = {
  page: 'Apps',
  find: 'Find an app',
  apps: (count: number) => `${number(count)} ${plural(count, { one: 'app', other: 'apps' })}`,
  appsIn: (space: string) => `Apps in ${space}`,
  actAs: (named: string) => `Act as ${named}`,
  actAsShort: 'Act as',
  tokenHidden: (app: string, person: string) =>
    `Podio did not show the token of ${app}: ${person} does not administer this app, or this keyring's API key lacks the trust level for it. Paste the token instead.`,
  keyringFull: 'Your keyring is full. Sign out of one that you no longer need, then try again.',
  method: {
    authorization_code: 'signed in with Podio',
    app: 'signed in with an app token',
    password: 'signed in with a password',
  },
  allPermissions: 'all permissions',
  permissions: (scope: string) => `permissions ${scope}`,
  loading: 'Loading spaces',
  noApps: 'No apps in this space.',
  noMatch: (query: string) => `No app matches “${query}”.`,
  showAll: 'Show all',
  restOf: (count: number) => `Show ${number(count)} more ${plural(count, { one: 'space', other: 'spaces' })}`,
  restCosts: (count: number) =>
    `This makes ${number(count)} ${plural(count, { one: 'call', other: 'calls' })} to Podio. The search looks in the spaces shown.`,
  empty: {
    text: (name: string) => `${name} is not in any space yet. Create one in Podio, then reload.`,
    open: 'Open Podio',
  },
  noSpaces: 'No spaces in this organisation.',
};
