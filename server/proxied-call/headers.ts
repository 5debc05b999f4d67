import type { Header } from '../http/security-headers.ts';

/** Never forwarded, either way (RFC 9110 §7.6.1). */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What says who asks, from where, or that another method is meant: ours to say, or nobody's. */
const ours = new Set([
  'authorization',
  'cookie',
  'cookie2',
  'expect',
  'forwarded',
  'host',
  'origin',
  'referer',
  'via',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
  'x-real-ip',
]);

/** Where an answer is read on its way down, only codings that can be undone, and never a part. */
const rewritten = new Set(['accept-encoding', 'range', 'if-range']);

/**
 * The headers that go up to Podio, as undici takes them: name, value, name, value.
 *
 * @param raw as Node received them, so that names and order stay the client's
 * @param authorization `OAuth2 <access token>` (developers.podio.com/authentication)
 * @param redacted whether app tokens will be removed from the answer
 */
export function requestHeaders(raw: readonly string[], authorization: string, redacted: boolean): string[] {
  const named = namedByConnection(raw);
  const up = ['authorization', authorization];
  if (redacted) up.push('accept-encoding', 'gzip, br');
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as string;
    // Servers that hand headers on as variables read X_Forwarded_For as X-Forwarded-For (GHSA-vjrc-mh2v-45x6).
    const key = name.toLowerCase().replaceAll('_', '-');
    if (hopByHop.has(key) || ours.has(key) || key.startsWith('x-forwarded') || key.startsWith('sec-') || key.startsWith('proxy-')) continue;
    if (named?.has(key) || (redacted && rewritten.has(key))) continue;
    up.push(name, raw[index + 1] as string);
  }
  return up;
}

const relayed = new Set(['etag', 'last-modified', 'accept-ranges', 'cache-control', 'location', 'retry-after']);

/**
 * The headers of Podio's answer that come down, and those that make it inert here.
 *
 * @param raw as undici received them
 * @param safety the same for every answer
 * @param redacted whether app tokens are removed: length, coding and tag are then no longer Podio's
 */
export function responseHeaders(raw: readonly (Buffer | string)[], safety: readonly Header[], redacted: boolean): string[] {
  const down: string[] = [];
  const named = namedByConnection(raw);
  let cacheControl = false;
  for (let index = 0; index < raw.length; index += 2) {
    const name = latin1(raw[index]);
    const key = name.toLowerCase();
    if (!comesDown(key) || named?.has(key)) continue;
    if (redacted && (key === 'content-length' || key === 'content-encoding' || key === 'etag')) continue;
    if (key === 'cache-control') cacheControl = true;
    down.push(name, latin1(raw[index + 1]));
  }
  if (!cacheControl) down.push('cache-control', 'private, no-store');
  for (const [name, value] of safety) down.push(name, value);
  return down;
}

function comesDown(key: string): boolean {
  if (key.startsWith('content-')) return !key.startsWith('content-security-policy');
  return relayed.has(key) || key.startsWith('x-rate-limit-') || key.startsWith('x-podio-');
}

/** Lower-case names that a `Connection` header lists; undefined in the usual case of none. */
function namedByConnection(raw: readonly (Buffer | string)[]): Set<string> | undefined {
  let named: Set<string> | undefined;
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as Buffer | string;
    if (name.length !== 10 || latin1(name).toLowerCase() !== 'connection') continue;
    for (const option of latin1(raw[index + 1]).split(',')) {
      const key = option.trim().toLowerCase().replaceAll('_', '-');
      if (key === 'keep-alive' || key === 'close' || key === '') continue;
      named ??= new Set();
      named.add(key);
    }
  }
  return named;
}

/** The value of one header of undici's raw list; of one that comes on several lines, the list of them (RFC 9110 §5.3). */
export function rawHeader(raw: readonly (Buffer | string)[], key: string): string | undefined {
  let value: string | undefined;
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as Buffer | string;
    if (name.length !== key.length || latin1(name).toLowerCase() !== key) continue;
    value = value === undefined ? latin1(raw[index + 1]) : `${value}, ${latin1(raw[index + 1])}`;
  }
  return value;
}

function latin1(value: Buffer | string | undefined): string {
  return typeof value === 'string' ? value : (value?.toString('latin1') ?? '');
}
