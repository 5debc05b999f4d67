import fc from 'fast-check';
import { it } from 'vitest';
import { fuzz } from '../fuzz-testing.ts';
import { ProblemError } from './problems.ts';
import { checkReturnTo } from './return-to.ts';

const publicUrl = 'http://localhost:3000';

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('/', '//', '\\', '.', '..', '@', ':', '?', '#', ';', ' ', 'a', '%', '&', '=') },
  { weight: 2, arbitrary: fc.constantFrom('%2f', '%5c', '%2e', '%09', '%0a', '%00', '\t', '\r', '\n', '\0', '\u3000', '\uff0f', '\u2044') },
  { weight: 2, arbitrary: fc.constantFrom('evil.example', 'http:', 'https:', 'javascript:', 'data:', '[::1]', '0x7f.1', 'localhost:3000') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);

/** What a browser makes of a link on a page of ours. */
const staysHere = (link: string) => new URL(link, publicUrl).origin === publicUrl;

it('L6 no path that is taken leads out of this origin, not after a redirect or a decoding either', () => {
  fuzz(
    'return paths',
    fc.property(fc.boolean(), fc.array(piece, { maxLength: 8 }), (slash, pieces) => {
      const returnTo = (slash ? '/' : '') + pieces.join('');
      try {
        checkReturnTo(returnTo, publicUrl);
      } catch (error) {
        return error instanceof ProblemError && error.code === 'bad_request';
      }
      return staysHere(returnTo) && staysHere(new URL(returnTo, publicUrl).pathname) && /^\/(?![/\\])/.test(returnTo);
    }),
  );
});
