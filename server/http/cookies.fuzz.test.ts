import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzz, same } from '../fuzz-testing.ts';
import { cookiesByPrefix, cookieValues } from './cookies.ts';

const name = '__Host-Http-keyring';

/** RFC 6265 §4.2.1, read naively: pairs between semicolons, white space around them. */
function reference(header: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.replace(/^[ \t]+/, ''))
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1).trim());
}

const piece = fc.oneof(
  fc.constantFrom(name, `${name}=`, `${name}=abc`, `x${name}=no`, `${name}x=no`, '__proto__=x', 'constructor=y'),
  fc.constantFrom(';', '; ', ';;', ' ', '\t', '=', '"', ',', '%00', 'a=b', '\xff'),
  fc.string({ maxLength: 6 }),
);

it('CK8 CK10 any cookie header is read as a naive reader reads it', () => {
  fuzz(
    'cookie header',
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const header = pieces.join('').replace(/\u00a0|\ufeff/g, '');
      const wanted = reference(header);
      same(cookieValues(header, name), wanted);
      const byPrefix = cookiesByPrefix(header, name).flatMap((cookie) => (cookie.name === name ? [cookie.value] : []));
      return wanted.every((value) => byPrefix.includes(value));
    }),
  );
  expect(Object.prototype).not.toHaveProperty('x');
});
