import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenRedactor } from './token-redactor.ts';

function redact(text: string, cuts: readonly number[] = []): string {
  const bytes = Buffer.from(text);
  const redactor = new TokenRedactor();
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  const parts = [...ends, bytes.length].map((end) => {
    const part = redactor.push(bytes.subarray(from, end));
    from = end;
    return part;
  });
  return Buffer.concat(parts).toString();
}

describe('TokenRedactor', () => {
  it.each([
    ['{"token":"secret"}', '{"token":null}'],
    ['{"token" : "se\\"cret" , "a":1}', '{"token" : null , "a":1}'],
    ['{"tok\\u0065n":"secret"}', '{"tok\\u0065n":null}'],
    ['{"\\u0074\\u006F\\u006b\\u0065\\u006E":"secret"}', '{"\\u0074\\u006F\\u006b\\u0065\\u006E":null}'],
    ['[{"token":null},{"token":12},{"token":true}]', '[{"token":null},{"token":null},{"token":null}]'],
    ['{"token":{"a":["}",{"b":"]"}]},"c":2}', '{"token":null,"c":2}'],
    ['{"token":["a","]"],"c":2}', '{"token":null,"c":2}'],
    ['{"apps":[{"fields":[],"token":"x"}],"token":""}', '{"apps":[{"fields":[],"token":null}],"token":null}'],
  ])('removes the value of a key token: %s', (json, expected) => {
    expect(redact(json)).toBe(expected);
  });

  it.each([
    '{"tokens":"kept","a_token":"kept","TOKEN":"kept"}',
    '["token","token"]',
    '{"a":"token","b":"\\"token\\":\\"kept\\""}',
    '{"id":12345678901234567890123, "n":1.50e+3 }',
    '{"tok\\en":"kept"}',
    '',
  ])('leaves every other byte as it is: %s', (json) => {
    expect(redact(json)).toBe(json);
  });

  it('gives the same however the bytes are cut', () => {
    const json = fc.json({ maxDepth: 4 });
    const withToken = fc
      .tuple(json, json, fc.constantFrom('token', 'tok\\u0065n', 'tokenx', 'Token'))
      .map(([a, b, key]) => `{"a":${a},"${key}" :\n${b},"z":[${a}]}`);
    fc.assert(
      fc.property(withToken, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
        expect(redact(text, cuts)).toBe(redact(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with JSON.parse on what a key named token holds', () => {
    const withoutTokens = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(withoutTokens);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, key === 'token' ? null : withoutTokens(member)]));
    };
    const keys = fc.constantFrom('token', 'a', 'tokens', '"token":', '\\');
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constant(null),
        fc.array(tie('node')),
        fc.dictionary(keys, tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(value, fc.array(fc.nat(), { maxLength: 5 }), (tree, cuts) => {
        expect(JSON.parse(redact(JSON.stringify(tree), cuts))).toEqual(withoutTokens(JSON.parse(JSON.stringify(tree))));
      }),
      { numRuns: 2000 },
    );
  });
});
