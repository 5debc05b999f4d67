import fc from 'fast-check';
import { it } from 'vitest';
import { fuzz, same } from '../fuzz-testing.ts';
import { requestHeaders, responseHeaders } from './headers.ts';

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

const cases = (name: string) => [
  name,
  name.toUpperCase(),
  name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  name.replace(/[a-z]/g, (letter, at) => (at % 2 ? letter.toUpperCase() : letter)),
];
const bare = (names: readonly string[]) => fc.constantFrom(...names.flatMap(cases));
const spelled = (names: readonly string[]) => bare([...names, ...names.map((name) => name.replaceAll('-', '_'))]);

it('PX8 PX9 PX10 what goes up are the client’s own headers in their order, with one authorization, and none that is not theirs to say', () => {
  const header = fc.tuple(fc.oneof(spelled(neverUp), bare(mayUp)), fc.constantFrom('a', 'stolen', ''));
  fuzz(
    'headers that go up',
    fc.property(fc.array(header, { maxLength: 20 }), (headers) => {
      const raw = [...headers.flat(), 'Connection', 'X-Named, close,x_named_too , authorization'];
      const wanted = headers.filter(([name]) => mayUp.includes(name.toLowerCase())).flat();
      same(requestHeaders(raw, 'OAuth2 token', false), ['authorization', 'OAuth2 token', ...wanted]);
    }),
    10_000,
  );
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

it('PX13 what comes down are the headers of the list and no other, whatever their case', () => {
  const header = fc.tuple(fc.oneof(bare(comesDown), bare(staysUp), bare(['etag', 'content-length'])), fc.constant('v'));
  fuzz(
    'headers that come down',
    fc.property(fc.array(header, { maxLength: 20 }), fc.boolean(), (headers, redacted) => {
      const raw = headers.flat().map((text) => Buffer.from(text));
      const wanted = headers
        .filter(([name]) => comesDown.includes(name.toLowerCase()) || (!redacted && /^(?:etag|content-length)$/i.test(name)))
        .flat();
      const named = headers.some(([name]) => name.toLowerCase() === 'cache-control');
      same(responseHeaders(raw, [['x-safe', '1']], redacted), [
        ...wanted,
        ...(named ? [] : ['cache-control', 'private, no-store']),
        'x-safe',
        '1',
      ]);
    }),
    10_000,
  );
});
