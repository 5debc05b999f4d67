import type { Tokens } from '../podio/oauth.ts';
import type { Entry, HeldTokens, SignIn } from './authentication.ts';

/** The `Cookie` header of a request, as it came. */
export type CookieHeader = string | undefined;

/** One authentication as a keyring found it. */
export type Opened =
  | { readonly state: 'unknown' }
  /** Listed, but its tokens are gone: evicted, ended, or too old. */
  | { readonly state: 'expired'; readonly entry: Entry; readonly keyringId: string }
  | {
      readonly state: 'held';
      readonly entry: Entry;
      readonly keyringId: string;
      readonly held: HeldTokens;
      /** Milliseconds since 1970. */
      readonly openedAt: number;
    };

export type OpenedHeld = Extract<Opened, { state: 'held' }>;

/**
 * All authentications that one browser holds, and their tokens. Nothing here says which of them is "current": each request names the
 * one it acts as.
 *
 * The methods that write answer with `Set-Cookie` values for the browser. Only `put`, `setReadOnly`, `remove` and `clear` write which
 * authentications exist; the app holds its lock around the requests that call them, since the last writer wins.
 */
export interface Keyring {
  readonly capacity: number;
  list(cookies: CookieHeader): readonly Entry[];
  open(cookies: CookieHeader, id: string): Opened;
  /** @throws {ProblemError} `keyring_full` unless that ref is held already; `podio_error` when tokens do not fit in a cookie */
  put(cookies: CookieHeader, signIn: SignIn): { entry: Entry; held: HeldTokens; keyringId: string; cookies: string[] };
  /**
   * The cookie that stores refreshed tokens, or none where a sign-in or sign-out has meanwhile ended this authentication.
   *
   * @throws {ProblemError} `podio_error` when they do not fit in a cookie
   */
  renew(opened: OpenedHeld, tokens: Tokens): string[];
  /** @returns undefined where there is no such authentication, or none any more */
  setReadOnly(cookies: CookieHeader, id: string, readOnly: boolean): { entry: Entry; cookies: string[] } | undefined;
  remove(cookies: CookieHeader, id: string): string[];
  clear(cookies: CookieHeader): string[];
}
