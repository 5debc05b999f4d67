import { createHash } from 'node:crypto';

/** Where things lie in the store. The braces mark what belongs together. */
const all = 'podio-keyring:';

/** One hash a keyring: what it lists, by id. */
export const listingsKey = (keyringId: string): string => `${all}{${keyringId}}`;
/** What the key of each authentication of a keyring begins with. */
export const authenticationPrefix = (keyringId: string): string => `${listingsKey(keyringId)}:`;
/** One string an authentication: its entry and its tokens. */
export const authenticationKey = (keyringId: string, id: string): string => `${authenticationPrefix(keyringId)}${id}`;
/** Who refreshes it at the moment. */
export const leaseKey = (keyringId: string, id: string): string => `${authenticationKey(keyringId, id)}:lease`;
/** What Podio refused to renew a moment ago. */
export const refusalKey = (keyringId: string, id: string): string => `${authenticationKey(keyringId, id)}:refused`;
/** One hash a browser: its sign-ins under way. */
export const loginsKey = (browserId: string): string => `${all}logins:{${browserId}}`;
/** For one address or name the sign-ins that Podio refused, and those that run. A hash of it: the store need not know who that is. */
export function attemptsKeys(who: string): [refused: string, running: string] {
  const key = `${all}attempts:{${createHash('sha256').update(who).digest('base64url')}}`;
  return [key, `${key}:running`];
}
