import { ProblemError } from '../../http/problems.ts';
import type { Tokens } from '../../podio/oauth.ts';
import { authenticationId, type Entry, type HeldTokens, REFRESH_TOKEN_SECONDS, type SignIn } from '../authentication.ts';
import type { CookieHeader, Keyring, Opened, OpenedHeld } from '../keyring.ts';
import { keyringFull, newEntry } from '../new-entry.ts';
import { type BrowserCookies, newBrowserId, newStoredKeyring, type StoredKeyring } from './browser-cookie.ts';
import type { Connection } from './connection.ts';
import { createEnding } from './ending.ts';
import { authenticationKey, listingsKey } from './keys.ts';
import { isWrongType } from './store-problems.ts';
import { splitStored, storedForm } from './stored-form.ts';

/** Writes of one keyring that may come between reading it and writing it, before somebody else is at fault. */
const mostAttempts = 20;

export interface RedisKeyringOptions {
  connection: Connection;
  browserCookies: BrowserCookies;
  capacity: number;
  /** Hears of what lies in the store and does not open: damaged, moved there from another place, or of another version. */
  onUnreadable: (keyringId: string, id: string | undefined) => void;
  /** Hears of tokens that are newer than what the store held. */
  restore: (opened: OpenedHeld, tokens: Tokens) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * The keyring in Redis or Valkey: the browser's cookie holds its name and the key that opens it, the store holds the rest, sealed with that
 * key and bound to its place. A call reads one value, however many there are.
 */
export function createRedisKeyring({ connection, browserCookies, capacity, onUnreadable, restore, now }: RedisKeyringOptions): Keyring {
  const held = (cookies: CookieHeader) => browserCookies.read(cookies)?.keyring;

  const end = createEnding(connection);

  /** What this keyring lists under an id, as it stands there and opened. */
  const listing = async ({ id: keyringId, sealer }: StoredKeyring, id: string) => {
    const raw = await connection.hget(listingsKey(keyringId), id).catch(absentIfWrongType);
    const [, sealed] = splitStored(raw) ?? [];
    return { raw: raw ?? '', entry: sealed === undefined ? undefined : storedForm(sealer, keyringId).openEntry(sealed, id) };
  };

  const open = async (keyring: StoredKeyring, id: string): Promise<Opened> => {
    const openedAt = now();
    const value = await connection.get(authenticationKey(keyring.id, id)).catch(absentIfWrongType);
    const [generation, sealed] = splitStored(value) ?? [];
    const stored = sealed === undefined ? undefined : storedForm(keyring.sealer, keyring.id).open(sealed, id);
    if (stored && generation !== undefined)
      return { state: 'held', ...stored, keyringId: keyring.id, openedAt, stored: { sealer: keyring.sealer, generation } };
    if (value !== null) onUnreadable(keyring.id, id);
    const { entry } = await listing(keyring, id);
    return entry ? { state: 'expired', entry, keyringId: keyring.id } : { state: 'unknown' };
  };

  /** Tries until nobody wrote between reading and writing. */
  const repeatedly = async <T>(write: () => Promise<T | 'changed'>): Promise<T> => {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const outcome = await write();
      if (outcome !== 'changed') return outcome as T;
    }
    throw new ProblemError('store_unavailable', 'Too many changes of this keyring are under way. Try again in a moment.', {
      retryAfterSeconds: 1,
    });
  };

  /** @returns undefined where the keyring has ended */
  const putInto = (keyring: StoredKeyring, signIn: SignIn, begins: boolean): Promise<Entry | undefined> => {
    const id = authenticationId(signIn.ref);
    const form = storedForm(keyring.sealer, keyring.id);
    let known = begins ? { raw: '', entry: undefined } : undefined; // should it be asked twice, the second time finds what the first wrote
    return repeatedly(async () => {
      const old = known ?? (await listing(keyring, id));
      known = undefined;
      const entry = newEntry(signIn, old.entry);
      const outcome = await connection.run<string>(
        'keyringPut',
        [listingsKey(keyring.id), authenticationKey(keyring.id, id)],
        [
          id,
          old.raw,
          form.sealEntry(entry),
          form.seal({ entry, held: heldTokens(signIn) }),
          REFRESH_TOKEN_SECONDS,
          capacity,
          begins ? '1' : '',
        ],
      );
      if (outcome === 'full') throw keyringFull(capacity);
      if (outcome === 'gone') return undefined;
      return outcome === 'changed' ? 'changed' : entry;
    });
  };

  return {
    capacity,

    async list(cookies) {
      const keyring = held(cookies);
      if (!keyring) return [];
      const listings = (await connection.hgetall(listingsKey(keyring.id)).catch(absentIfWrongType)) ?? {};
      const form = storedForm(keyring.sealer, keyring.id);
      return Object.entries(listings)
        .flatMap(([id, value]) => {
          const [order, sealed] = splitStored(value) ?? [];
          const entry = sealed === undefined ? undefined : form.openEntry(sealed, id);
          if (!entry) onUnreadable(keyring.id, /^(?:user|app)-\d{1,16}$/.test(id) ? id : undefined); // else it is anybody's text
          return entry ? [{ order: Number(order), entry }] : [];
        })
        .sort((a, b) => a.order - b.order)
        .map(({ entry }) => entry);
    },

    async open(cookies, id) {
      const keyring = held(cookies);
      return keyring ? open(keyring, id) : { state: 'unknown' };
    },

    async put(cookies, signIn) {
      const browser = browserCookies.read(cookies);
      let keyring = browser?.keyring;
      let entry = keyring && (await putInto(keyring, signIn, false));
      if (!keyring || !entry) {
        // A keyring that has ended, or never began, gives its name to no other: whoever has an old cookie holds nothing of the new one.
        keyring = newStoredKeyring();
        entry = (await putInto(keyring, signIn, true)) as Entry;
      }
      const cookie = browserCookies.write({ browserId: browser?.browserId ?? newBrowserId(), keyring });
      return { entry, held: heldTokens(signIn), keyringId: keyring.id, cookies: [cookie] };
    },

    renew(opened, tokens) {
      restore(opened, tokens);
      return []; // no cookie holds them
    },

    async setReadOnly(cookies, id, readOnly) {
      const browser = browserCookies.read(cookies);
      const keyring = browser?.keyring;
      if (!keyring) return undefined;
      const form = storedForm(keyring.sealer, keyring.id);
      const entry = await repeatedly(async () => {
        const [found, { raw }] = await Promise.all([open(keyring, id), listing(keyring, id)]);
        if (found.state !== 'held') return undefined;
        const changed: Entry = { ...found.entry, readOnly };
        const outcome = await connection.run<string>(
          'keyringChange',
          [listingsKey(keyring.id), authenticationKey(keyring.id, id)],
          [id, raw, found.stored?.generation ?? '', form.sealEntry(changed), form.seal({ entry: changed, held: found.held })],
        );
        return outcome === 'changed' ? 'changed' : changed;
      });
      return entry && { entry, cookies: [browserCookies.write(browser)] };
    },

    async remove(cookies, id) {
      const keyring = held(cookies);
      if (!keyring) return { ids: [], keyringId: undefined, cookies: [] };
      const keys = [listingsKey(keyring.id), authenticationKey(keyring.id, id)];
      const ended = await connection.run<number>('keyringRemove', keys, [id]);
      return { ids: ended === 1 ? [id] : [], keyringId: keyring.id, cookies: [] };
    },

    async clear(cookies) {
      const keyring = held(cookies);
      if (!keyring) return { ids: [], keyringId: undefined, cookies: [browserCookies.clear()] };
      const ids = await end(keyring.id).catch((error: ProblemError) => {
        throw error.withCookies([browserCookies.clear()]);
      });
      return { ids, keyringId: keyring.id, cookies: [browserCookies.clear()] };
    },
  };
}

function heldTokens({ tokens, name, scope }: SignIn): HeldTokens {
  return { tokens, name, scope };
}

/** A key that holds another kind of value than ours holds nothing of this keyring. */
function absentIfWrongType(error: unknown): undefined {
  if (isWrongType(error)) return undefined;
  throw error;
}
