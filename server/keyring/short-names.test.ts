import { describe, expect, it } from 'vitest';
import { shorten, shortenAll } from './short-names.ts';

const bytes = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + Buffer.byteLength(name) + (Buffer.byteLength(name) > 127 ? 1 : 0), 0);

describe('shorten', () => {
  it.each([
    ['Bugs', 4, 'Bugs'],
    ['Bugs', 5, 'Bugs'],
    ['Projects', 7, 'Proj…'],
    ['Projects', 4, 'P…'],
    ['Projects', 3, 'Pro'],
    ['Projects', 2, 'Pr'],
    ['Projects', 0, ''],
    ['Sales pipeline', 9, 'Sales…'],
    ['  indented name', 9, '  inde…'],
    ['ææææ', 7, 'ææ…'],
    ['👩‍👩‍👧 family', 12, '…'],
    ['👩‍👩‍👧 family', 21, '👩‍👩‍👧…'],
  ])('%j in %i bytes is %j', (name, limit, wanted) => {
    expect(shorten(name, limit)).toBe(wanted);
    expect(Buffer.byteLength(shorten(name, limit))).toBeLessThanOrEqual(limit);
  });
});

describe('shortenAll', () => {
  it('leaves names alone that fit to the byte, and shortens the longest first', () => {
    const names = ['Bugs', 'Projects', 'A long name'];
    expect(shortenAll(names, 23)).toEqual(names);
    expect(shortenAll(names, 22)).toEqual(['Bugs', 'Projects', 'A long…']);
    expect(shortenAll(names, 18)).toEqual(['Bugs', 'Proj…', 'A lo…']);
    expect(shortenAll([], 0)).toEqual([]);
  });

  it.each([127, 128, 129, 300])('counts the second byte that tells a length above 127: a name of %i', (length) => {
    const name = 'x'.repeat(length);
    const whole = bytes([name, name]);
    expect(shortenAll([name, name], whole)).toEqual([name, name]);
    for (const budget of [whole - 1, whole - 2, 258, 257, 256, 255, 254]) {
      const short = shortenAll([name, name], budget);
      expect(bytes(short)).toBeLessThanOrEqual(budget);
      if (budget < whole) expect(bytes(short)).toBeGreaterThan(Math.min(budget, whole) - 8);
    }
  });
});
