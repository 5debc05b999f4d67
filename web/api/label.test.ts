import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLabel, longestLabel } from './label.ts';

const count = (text: string) => [...new Intl.Segmenter().segment(text)].length;

describe('a label', () => {
  it('MA6 stays text, whatever it says: markup as it is, nothing that turns round what stands beside it', () => {
    expect(cleanLabel('  <b>Bugs</b> & more ')).toBe('<b>Bugs</b> & more');
    expect(cleanLabel('Bugs\u202egnp.exe\u2066')).toBe('Bugsgnp.exe');
    expect(cleanLabel('two\nlines\tand\u0000more')).toBe('two lines and more');
  });
  it('MA6 is bounded, and no emoji is cut in two', () => {
    expect(cleanLabel('x'.repeat(1024))).toBe('x'.repeat(longestLabel));
    const family = '👩‍👩‍👧‍👦';
    expect(cleanLabel(family.repeat(200))).toBe(family.repeat(longestLabel));
  });
  it('MA6 that was cleaned stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const label = cleanLabel(text);
        expect(count(label)).toBeLessThanOrEqual(longestLabel);
        expect(cleanLabel(label)).toBe(label);
      }),
    );
  });
});
