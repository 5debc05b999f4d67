import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawHeader, requestHeaders, responseHeaders } from './headers.ts';

const anyCase = (name: string) =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map((upper) => [...name].map((letter, index) => (upper[index] ? letter.toUpperCase() : letter)).join(''));
const withUnderscores = (name: string) => fc.boolean().map((swap) => (swap ? name.replaceAll('-', '_') : name));

const neverUp = [
  'authorization',
  'cookie',
  'origin',
  'referer',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-anything',
  'forwarded',
  'x-real-ip',
  'via',
  'sec-fetch-site',
  'sec-fetch-dest',
  'x-http-method-override',
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'proxy-authorization',
  'proxy-connection',
  'host',
  'expect',
  'x-named',
  'x-named-too',
];
const mayUp = ['accept', 'content-type', 'content-length', 'if-none-match', 'x-time-zone', 'user-agent', 'x-podio-error-response'];

const spelled = (names: readonly string[]) =>
  fc
    .constantFrom(...names)
    .chain(withUnderscores)
    .chain(anyCase);
const bare = (names: readonly string[]) => fc.constantFrom(...names).chain(anyCase);

describe('the headers that go up', () => {
  it('PX8 PX9 PX10 are the client’s own in their order, with one authorization, and none that is not theirs to say', () => {
    const header = fc.tuple(fc.oneof(spelled(neverUp), bare(mayUp)), fc.constantFrom('a', 'stolen', ''));
    fc.assert(
      fc.property(fc.array(header, { maxLength: 20 }), (headers) => {
        const raw = [...headers.flat(), 'Connection', 'X-Named, close,x_named_too , authorization'];
        const up = requestHeaders(raw, 'OAuth2 token', false);
        expect(up.slice(0, 2)).toEqual(['authorization', 'OAuth2 token']);
        const wanted = headers.filter(([name]) => mayUp.includes(name.toLowerCase())).flat();
        expect(up.slice(2)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('ask for codings that can be undone, and for the whole, where app tokens are removed', () => {
    const raw = ['Accept-Encoding', 'zstd', 'RANGE', 'bytes=0-1', 'if_range', '"1"', 'Accept', '*/*'];
    expect(requestHeaders(raw, 'OAuth2 token', true)).toEqual([
      'authorization',
      'OAuth2 token',
      'accept-encoding',
      'gzip, br',
      'Accept',
      '*/*',
    ]);
  });
});

const comesDown = [
  'content-type',
  'content-disposition',
  'content-language',
  'content-range',
  'last-modified',
  'accept-ranges',
  'cache-control',
  'location',
  'retry-after',
  'x-rate-limit-limit',
  'x-rate-limit-remaining',
  'x-podio-request-id',
];
const staysUp = [
  'set-cookie',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-security-policy',
  'content-security-policy-report-only',
  'strict-transport-security',
  'server',
  'x-powered-by',
  'link',
  'refresh',
  'nel',
  'report-to',
  'alt-svc',
  'www-authenticate',
  'clear-site-data',
  'date',
  'connection',
  'transfer-encoding',
  'trailer',
  'sourcemap',
  'service-worker-allowed',
];

describe('the headers that come down', () => {
  it('PX13 are those of the list and no other, whatever their case', () => {
    const header = fc.tuple(fc.oneof(bare(comesDown), bare(staysUp), bare(['etag', 'content-length'])), fc.constant('v'));
    fc.assert(
      fc.property(fc.array(header, { maxLength: 20 }), fc.boolean(), (headers, redacted) => {
        const down = responseHeaders(
          headers.flat().map((text) => Buffer.from(text)),
          [['x-safe', '1']],
          redacted,
        );
        const wanted = headers
          .filter(([name]) => comesDown.includes(name.toLowerCase()) || (!redacted && /^(?:etag|content-length)$/i.test(name)))
          .flat();
        const named = headers.some(([name]) => name.toLowerCase() === 'cache-control');
        expect(down).toEqual([...wanted, ...(named ? [] : ['cache-control', 'private, no-store']), 'x-safe', '1']);
      }),
      { numRuns: 200 },
    );
  });

  it('are not what Connection names', () => {
    expect(responseHeaders(['Connection', 'X-Podio-Hop', 'X-Podio-Hop', '1', 'X-Podio-Ok', '2'], [], false)).toEqual([
      'X-Podio-Ok',
      '2',
      'cache-control',
      'private, no-store',
    ]);
  });
});

describe('rawHeader', () => {
  it('joins what comes on several lines', () => {
    expect(rawHeader(['A', '1', 'b', 'x', 'a', '2'], 'a')).toBe('1, 2');
    expect(rawHeader(['A', '1'], 'b')).toBeUndefined();
  });
});
