import { describe, expect, it } from 'vitest';
import type { Entry, HeldTokens } from '../authentication.ts';
import { createSealer } from '../seal.ts';
import { splitStored, storedForm } from './stored-form.ts';

const sealer = createSealer(['s'.repeat(32)], 'stored');
const form = storedForm(sealer, 'keyring-1');
const entry: Entry = {
  id: 'app-7',
  method: 'app',
  ref: { type: 'app', id: 7 },
  name: 'Seven',
  scope: 'space:all',
  issuedAt: 1_800_000_000,
  expiresAt: 1_800_028_800,
  readOnly: true,
  mark: 'AAAAAAAAAAA',
};
const held: HeldTokens = {
  tokens: {
    accessToken: 'access',
    refreshToken: 'refresh',
    obtainedAt: 1_800_000_900_500,
    expiresAt: 1_800_029_700_500,
    ref: entry.ref,
    scope: 'space:all',
  },
  name: 'Seven',
  scope: 'space:all',
};

describe('what a store holds of an authentication', () => {
  it('is given back whole: its entry where it is listed, and beside its tokens', () => {
    expect(form.openEntry(form.sealEntry(entry), 'app-7')).toEqual(entry);
    expect(form.open(form.seal({ entry, held }), 'app-7')).toEqual({ entry, held });
    const user: Entry = { ...entry, id: 'user-12', ref: { type: 'user', id: 12 }, method: 'password', readOnly: false, scope: null };
    const tokens = { ...held.tokens, ref: user.ref, scope: undefined };
    expect(form.open(form.seal({ entry: user, held: { ...held, tokens } }), 'user-12')).toEqual({
      entry: user,
      held: { ...held, tokens, scope: null },
    });
  });

  it('ST9 opens in its own place only', () => {
    const [listed, stored] = [form.sealEntry(entry), form.seal({ entry, held })];
    expect([form.openEntry(listed, 'app-8'), form.open(stored, 'app-8')]).toEqual([undefined, undefined]);
    expect([form.open(listed, 'app-7'), form.openEntry(stored, 'app-7')]).toEqual([undefined, undefined]);
    const other = storedForm(sealer, 'keyring-2');
    expect([other.openEntry(listed, 'app-7'), other.open(stored, 'app-7')]).toEqual([undefined, undefined]);
  });

  it('ST13 has these names and is bound to this place, by which instances of other versions know it', () => {
    const listed = { method: 'app', name: 'Seven', scope: 'space:all', issued: 1_800_000_000, expires: 1_800_028_800, readOnly: true };
    const plain = (sealed: string, place: string) => JSON.parse(String(sealer.open(sealed, place))) as unknown;
    expect(plain(form.sealEntry(entry), 'entry 1\nkeyring-1\napp-7')).toEqual({ ...listed, mark: 'AAAAAAAAAAA' });
    expect(plain(form.seal({ entry, held }), 'authentication 1\nkeyring-1\napp-7')).toEqual({
      ...listed,
      mark: 'AAAAAAAAAAA',
      access: 'access',
      refresh: 'refresh',
      ends: 1_800_029_700_500,
      obtained: 1_800_000_900_500,
    });
  });
});

describe('a value with its number', () => {
  it.each([
    ['12.sealed', ['12', 'sealed']],
    ['1.a.b', ['1', 'a.b']],
    ['1.', ['1', '']],
    ['.sealed', undefined],
    ['sealed', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j is %j', (value, expected) => {
    expect(splitStored(value)).toEqual(expected);
  });
});
