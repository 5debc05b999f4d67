import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonProblem } from './json-problem.ts';

describe('what is wrong with a JSON text', () => {
  it.each([
    ['{\n  "fields": {\n    "a": 1 "b": 2\n  }\n}', 'comma', 3, 12],
    ['[1 2]', 'comma', 1, 4],
    ['{"a" 1}', 'colon', 1, 6],
    ['{a: 1}', 'key', 1, 2],
    ['{"a": 1, 2}', 'key', 1, 10],
    ['{"a": }', 'value', 1, 7],
    ['[1,,2]', 'value', 1, 4],
    ['{"a": 1,}', 'trailingComma', 1, 8],
    ['[1,\n]', 'trailingComma', 1, 3],
    ['{"a": "b', 'unclosedText', 1, 7],
    ['{"a": "b,\n "c": 1}', 'unclosedText', 1, 7],
    ['{"a": 1', 'unclosedObject', 1, 8],
    ['{"a": [1, 2}', 'unclosedList', 1, 12],
    ['[1', 'unclosedList', 1, 3],
    [`{'a': 1}`, 'singleQuote', 1, 2],
    [`["\\x"]`, 'escape', 1, 3],
    ['["a\nb"]', 'control', 1, 4],
    ['[01]', 'number', 1, 2],
    ['[1.]', 'number', 1, 2],
    ['[+1]', 'number', 1, 2],
    ['{"a": undefined}', 'word', 1, 7],
    ['{"a": True}', 'word', 1, 7],
    ['{} {}', 'after', 1, 4],
    ['  ', 'empty', 1, 1],
  ])('%j: %s in line %i, column %i', (text, kind, line, column) => {
    expect(jsonProblem(text)).toEqual({ kind, line, column });
  });
  it('finds nothing in what is JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(undefined, 2, '\t'),
        (value, indent) => jsonProblem(JSON.stringify(value, null, indent)) === undefined,
      ),
    );
  });
  it('lets pass what is nested too deep to look at', () => {
    expect(jsonProblem('['.repeat(1e6))).toBeUndefined();
  });
  it('agrees with the browser on any text near to JSON', () => {
    const near = fc.array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', "'", '1', '-', '0', '.5', 'e3', 'true', 'nul', '\\n', '\n', ' '),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(near, (parts) => {
        const text = parts.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        return (jsonProblem(text) === undefined) === valid;
      }),
      { numRuns: 2000 },
    );
  });
});
