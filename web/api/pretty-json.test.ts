import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from './pretty-json.ts';

describe('JSON with a member a line', () => {
  it('looks as JSON.stringify would write it', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => prettyJson(JSON.stringify(value)) === JSON.stringify(value, null, 2)));
  });
  it('is the same when it is done again', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => prettyJson(prettyJson(JSON.stringify(value))) === prettyJson(JSON.stringify(value))));
  });
  it('keeps numbers that a browser cannot hold, and names given twice', () => {
    expect(prettyJson('{"id":9007199254740993,"id":1.50}')).toBe('{\n  "id": 9007199254740993,\n  "id": 1.50\n}');
  });
});
