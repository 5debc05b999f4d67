import type { Method, Ref } from '../../contract.ts';
import type { Entry, HeldTokens } from '../authentication.ts';
import type { Sealer } from '../seal.ts';

/**
 * The version of the form in which a store holds entries and tokens, bound into each seal: what has another does not open here, and counts
 * as absent. Members that are not known are passed over, so that a newer instance may add some while older ones still run.
 */
const formVersion = 1;

/** What is listed. The id is where it lies, and tells the ref. Times are whole seconds since 1970. */
interface StoredEntry {
  method: Method;
  name: string;
  scope: string | null;
  issued: number;
  expires: number;
  readOnly: boolean;
  mark: string;
}

/** The same with its tokens; `ends` and `obtained` are milliseconds since 1970. */
interface StoredTokens extends StoredEntry {
  access: string;
  refresh: string;
  ends: number;
  obtained: number;
}

/** An entry and its tokens. A store has room for the whole name and scope, so they are those of the entry. */
export interface StoredAuthentication {
  readonly entry: Entry;
  readonly held: HeldTokens;
}

/** Seals for one place, so that what lies in another does not open here. */
export interface StoredForm {
  sealEntry(entry: Entry): string;
  openEntry(sealed: string, id: string): Entry | undefined;
  seal(what: StoredAuthentication): string;
  open(sealed: string, id: string): StoredAuthentication | undefined;
}

/** @param keyringId with the id of an authentication and the version it is what a value is bound to */
export function storedForm(sealer: Sealer, keyringId: string): StoredForm {
  const place = (kind: string, id: string) => `${kind} ${formVersion}\n${keyringId}\n${id}`;
  const seal = (value: StoredEntry, kind: string, id: string) => sealer.seal(Buffer.from(JSON.stringify(value)), place(kind, id));
  const open = <T>(sealed: string, kind: string, id: string): T | undefined => {
    const plain = sealer.open(sealed, place(kind, id));
    return plain && (JSON.parse(plain.toString()) as T);
  };

  return {
    sealEntry: (entry) => seal(encode(entry), 'entry', entry.id),
    openEntry(sealed, id) {
      const stored = open<StoredEntry>(sealed, 'entry', id);
      return stored && decode(stored, id);
    },
    seal({ entry, held: { tokens } }) {
      const { accessToken: access, refreshToken: refresh, expiresAt: ends, obtainedAt: obtained } = tokens;
      const stored: StoredTokens = { ...encode(entry), access, refresh, ends, obtained };
      return seal(stored, 'authentication', entry.id);
    },
    open(sealed, id) {
      const stored = open<StoredTokens>(sealed, 'authentication', id);
      if (!stored) return undefined;
      const { access, refresh, ends, obtained, name, scope } = stored;
      const entry = decode(stored, id);
      const times = { expiresAt: ends, obtainedAt: obtained };
      const tokens = { accessToken: access, refreshToken: refresh, ...times, ref: entry.ref, scope: scope ?? undefined };
      return { entry, held: { tokens, name, scope } };
    },
  };
}

function encode({ method, name, scope, issuedAt: issued, expiresAt: expires, readOnly, mark }: Entry): StoredEntry {
  return { method, name, scope, issued, expires, readOnly, mark };
}

function decode({ method, name, scope, issued, expires, readOnly, mark }: StoredEntry, id: string): Entry {
  return { id, method, ref: refOf(id), name, scope, issuedAt: issued, expiresAt: expires, readOnly, mark };
}

/** `app-22117` is `{type: 'app', id: 22117}`: only what we sealed under an id comes to this. */
function refOf(id: string): Ref {
  const [type = '', number = ''] = id.split('-', 2);
  return { type: type as Ref['type'], id: Number(number) };
}

/** The digits before the first dot, and what follows it. */
export function splitStored(value: string | null | undefined): [number: string, sealed: string] | undefined {
  const at = value?.indexOf('.') ?? -1;
  return value && at > 0 ? [value.slice(0, at), value.slice(at + 1)] : undefined;
}
