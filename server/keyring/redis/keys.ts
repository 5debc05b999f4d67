/** Where things lie in the store. The braces keep what belongs to one keyring on one node of a cluster. */
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
/** One hash an address or name: sign-ins that Podio refused, and those that run. */
export const attemptsKey = (who: string): string => `${all}attempts:{${who}}`;
