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

/** `whole`: only where the body is not changed on its way. */
type Fate = 'passes' | 'whole' | 'never' | 'connection';

/**
 * Remembers the fate of header names, spelt as they come: a browser sends the same dozen with every call. Whoever makes up names fills it
 * with a thousand short ones at most.
 */
function remembering(decide: (key: string) => Fate): (name: string) => Fate {
  const fates = new Map<string, Fate>();
  return (name) => {
    const known = fates.get(name);
    if (known) return known;
    const fate = decide(name.toLowerCase());
    if (fates.size >= 1000) fates.clear();
    if (name.length <= 64) fates.set(name, fate);
    return fate;
  };
}

const fateUp = remembering((lowered) => {
  if (lowered === 'connection') return 'connection';
  const key = underscoresAsHyphens(lowered);
  if (hopByHop.has(key) || ours.has(key) || key.startsWith('x-forwarded') || key.startsWith('sec-') || key.startsWith('proxy-'))
    return 'never';
  return rewritten.has(key) ? 'whole' : 'passes';
});

/**
 * The headers that go up to Podio, as undici takes them: name, value, name, value.
 *
 * @param raw as Node received them, so that names and order stay the client's
 * @param authorization `OAuth2 <access token>` (developers.podio.com/authentication)
 * @param redacted whether app tokens will be removed from the answer
 */
export function requestHeaders(raw: readonly string[], authorization: string, redacted: boolean): string[] {
  const own = redacted ? ['authorization', authorization, 'accept-encoding', 'gzip, br'] : ['authorization', authorization];
  const up = [...own];
  let named: Set<string> | undefined;
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as string;
    const fate = fateUp(name);
    if (fate === 'connection') named = namedIn(raw[index + 1] as string, named);
    else if (fate === 'passes' || (fate === 'whole' && !redacted)) up.push(name, raw[index + 1] as string);
  }
  return named ? [...own, ...without(up.slice(own.length), named)] : up;
}

const relayed = new Set(['etag', 'last-modified', 'accept-ranges', 'cache-control', 'location', 'retry-after']);
const onlyWhole = new Set(['content-length', 'content-encoding', 'etag']);

const fateDown = remembering((key) => {
  if (key === 'connection') return 'connection';
  if (!comesDown(key)) return 'never';
  return onlyWhole.has(key) ? 'whole' : 'passes';
});

/**
 * The headers of Podio's answer that come down, and those that make it inert here.
 *
 * @param raw as undici received them
 * @param safety the same for every answer
 * @param redacted whether app tokens are removed: length, coding and tag are then no longer Podio's
 */
export function responseHeaders(raw: readonly (Buffer | string)[], safety: readonly Header[], redacted: boolean): string[] {
  const passed: string[] = [];
  let named: Set<string> | undefined;
  for (let index = 0; index < raw.length; index += 2) {
    const name = latin1(raw[index]);
    const fate = fateDown(name);
    if (fate === 'connection') named = namedIn(latin1(raw[index + 1]), named);
    else if (fate === 'passes' || (fate === 'whole' && !redacted)) passed.push(name, latin1(raw[index + 1]));
  }
  const down = named ? without(passed, named) : passed;
  if (!holdsCacheControl(down)) down.push('cache-control', 'private, no-store');
  for (const [name, value] of safety) down.push(name, value);
  return down;
}

function comesDown(key: string): boolean {
  if (key.startsWith('content-')) return !key.startsWith('content-security-policy');
  return relayed.has(key) || key.startsWith('x-rate-limit-') || key.startsWith('x-podio-');
}

function holdsCacheControl(headers: readonly string[]): boolean {
  for (let index = 0; index < headers.length; index += 2)
    if (headers[index]?.length === 13 && headers[index]?.toLowerCase() === 'cache-control') return true;
  return false;
}

/** Servers that hand headers on as variables read X_Forwarded_For as X-Forwarded-For (GHSA-vjrc-mh2v-45x6). */
function underscoresAsHyphens(key: string): string {
  return key.replaceAll('_', '-');
}

/** Lower-case names that a `Connection` header lists, added to those known; undefined in the usual case of none. */
function namedIn(connection: string, known: Set<string> | undefined): Set<string> | undefined {
  if (connection === 'keep-alive' || connection === 'close') return known;
  let named = known;
  for (const option of connection.split(',')) {
    const key = underscoresAsHyphens(option.trim().toLowerCase());
    if (key === 'keep-alive' || key === 'close' || key === '') continue;
    named ??= new Set();
    named.add(key);
  }
  return named;
}

function without(headers: readonly string[], named: ReadonlySet<string>): string[] {
  return headers.filter((_part, index) => !named.has(underscoresAsHyphens((headers[index - (index % 2)] as string).toLowerCase())));
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
