import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookiesByPrefix, cookieValues, setCookie } from './cookies.ts';

const name = '__Host-Http-keyring';

/** RFC 6265 §4.2.1, read naively: pairs between semicolons, white space around them. */
function reference(header: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.replace(/^[ \t]+/, ''))
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1).trim());
}

describe('the cookie scanner', () => {
  it('CK8 CK10 finds what a naive reader finds, whatever stands beside it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        name,
        `${name}=`,
        `${name}=abc`,
        `x${name}=no`,
        `${name}x=no`,
        '__proto__=x',
        ';',
        '; ',
        ' ',
        '\t',
        '=',
        '"',
        ',',
        '%00',
        'a=b',
        '\xff',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const header = pieces.join('').replace(/\u00a0|\ufeff/g, '');
        expect(cookieValues(header, name)).toEqual(reference(header));
        expect(
          cookiesByPrefix(header, `${name}=`.slice(0, -1))
            .filter((cookie) => cookie.name === name)
            .map(({ value }) => value),
        ).toEqual(expect.arrayContaining(reference(header)));
      }),
      { numRuns: 300 },
    );
  });

  it('DS5 takes no longer than the header is long', () => {
    const hostile = `${' '.repeat(100)}${name}`.repeat(10_000);
    const began = performance.now();
    expect(cookieValues(hostile, name)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('CK11 deletes with the very name, path and attributes that it set', () => {
    const attributes = (line: string) =>
      line
        .split('; ')
        .slice(1)
        .filter((part) => !part.startsWith('Max-Age'));
    expect(attributes(setCookie(name, '/'))).toEqual(attributes(setCookie(name, '/', { value: 'x', maxAgeSeconds: 5 })));
    expect(setCookie(name, '/')).toMatch(/=; .*Max-Age=0$/);
  });
});
