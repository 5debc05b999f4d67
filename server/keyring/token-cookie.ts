import { COOKIE_BYTES, cookieValues, setCookie } from '../http/cookies.ts';
import { ProblemError } from '../http/problems.ts';
import { type Entry, type HeldTokens, REFRESH_TOKEN_SECONDS } from './authentication.ts';
import type { CookieHeader } from './keyring.ts';
import { OpenedValues } from './opened-values.ts';
import { createSealer, type OnUnknownKey } from './seal.ts';
import { LONGEST_NAME, shorten } from './short-names.ts';

/** The sealed form, version 1: short member names, since a cookie has 4096 bytes for all. */
interface Sealed {
  v: 1;
  access: string;
  refresh: string;
  expires: number;
  obtained: number;
  name: string;
  scope: string | null;
}

/** Reads and writes the token cookie of one authentication, which opens only with its keyring, its id and the mark of its sign-in. */
export interface TokenCookies {
  /** @throws {ProblemError} `podio_error` when the tokens are too long for a cookie, which a browser would drop without a word */
  seal(keyringId: string, entry: Entry, held: HeldTokens): string;
  /** undefined where the cookie did not come along, does not open, or its refresh token is past its end. */
  open(cookies: CookieHeader, keyringId: string, entry: Entry): HeldTokens | undefined;
  clear(id: string): string;
}

export interface TokenCookiesOptions {
  secrets: readonly string[];
  name: string;
  /** What the address of an authentication begins with, before `/keyring/`. */
  basePath: string;
  /** Milliseconds since 1970. */
  now: () => number;
  onUnknownKey?: OnUnknownKey | undefined;
}

export function createTokenCookies({ secrets, name, basePath, now, onUnknownKey }: TokenCookiesOptions): TokenCookies {
  const sealer = createSealer(secrets, 'authentication', onUnknownKey);
  const opened = new OpenedValues<{ keyringId: string; id: string; mark: string; held: HeldTokens }>(500);
  const path = (id: string) => `${basePath}/keyring/${id}`;

  const openSealed = (sealed: string, keyringId: string, entry: Entry): HeldTokens | undefined => {
    const known = opened.get(sealed);
    if (known) return known.keyringId === keyringId && known.id === entry.id && known.mark === entry.mark ? known.held : undefined;
    const plain = sealer.open(sealed, binding(keyringId, entry));
    const held = plain && decode(plain, entry);
    if (held) opened.set(sealed, { keyringId, id: entry.id, mark: entry.mark, held });
    return held;
  };

  return {
    seal(keyringId, entry, held) {
      const sealed = (what: HeldTokens) => {
        const value = sealer.seal(Buffer.from(JSON.stringify(encode(what))), binding(keyringId, entry));
        return setCookie(name, path(entry.id), { value, maxAgeSeconds: REFRESH_TOKEN_SECONDS });
      };
      let cookie = sealed(held);
      // A granted scope can name any number of spaces and apps; it is shown, never needed, so it gives way to the tokens.
      if (cookie.length > COOKIE_BYTES) cookie = sealed({ ...held, scope: null });
      if (cookie.length > COOKIE_BYTES)
        throw new ProblemError(
          'podio_error',
          `Podio's tokens are too long to be kept in a cookie (${cookie.length} of ${COOKIE_BYTES} bytes).`,
        );
      return cookie;
    },

    open(cookies, keyringId, entry) {
      for (const sealed of cookieValues(cookies, name)) {
        const held = openSealed(sealed, keyringId, entry);
        if (held && held.tokens.obtainedAt + REFRESH_TOKEN_SECONDS * 1000 > now()) return held;
      }
      return undefined;
    },

    clear: (id) => setCookie(name, path(id)),
  };
}

function binding(keyringId: string, entry: Entry): string {
  return `${keyringId}\n${entry.id}\n${entry.mark}`;
}

function encode({ tokens, name, scope }: HeldTokens): Sealed {
  return {
    v: 1,
    access: tokens.accessToken,
    refresh: tokens.refreshToken,
    expires: tokens.expiresAt,
    obtained: tokens.obtainedAt,
    name: shorten(name, LONGEST_NAME),
    scope,
  };
}

function decode(plain: Buffer, entry: Entry): HeldTokens | undefined {
  const sealed = JSON.parse(plain.toString()) as Sealed;
  if (sealed.v !== 1) return undefined;
  return {
    tokens: {
      accessToken: sealed.access,
      refreshToken: sealed.refresh,
      expiresAt: sealed.expires,
      obtainedAt: sealed.obtained,
      ref: entry.ref,
      scope: sealed.scope ?? undefined,
    },
    name: sealed.name,
    scope: sealed.scope,
  };
}
