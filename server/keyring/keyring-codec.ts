import type { Method } from '../contract.ts';
import { authenticationId, type Entry } from './authentication.ts';
import { shortenAll } from './short-names.ts';
import { ByteReader, ByteWriter } from './wire-bytes.ts';

/** What the keyring cookie holds: which authentications exist, and no token. */
export interface KeyringState {
  /** Random; what the token cookies of this keyring are bound to. */
  readonly keyringId: string;
  /** Seconds since 1970 of the last write; the cookie's age counts from it. */
  readonly writtenAt: number;
  readonly entries: readonly Entry[];
}

const formatVersion = 1;
const keyringIdBytes = 16;
const markBytes = 8;
const methods: readonly Method[] = ['authorization_code', 'app', 'password'];
const noScope = 255;
/** The default scope and five more of 100 characters, each with its length. */
const scopeBytes = 6 * 102;

/**
 * Packs a keyring into at most `budget` bytes. Sixty entries in one cookie leave some 20 bytes a name, which JSON would not.
 * Names are shortened, the longest first; a scope that does not fit is left out; nothing else is ever given up.
 *
 * @throws {RangeError} when it does not fit even so: the capacity was set too high
 */
export function encodeKeyring(state: KeyringState, defaultScope: string, budget: number): Buffer {
  const scopes = fittingScopes(state.entries, defaultScope);
  const names = state.entries.map((entry) => entry.name);
  const withoutNames = write(state, scopes, []);
  const encoded = write(state, scopes, shortenAll(names, budget - withoutNames.length));
  if (encoded.length > budget) throw new RangeError(`a keyring of ${state.entries.length} takes ${encoded.length} bytes of ${budget}`);
  return encoded;
}

/** @returns undefined for bytes of another format: such a keyring counts as absent */
export function decodeKeyring(bytes: Uint8Array): KeyringState | undefined {
  try {
    const reader = new ByteReader(bytes);
    if (reader.byte() !== formatVersion) return undefined;
    const keyringId = reader.bytes(keyringIdBytes).toString('base64url');
    const writtenAt = reader.varint();
    const scopes = Array.from({ length: reader.byte() }, () => reader.text());
    const entries = Array.from({ length: reader.byte() }, () => readEntry(reader, scopes));
    return { keyringId, writtenAt, entries };
  } catch (error) {
    if (error instanceof RangeError) return undefined; // it ended early: sealed by another version of this program
    throw error;
  }
}

function write(state: KeyringState, scopes: readonly string[], names: readonly string[]): Buffer {
  const numbers = new Map<string | null, number>(scopes.map((scope, index) => [scope, index]));
  const writer = new ByteWriter();
  writer.byte(formatVersion);
  writer.bytes(Buffer.from(state.keyringId, 'base64url'));
  writer.varint(state.writtenAt);
  writer.byte(scopes.length);
  for (const scope of scopes) writer.text(scope);
  writer.byte(state.entries.length);
  state.entries.forEach((entry, index) => {
    writer.byte((entry.ref.type === 'app' ? 1 : 0) | (methods.indexOf(entry.method) << 1) | (entry.readOnly ? 8 : 0));
    writer.byte(numbers.get(entry.scope) ?? noScope);
    writer.varint(entry.ref.id);
    writer.bytes(Buffer.from(entry.mark, 'base64url'));
    writer.varint(entry.issuedAt);
    writer.varint(Math.max(0, entry.expiresAt - entry.issuedAt));
    writer.text(names[index] ?? '');
  });
  return writer.toBuffer();
}

function readEntry(reader: ByteReader, scopes: readonly string[]): Entry {
  const flags = reader.byte();
  const scopeIndex = reader.byte();
  const ref = { type: flags & 1 ? ('app' as const) : ('user' as const), id: reader.varint() };
  const mark = reader.bytes(markBytes).toString('base64url');
  const issuedAt = reader.varint();
  const lifetime = reader.varint();
  return {
    id: authenticationId(ref),
    method: methods[(flags >> 1) & 3] ?? 'app',
    ref,
    name: reader.text(),
    scope: scopes[scopeIndex] ?? null,
    issuedAt,
    expiresAt: issuedAt + lifetime,
    readOnly: (flags & 8) !== 0,
    mark,
  };
}

function fittingScopes(entries: readonly Entry[], defaultScope: string): string[] {
  const wanted = new Set(entries.map((entry) => entry.scope).filter((scope) => scope !== null));
  // The default first, then the shortest: one that is longer than any that can be asked for takes no other's place.
  const rank = (scope: string) => (scope === defaultScope ? 0 : Buffer.byteLength(scope));
  const ordered = [...wanted].sort((a, b) => rank(a) - rank(b));
  const scopes: string[] = [];
  let left = scopeBytes;
  for (const scope of ordered) {
    const size = Buffer.byteLength(scope) + 2;
    if (size > left) continue;
    left -= size;
    scopes.push(scope);
  }
  return scopes;
}

export const newKeyringIdBytes = keyringIdBytes;
export const newMarkBytes = markBytes;
