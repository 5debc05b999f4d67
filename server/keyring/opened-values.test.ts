import { describe, expect, it } from 'vitest';
import { OpenedValues } from './opened-values.ts';

describe('OpenedValues', () => {
  it('knows a value again, and no other that only ends like it', () => {
    const opened = new OpenedValues<number>(10);
    const tail = 'z'.repeat(43);
    opened.set(`first${tail}`, 1);
    expect(opened.get(`keyring=first${tail}`.slice(8))).toBe(1);
    expect(opened.get(`other${tail}`)).toBeUndefined();
    expect(opened.get(tail)).toBeUndefined();
  });

  it('forgets the oldest', () => {
    const opened = new OpenedValues<number>(1);
    for (const [index, letter] of ['a', 'b', 'c', 'd'].entries()) opened.set(letter.repeat(40), index);
    expect([opened.get('a'.repeat(40)), opened.get('d'.repeat(40))]).toEqual([undefined, 3]);
  });
});
