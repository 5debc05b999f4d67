import { describe, expect, it } from 'vitest';
import { findMatches, mostMatches } from './find.ts';

describe('finding a text', () => {
  it('names every place, whatever the case', () => {
    expect(findMatches(['{ "Title": "a title" }', '', 'TITLE'], 'title')).toEqual([
      { line: 0, start: 3, end: 8 },
      { line: 0, start: 14, end: 19 },
      { line: 2, start: 0, end: 5 },
    ]);
  });
  it('takes signs for what they are', () => {
    expect(findMatches(['a.b (c) [d] /e/'], '(c) [d] /')).toHaveLength(1);
    expect(findMatches(['abc'], 'a.c')).toEqual([]);
    expect(findMatches(['a\\b$'], '\\b$')).toHaveLength(1);
  });
  it('keeps columns right where small letters are longer than capitals', () => {
    expect(findMatches(['İİ x'], 'X')).toEqual([{ line: 0, start: 3, end: 4 }]);
  });
  it('finds nothing for nothing, and stops where there is too much', () => {
    expect(findMatches(['abc'], '')).toEqual([]);
    expect(findMatches(['a'.repeat(3 * mostMatches)], 'a')).toHaveLength(mostMatches);
  });
});
