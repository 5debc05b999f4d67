/**
 * Every address of the app is built here. The acting authentication is in the address and nowhere else, so a link, a
 * reload, Back and a second tab keep it.
 */

/** Who an address acts as, taken apart: `user-1` is `{ type: 'user', id: 1 }`. */
export interface AuthRef {
  type: 'user' | 'app';
  id: number;
}

/** The ref an authentication's id names, or undefined where the text names no user or app. */
export function parseAuthId(text: string): AuthRef | undefined {
  const match = /^(user|app)-([1-9]\d{0,15})$/.exec(text);
  if (!match) return undefined;
  return { type: match[1] as AuthRef['type'], id: Number(match[2]) };
}

type Parameters = Record<string, string | number | undefined>;

function withQuery(path: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== '') query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

interface Return {
  /** Path of this app to come back to. */
  return?: string;
}

export const paths = {
  start: () => '/',
  signIn: (to: Return = {}) => withQuery('/sign-in', { return: to.return }),
  signInAsApp: (to: Return & { app?: string | number } = {}) => withQuery('/sign-in/app', { app: to.app, return: to.return }),
  signInWithPassword: (to: Return = {}) => withQuery('/sign-in/password', { return: to.return }),
  importApps: (to: Return = {}) => withQuery('/sign-in/import', { return: to.return }),
  callback: () => '/callback',
  /** Where the tab ends that was opened to sign in again; it says that it can be closed. */
  signedInAgain: (authId: string) => `/callback?again=${authId}`,
  authentications: () => '/authentications',
  home: (authId: string) => `/as/${authId}`,
  /** `search` as it stands in an address, with or without its `?`. */
  items: (authId: string, appId: string | number, search = '') =>
    `/as/${authId}/apps/${appId}/items${search && !search.startsWith('?') ? `?${search}` : search}`,
  item: (authId: string, appId: string | number, itemId: string | number) => `/as/${authId}/apps/${appId}/items/${itemId}`,
  /** `path` is a path of Podio's API, with its query. */
  explorer: (authId: string, call: { method?: string; path?: string } = {}) => withQuery(`/as/${authId}/explorer`, call),
  calls: (authId: string) => `/as/${authId}/calls`,
  /** One call as two authentications, `a` and `b`. */
  compare: (compared: { a?: string; b?: string; method?: string; path?: string }) => withQuery('/compare', compared),
};

/**
 * The same page under another authentication: the explorer and the calls stay; items of app N stay for a person and for app N;
 * everything else goes to the other's home.
 */
export function swapAuthentication(address: string, targetId: string): string {
  const [, page, search] = /^\/as\/[^/?#]+(\/[^?#]*)?(\?[^#]*)?/.exec(address) ?? [];
  if (page === undefined) return paths.home(targetId);
  const target = parseAuthId(targetId);
  const app = /^\/apps\/(\d+)\//.exec(page)?.[1];
  const stays = page === '/explorer' || page === '/calls' || (app !== undefined && (target?.type === 'user' || String(target?.id) === app));
  return stays ? `/as/${targetId}${page}${search ?? ''}` : paths.home(targetId);
}

/** A path of this app, safe to go to: what would leave the origin is undefined. */
export function sameOriginPath(text: string | null | undefined): string | undefined {
  if (!text?.startsWith('/') || /^\/[/\\]/.test(text)) return undefined;
  const url = new URL(text, location.origin);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : undefined;
}
