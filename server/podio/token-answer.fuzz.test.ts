import fc from 'fast-check';
import { it } from 'vitest';
import { fuzz } from '../fuzz-testing.ts';
import { PodioError } from './errors.ts';
import type { PodioAnswer } from './http.ts';
import { parseBody } from './http.ts';
import type { Tokens } from './oauth.ts';
import { readTokens, tokenError, withoutSecrets } from './token-answer.ts';

const url = 'https://api.podio.com/oauth/token/v2';
const receivedAt = 1_800_000_000_000;
const year = 365 * 24 * 3600 * 1000;

const odd = fc.constantFrom<unknown>(
  ...[null, true, '', ' ', 'token', 'line\r\nbreak', 'æ', 'x'.repeat(2048), 'x'.repeat(2049), 0, -1, 1, 28800, 1e300, Number.NaN],
  ...['3600', '0', '-1', '1e3', '99999999999999999', [], ['a'], {}, { type: 'user', id: 1 }, { type: 'app', id: '7' }],
  ...[{ type: 'app', id: -1 }, { type: 'org', id: 1 }, { type: 'user', id: 1e300 }, 'bearer', 'Bearer', 'mac', 'invalid_grant'],
);
const members = ['access_token', 'refresh_token', 'expires_in', 'token_type', 'ref', 'scope', 'error', 'error_description', '__proto__'];
const fair = { access_token: 'access', refresh_token: 'refresh', expires_in: 28800, token_type: 'bearer', ref: { type: 'user', id: 1 } };
const body = fc.oneof(
  { weight: 5, arbitrary: fc.dictionary(fc.constantFrom(...members), odd, { maxKeys: 4 }).map((changes) => ({ ...fair, ...changes })) },
  { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...members), odd) },
  { weight: 1, arbitrary: odd },
);
const status = fc.constantFrom(200, 200, 200, 200, 201, 204, 302, 400, 401, 403, 420, 429, 500, 502, 503);
const previous: Tokens = {
  accessToken: 'old-access',
  refreshToken: 'old-refresh',
  obtainedAt: 0,
  expiresAt: 1,
  ref: { type: 'user', id: 1 },
  scope: 'global:all',
};

/** Whole and usable: what a cookie may be made of. */
function isSound({ accessToken, refreshToken, expiresAt, obtainedAt, ref, scope }: Tokens): boolean {
  const token = /^[\x21-\x7e]{1,2048}$/;
  return (
    token.test(accessToken) &&
    token.test(refreshToken) &&
    obtainedAt === receivedAt &&
    expiresAt > receivedAt &&
    expiresAt <= receivedAt + year &&
    (ref === undefined || ((ref.type === 'user' || ref.type === 'app') && Number.isSafeInteger(ref.id) && ref.id > 0)) &&
    (scope === undefined || typeof scope === 'string')
  );
}

it('CB12 CB14 RF15 any token answer gives sound tokens of the same subject, or an error of a known kind', () => {
  fuzz(
    'token answers',
    fc.property(status, body, fc.boolean(), (code, answered, refreshing) => {
      const answer: PodioAnswer = { status: code, headers: {}, url, body: answered, malformedJson: false };
      const before = refreshing ? previous : undefined;
      if (!(tokenError(answer) instanceof PodioError)) return false;
      try {
        const tokens = readTokens(answer, receivedAt, before);
        return code === 200 && isSound(tokens) && (!before || (tokens.ref?.type === 'user' && tokens.ref.id === 1));
      } catch (error) {
        return error instanceof PodioError && !/access|line|x{20}/.test(error.message.replace('access_token', ''));
      }
    }),
  );
});

it('CB12 any bytes with any type are read as a body, or as text, and hold no secret that was sent', () => {
  const types = fc.constantFrom(
    'application/json',
    'application/json; charset=x',
    'text/html',
    'image/png',
    '',
    'application/x+json',
    'json',
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text)),
    fc
      .constantFrom('{"error":"hunter2"}', '["hunter2"]', '{"a":{"b":"say hunter2 twice hunter2"}}', 'hunter2')
      .map((text) => Buffer.from(text)),
  );
  fuzz(
    'bodies of token answers',
    fc.property(types, bytes, status, (type, content, code) => {
      const answer: PodioAnswer = { status: code, headers: {}, url, ...parseBody(Buffer.from(content), { 'content-type': type }) };
      const hidden = withoutSecrets(answer, ['hunter2']);
      if (Buffer.isBuffer(hidden.body)) return true; // not text: nobody shows or logs it
      const { error: _code, ...others } = (hidden.body instanceof Object ? hidden.body : { text: hidden.body }) as Record<string, unknown>;
      return !JSON.stringify(others).includes('hunter2');
    }),
    10_000,
  );
});
