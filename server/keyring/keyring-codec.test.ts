import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Method } from '../contract.ts';
import { authenticationId, type Entry } from './authentication.ts';
import { MAX_COOKIE_CAPACITY } from './capacity.ts';
import { decodeKeyring, encodeKeyring, type KeyringState } from './keyring-codec.ts';

const budget = 2960;
const entry = fc.record({
  method: fc.constantFrom<Method>('authorization_code', 'app', 'password'),
  type: fc.constantFrom('user' as const, 'app' as const),
  number: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  name: fc.string({ unit: 'grapheme', maxLength: 80 }),
  scope: fc.constantFrom('global:all', 'user:read', 'space:all app:read', null),
  issuedAt: fc.integer({ min: 1_500_000_000, max: 4_000_000_000 }),
  lifetime: fc.integer({ min: 0, max: 31_536_000 }),
  readOnly: fc.boolean(),
  mark: fc.uint8Array({ minLength: 8, maxLength: 8 }),
});

function toEntry({ type, number, lifetime, mark, ...rest }: typeof entry extends fc.Arbitrary<infer T> ? T : never): Entry {
  const ref = { type, id: number };
  return { ...rest, ref, id: authenticationId(ref), expiresAt: rest.issuedAt + lifetime, mark: Buffer.from(mark).toString('base64url') };
}

const state = fc.array(entry, { maxLength: MAX_COOKIE_CAPACITY }).map(
  (entries): KeyringState => ({
    keyringId: Buffer.alloc(16, 7).toString('base64url'),
    writtenAt: 1_760_000_000,
    entries: entries.map(toEntry),
  }),
);

describe('encodeKeyring', () => {
  it('fits, and gives back everything but the ends of names', () => {
    fc.assert(
      fc.property(state, (before) => {
        const bytes = encodeKeyring(before, 'global:all', budget);
        expect(bytes.length).toBeLessThanOrEqual(budget);
        const after = decodeKeyring(bytes);
        expect(after?.entries.map(({ name: _name, ...rest }) => rest)).toEqual(before.entries.map(({ name: _name, ...rest }) => rest));
        after?.entries.forEach((entry, index) => {
          const whole = before.entries[index]?.name ?? '';
          expect(whole.startsWith(entry.name.replace(/…$/, '').trimEnd())).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('holds the largest keyring with six long scopes and names in any script', () => {
    const entries = Array.from({ length: MAX_COOKIE_CAPACITY }, (_, index): Entry => {
      const ref = { type: 'app' as const, id: Number.MAX_SAFE_INTEGER - index };
      const scope = index % 6 === 0 ? 'global:all' : String(index % 6).repeat(100);
      const name = ['運用チームの不具合管理アプリケーション', 'Ärendehantering för hela organisationen', '👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈'.repeat(9)][
        index % 3
      ] as string;
      return {
        id: authenticationId(ref),
        method: 'app',
        ref,
        name,
        scope,
        issuedAt: 1_760_000_000,
        expiresAt: 1_791_536_000,
        readOnly: true,
        mark: 'AAAAAAAAAAA',
      };
    });
    const before = { keyringId: Buffer.alloc(16).toString('base64url'), writtenAt: 1_760_000_000, entries };
    const after = decodeKeyring(encodeKeyring(before, 'global:all', budget));
    expect(after?.entries.map((entry) => entry.scope)).toEqual(entries.map((entry) => entry.scope));
    expect(after?.entries.every((entry) => entry.name.length > 0)).toBe(true);
  });

  it('leaves a scope out that does not fit, and only that', () => {
    const ref = { type: 'user' as const, id: 1 };
    const one: Entry = {
      id: 'user-1',
      method: 'password',
      ref,
      name: 'Ada',
      scope: 'x'.repeat(700),
      issuedAt: 1,
      expiresAt: 2,
      readOnly: false,
      mark: 'AAAAAAAAAAA',
    };
    const before = { keyringId: Buffer.alloc(16).toString('base64url'), writtenAt: 1, entries: [one] };
    expect(decodeKeyring(encodeKeyring(before, 'global:all', budget))?.entries).toEqual([{ ...one, scope: null }]);
  });

  it('a scope longer than any that can be asked for takes no place of one that fits', () => {
    const scopes = ['y'.repeat(590), 'global:all', ...['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(100))];
    const entries = scopes.map((scope, index): Entry => {
      const ref = { type: 'app' as const, id: index + 1 };
      return { id: `app-${ref.id}`, method: 'app', ref, name: 'x', scope, issuedAt: 1, expiresAt: 2, readOnly: false, mark: 'AAAAAAAAAAA' };
    });
    const state = { keyringId: Buffer.alloc(16).toString('base64url'), writtenAt: 1, entries };
    const kept = decodeKeyring(encodeKeyring(state, 'global:all', budget))?.entries.map(({ scope }) => scope);
    expect(kept).toEqual([null, ...scopes.slice(1)]);
  });

  it('is in these bytes, which the cookies of an earlier version hold as well: the format stays', () => {
    const shared = { issuedAt: 1_800_000_000, expiresAt: 1_800_028_800, mark: 'AQIDBAUGBwg' };
    const entries: Entry[] = [
      { ...shared, id: 'user-300', method: 'password', ref: { type: 'user', id: 300 }, name: 'Ada', scope: 'a:b', readOnly: false },
      { ...shared, id: 'app-7', method: 'app', ref: { type: 'app', id: 7 }, name: 'Bøger', scope: null, readOnly: true },
      { ...shared, id: 'user-1', method: 'authorization_code', ref: { type: 'user', id: 1 }, name: '', scope: 'c', readOnly: false },
    ];
    const state = { keyringId: Buffer.alloc(16, 9).toString('base64url'), writtenAt: 1_800_000_001, entries };
    const bytes = [
      '01',
      '09'.repeat(16),
      '81a4a7da06',
      ['02', '03613a62', '0163'], // the scopes
      '03',
      ['04', '00', 'ac02', '0102030405060708', '80a4a7da06', '80e101', '03416461'],
      ['0b', 'ff', '07', '0102030405060708', '80a4a7da06', '80e101', '0642c3b8676572'],
      ['00', '01', '01', '0102030405060708', '80a4a7da06', '80e101', '00'],
    ].flat();
    expect(encodeKeyring(state, 'a:b', budget).toString('hex')).toBe(bytes.join(''));
    expect(decodeKeyring(Buffer.from(bytes.join(''), 'hex'))).toEqual(state);
  });

  it('takes bytes of another format, or bytes that end early, for absent', () => {
    const bytes = encodeKeyring({ keyringId: Buffer.alloc(16).toString('base64url'), writtenAt: 1, entries: [] }, 'global:all', budget);
    expect(decodeKeyring(Buffer.concat([Buffer.of(9), bytes.subarray(1)]))).toBeUndefined();
    expect(decodeKeyring(bytes.subarray(0, -1))).toBeUndefined();
    expect(decodeKeyring(Buffer.alloc(0))).toBeUndefined();
  });

  it('says by how much a keyring does not fit: the capacity was set too high', () => {
    const ref = { type: 'user' as const, id: 1 };
    const one: Entry = {
      id: 'user-1',
      method: 'app',
      ref,
      name: 'Ada',
      scope: null,
      issuedAt: 1,
      expiresAt: 0,
      readOnly: true,
      mark: 'AAAAAAAAAAA',
    };
    const before = { keyringId: Buffer.alloc(16).toString('base64url'), writtenAt: 1, entries: [one] };
    expect(() => encodeKeyring(before, 'global:all', 20)).toThrow(/^a keyring of 1 takes \d+ bytes of 20$/);
    const { length } = encodeKeyring(before, 'global:all', budget);
    expect(decodeKeyring(encodeKeyring(before, 'global:all', length))?.entries).toEqual([{ ...one, expiresAt: 1 }]);
    expect(decodeKeyring(encodeKeyring(before, 'global:all', length - 1))?.entries[0]?.name).toBe('Ad');
    expect(() => encodeKeyring(before, 'global:all', length - 4)).toThrow(RangeError);
  });

  it('lets the default scope in before shorter ones', () => {
    const scopes = ['a', 'b', 'c', 'd', 'e', 'z'].map((letter) => letter.repeat(letter === 'z' ? 200 : 100));
    const entries = scopes.map((scope, index): Entry => {
      const ref = { type: 'app' as const, id: index + 1 };
      return { id: `app-${ref.id}`, method: 'app', ref, name: 'x', scope, issuedAt: 1, expiresAt: 2, readOnly: false, mark: 'AAAAAAAAAAA' };
    });
    const state = { keyringId: Buffer.alloc(16).toString('base64url'), writtenAt: 1, entries };
    const kept = (defaultScope: string) =>
      decodeKeyring(encodeKeyring(state, defaultScope, budget))?.entries.map(({ scope }) => scope?.[0] ?? null);
    expect(kept('global:all')).toEqual(['a', 'b', 'c', 'd', 'e', null]);
    expect(kept('z'.repeat(200))).toEqual(['a', 'b', 'c', 'd', null, 'z']);
  });

  it('lets the default scope and five of a hundred characters in, to the byte, and no sixth', () => {
    const fill = (lengths: number[]) => {
      const entries = lengths.map((length, index): Entry => {
        const ref = { type: 'app' as const, id: index + 1 };
        const scope = String.fromCharCode(97 + index).repeat(length);
        return {
          id: `app-${ref.id}`,
          method: 'app',
          ref,
          name: '',
          scope,
          issuedAt: 1,
          expiresAt: 2,
          readOnly: false,
          mark: 'AAAAAAAAAAA',
        };
      });
      const state = { keyringId: Buffer.alloc(16).toString('base64url'), writtenAt: 1, entries };
      return decodeKeyring(encodeKeyring(state, 'a'.repeat(lengths[0] ?? 0), budget))?.entries.map(({ scope }) => scope?.length ?? null);
    };
    expect(fill([100, 100, 100, 100, 100, 100])).toEqual([100, 100, 100, 100, 100, 100]);
    expect(fill([100, 100, 100, 100, 100, 101])).toEqual([100, 100, 100, 100, 100, null]);
    expect(fill([100, 100, 100, 100, 100, 100, 1])).toEqual([100, 100, 100, 100, 100, null, 1]);
  });
});
