import { randomBytes } from 'node:crypto';
import { type CookieNames, cookieValues, setCookie } from '../../http/cookies.ts';
import type { CookieHeader } from '../keyring.ts';
import { OpenedValues } from '../opened-values.ts';
import { createSealer, type OnUnknownKey, type Sealer } from '../seal.ts';

/** Browsers keep a cookie 400 days at most (RFC 6265bis §5.5); what it opens ends long before. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** Longest sealed text of a store that is looked at, in characters. */
const longestStored = 64 * 1024;

const version = 1;
const idBytes = 16;
const keyBytes = 32;
const headBytes = 1 + 4 + idBytes;

/** What a browser brings along where a store keeps its keyring: opaque ids, and the key that opens what lies there. */
export interface BrowserCookie {
  /** Stays when a keyring begins or ends: sign-ins under way are bound to it. */
  readonly browserId: string;
  readonly keyring: StoredKeyring | undefined;
}

export interface StoredKeyring {
  readonly id: string;
  readonly key: Buffer;
  readonly sealer: Sealer;
}

export interface BrowserCookies {
  read(cookies: CookieHeader): BrowserCookie | undefined;
  write(cookie: BrowserCookie): string;
  clear(): string;
}

/** @param now ms since 1970 */
export function createBrowserCookies(
  secrets: readonly string[],
  names: CookieNames,
  now: () => number,
  onUnknownKey?: OnUnknownKey,
): BrowserCookies {
  const sealer = createSealer(secrets, 'browser', onUnknownKey);
  const opened = new OpenedValues<{ cookie: BrowserCookie; writtenAt: number }>(5_000);
  const seconds = () => Math.floor(now() / 1000);

  const open = (sealed: string) => {
    const known = opened.get(sealed);
    if (known) return known;
    const plain = sealer.open(sealed, '');
    const read = plain && decode(plain);
    if (read) opened.set(sealed, read);
    return read;
  };

  return {
    read(cookies) {
      for (const sealed of cookieValues(cookies, names.keyring)) {
        const read = open(sealed);
        if (read && read.writtenAt + COOKIE_SECONDS > seconds()) return read.cookie;
      }
      return undefined;
    },
    write: (cookie) => setCookie(names.keyring, '/', { value: sealer.seal(encode(cookie, seconds()), ''), maxAgeSeconds: COOKIE_SECONDS }),
    clear: () => setCookie(names.keyring, '/'),
  };
}

export function newBrowserId(): string {
  return randomBytes(idBytes).toString('base64url');
}

/** A keyring with a name and a key that nobody had before. */
export function newStoredKeyring(): StoredKeyring {
  return storedKeyring(randomBytes(idBytes), randomBytes(keyBytes));
}

function storedKeyring(id: Buffer, key: Buffer): StoredKeyring {
  return { id: id.toString('base64url'), key, sealer: createSealer([key.toString('base64url')], 'stored', undefined, longestStored) };
}

/** version ‖ seconds since 1970 ‖ browser id ‖ (keyring id ‖ key). */
function encode({ browserId, keyring }: BrowserCookie, writtenAt: number): Buffer {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(writtenAt);
  const own = keyring ? [Buffer.from(keyring.id, 'base64url'), keyring.key] : [];
  return Buffer.concat([Buffer.of(version), time, Buffer.from(browserId, 'base64url'), ...own]);
}

function decode(plain: Buffer): { cookie: BrowserCookie; writtenAt: number } | undefined {
  if (plain[0] !== version || (plain.length !== headBytes && plain.length !== headBytes + idBytes + keyBytes)) return undefined;
  const keyring =
    plain.length === headBytes
      ? undefined
      : storedKeyring(plain.subarray(headBytes, headBytes + idBytes), plain.subarray(headBytes + idBytes));
  return { cookie: { browserId: plain.subarray(5, headBytes).toString('base64url'), keyring }, writtenAt: plain.readUInt32BE(1) };
}
