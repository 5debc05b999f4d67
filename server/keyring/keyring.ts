import type { Tokens } from '../podio/oauth.ts';
import type { Entry, HeldTokens, SignIn } from './authentication.ts';
import type { Sealer } from './seal.ts';

/** The `Cookie` header of a request, as it came. */
export type CookieHeader = string | undefined;

/** At once where nobody needs to be asked: a promise on the path of every call would cost it more than opening its cookies does. */
export type Eventually<T> = T | Promise<T>;

/** The same, by somebody who asks nobody. */
export type Immediate<T> = {
  readonly [Member in keyof T]: T[Member] extends (...input: infer Input) => Eventually<infer Answer>
    ? (...input: Input) => Answer
    : T[Member];
};

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
      /** With a store: what it held when this was read. */
      readonly stored?: Stored;
    };

/** One authentication in a store, at one moment. */
export interface Stored {
  /** Of the keyring: it comes with the browser's cookie, and opens what the store holds. */
  readonly sealer: Sealer;
  /** New with each write, and greater: what was read under an older one is not written over a newer one. */
  readonly generation: string;
}

/** What a sign-out ended: nothing, where nothing was held. */
export interface Ended {
  readonly ids: readonly string[];
  readonly keyringId: string | undefined;
  readonly cookies: string[];
}

export type OpenedHeld = Extract<Opened, { state: 'held' }>;

/**
 * All authentications that one browser holds, and their tokens. Nothing here says which of them is "current": each request names the
 * one it acts as. A store that does not answer makes each method fail with `store_unavailable`.
 *
 * The methods that write answer with `Set-Cookie` values for the browser. Only `put`, `setReadOnly`, `remove` and `clear` write which
 * authentications exist; the app holds its lock around the requests that call them, since the last writer wins.
 */
export interface Keyring {
  readonly capacity: number;
  list(cookies: CookieHeader): Eventually<readonly Entry[]>;
  open(cookies: CookieHeader, id: string): Eventually<Opened>;
  /** @throws {ProblemError} `keyring_full` unless that ref is held already; `podio_error` when tokens do not fit in a cookie */
  put(cookies: CookieHeader, signIn: SignIn): Eventually<{ entry: Entry; held: HeldTokens; keyringId: string; cookies: string[] }>;
  /**
   * The cookie that stores refreshed tokens, or none where a sign-in or sign-out has meanwhile ended this authentication, and none where a
   * store keeps them: it has them already.
   *
   * @throws {ProblemError} `podio_error` when they do not fit in a cookie
   */
  renew(opened: OpenedHeld, tokens: Tokens): string[];
  /** @returns undefined where there is no such authentication, or none any more */
  setReadOnly(cookies: CookieHeader, id: string, readOnly: boolean): Eventually<{ entry: Entry; cookies: string[] } | undefined>;
  remove(cookies: CookieHeader, id: string): Eventually<Ended>;
  clear(cookies: CookieHeader): Eventually<Ended>;
}
