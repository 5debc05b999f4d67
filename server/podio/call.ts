import { Readable } from 'node:stream';
import { type Dispatcher, FormData as UndiciFormData } from 'undici';
import { type PodioQuery, queryText } from './query.ts';

export type { PodioQuery } from './query.ts';

/**
 * The address of a call. A path begins with one slash and stays below `apiUrl`, since the access token goes wherever it leads.
 *
 * @param apiUrl as `new URL` writes it, without a slash at its end
 * @param path as Podio's documentation writes it, with ids filled in; it may have a query of its own
 * @throws {TypeError} for any other path
 */
export function callUrl(apiUrl: string, path: string, query: PodioQuery = {}): string {
  const wrong = whatIsWrong(path);
  if (wrong) throw new TypeError(`The path of a call ${wrong}: ${JSON.stringify(String(path).slice(0, 100))}`);
  const url = new URL(apiUrl + path);
  if (!url.href.startsWith(`${apiUrl}/`)) throw new TypeError(`The path of a call leaves ${apiUrl}.`);
  url.search = [url.search.slice(1), queryText(query)].filter(Boolean).join('&');
  return url.href;
}

function whatIsWrong(path: unknown): string | undefined {
  if (typeof path !== 'string' || !/^\/(?!\/)/.test(path)) return 'begins with one slash, as in /item/1';
  if (/[\p{Cc}\\#]/u.test(path)) return 'has no backslash, # or control character';
  const pathname = path.replace(/\?.*/, '');
  if (/%(?![0-9a-f]{2})/i.test(pathname)) return 'has two hex digits after each %';
  const segments = decodePercent(decodePercent(pathname)).split(/[/\\]/);
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'has no dot segments';
  return undefined;
}

/** Byte for byte, so that nothing is too malformed to be looked at. */
function decodePercent(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export interface CallBody {
  headers: Record<string, string>;
  body: Dispatcher.DispatchOptions['body'];
  /** A file on its way up: it takes long, so the token must last. */
  upload: boolean;
  /** Whether it can be sent a second time. */
  replayable: boolean;
}

/**
 * The body of a POST or PUT: a form, bytes or a stream goes as it is; anything else as JSON. No body is `{}`, because Podio finds no
 * operation for a POST of nothing.
 */
export function callBody(body: unknown): CallBody {
  const sent = { headers: {}, upload: true, replayable: true };
  if (body instanceof FormData) return { ...sent, body: copyForm(body) };
  if (body instanceof URLSearchParams)
    return { ...sent, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: body.toString(), upload: false };
  const binary = { ...sent, headers: { 'content-type': 'application/octet-stream' } };
  if (body instanceof Uint8Array) return { ...binary, body };
  if (body instanceof Blob) return { ...sent, headers: { 'content-type': body.type || 'application/octet-stream' }, body: body as never };
  if (body instanceof ReadableStream) return { ...binary, body: Readable.fromWeb(body as never), replayable: false };
  if (body instanceof Readable) return { ...binary, body, replayable: false };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}), upload: false, replayable: true };
}

/** undici takes only forms of its own; Node's are of the undici that came with it. */
function copyForm(form: FormData): UndiciFormData {
  const copy = new UndiciFormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') copy.append(name, value);
    else copy.append(name, value, value.name);
  }
  return copy;
}
