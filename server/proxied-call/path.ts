import { ProblemError } from '../http/problems.ts';

const printable = /^\/[\x21-\x7e]*$/;
const brokenEscape = /%(?![0-9a-f]{2})/i;

/**
 * What of Podio hands out or ends credentials, and the sandbox's controls; compared with a path made {@link plain}. The words end where
 * a word ends: a server that decodes twice sees a `?`, a `#` or a dot there.
 */
const forbidden = [/^\/oauth\/(?:token|grant|authorize\b)/, /^\/app\/[^/]*\/token/, /^\/_sandbox\b/];

/**
 * Checks a path before it goes up to Podio byte for byte. Whatever a server between here and there may decode, it must not become
 * another path than the one that was looked at.
 *
 * @param path after `/api`, without the query
 * @throws {ProblemError} `bad_request` for dot segments in any spelling, a `%` without two hex digits and bytes outside printable ASCII;
 *   `forbidden_path` for what hands out or ends credentials
 */
export function checkPath(path: string): void {
  if (plainAlready.test(path)) {
    if (mayBeForbidden.test(path)) refuseForbidden(path);
    return;
  }
  if (!printable.test(path)) throw new ProblemError('bad_request', 'The path may hold printable ASCII only; percent-encode the rest.');
  if (brokenEscape.test(path)) throw new ProblemError('bad_request', 'The path has a % that two hexadecimal digits do not follow.');
  const readings = [path, decodeEscapes(path), decodeEscapes(decodeEscapes(path))];
  for (const segment of (readings[2] as string).split(/[/\\]/)) {
    const bare = withoutControls(segment.split(/[;?#]/, 1)[0] ?? '');
    if (bare === '.' || bare === '..') throw new ProblemError('bad_request', 'The path may not hold dot segments.');
  }
  // Also as a server reads it that decodes less, or takes a backslash for part of a name: an id may end where its digits end.
  for (const reading of readings) {
    refuseForbidden(reading.replaceAll('\\', '/'));
    refuseForbidden(reading);
  }
}

/** The usual path has nothing to decode: digits, letters and single slashes; it is let through by one test. */
const plainAlready = /^(?:\/[a-z0-9_-]+)+\/?$/;
const mayBeForbidden = /^\/(?:oauth|app|_sandbox)\b/;

function refuseForbidden(reading: string): void {
  const path = plain(reading);
  if (forbidden.some((pattern) => pattern.test(path)))
    throw new ProblemError('forbidden_path', 'What hands out or ends credentials is not reachable through the keyring.');
}

/** A path as a lenient server compares it. */
function plain(reading: string): string {
  const segments = withoutControls(reading)
    .split('/')
    .map((segment) => segment.split(';', 1)[0] ?? '')
    .filter((segment) => segment !== '');
  return `/${segments.join('/')}`.toLowerCase();
}

/**
 * Whether Podio's answer can hold app definitions, whose `token` is the secret of the app grant.
 *
 * @param query with its `?`, or empty
 */
export function mayHoldAppTokens(path: string, query: string): boolean {
  if (apps.test(path)) return true;
  if (!plainAlready.test(path) && apps.test(plain(decodeEscapes(decodeEscapes(path)).replaceAll('\\', '/')))) return true;
  return query.length > 1 && hasFields(query);
}

const apps = /^\/app(?:$|[/?#])/;

/** Decoded before it is taken apart, which finds the parameter also where a server decodes again what it has taken apart. */
function hasFields(query: string): boolean {
  return decodeEscapes(decodeEscapes(query))
    .toLowerCase()
    .split(/[?&;]/)
    .some((pair) => /^[\s+\0]*fields(?![\w-])/.test(pair));
}

/** Percent-decodes bytes to characters one to one; what is not a valid escape stays. */
function decodeEscapes(text: string): string {
  return text.includes('%')
    ? text.replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.replace(/[\x00-\x1f\x7f]/g, '');
}
