import { badQuote, readCell, readCells, readLastCell, writeCell } from './cells.ts';
import { isAssignment, pairUp } from './env-lines.ts';

export interface NumberedLine {
  /** Counted from 1, blank lines and comments too. */
  line: number;
  text: string;
}

/** An app to sign in as. */
export interface ImportApp {
  line: number;
  appId: string;
  appToken: string;
  /** A name of the person's own; may be empty. */
  label: string;
}

/** Why a line is not imported. `line`: another line that has the same app. */
export type Reason =
  | { why: 'no-id' | 'no-token' | 'bad-id' | 'long-token' | 'bad-quote' | 'label-is-token' | 'other-variable' | 'twice' }
  | { why: 'no-partner'; missing: string }
  | { why: 'repeated' | 'replaced'; line: number };

/** A line that is not imported; its text may hold a token and is not for showing. */
export interface LeftOut extends NumberedLine {
  reason: Reason;
}

export interface ImportLines {
  apps: ImportApp[];
  leftOut: LeftOut[];
}

/** Which column holds what, as a header line says. */
interface Header {
  delimiter: string;
  id: number;
  token: number;
  label: number;
}

/** As much as the token handler takes. */
const longestToken = 512;

/**
 * Understands a list of apps: a line each with app ID, app token and, optionally, a label, with commas, semicolons, tabs
 * or spaces between; CSV with quotes and a header line; and `NAME_APP_ID=`, `NAME_APP_TOKEN=` pairs. Lines that begin
 * with `#` are comments. Where an app stands there twice the later line counts. Never throws.
 */
export function parseImport(text: string): ImportLines {
  const apps: ImportApp[] = [];
  const leftOut: LeftOut[] = [];
  const assignments: NumberedLine[] = [];
  let header: Header | undefined;
  const take = (line: NumberedLine, read: { appId: string; appToken: string; label: string } | Reason) => {
    const app = 'why' in read ? read : checked(line.line, read);
    if ('why' in app) leftOut.push({ ...line, reason: app });
    else apps.push(app);
  };
  for (const line of linesOf(text)) {
    const found = readHeader(line.text);
    if (found) header = found === 'usual order' ? undefined : found;
    else if (isAssignment(line.text)) assignments.push(line);
    else take(line, readLine(line.text, header));
  }
  const pairs = pairUp(assignments);
  for (const { line, appId, appToken } of pairs.pairs) take(line, { appId, appToken, label: '' });
  return lastOfEach(apps, [...leftOut, ...pairs.leftOut]);
}

/** The apps as lines that `parseImport` reads back. */
export const formatImport = (apps: readonly Omit<ImportApp, 'line'>[]): string =>
  apps.map(({ appId, appToken, label }) => [appId, writeCell(appToken), ...(label ? [writeCell(label)] : [])].join(',')).join('\n');

function linesOf(text: string): NumberedLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line.replace(/^[^\S\t]+/, '') }))
    .filter(({ text: line }) => line.trim() !== '' && !line.startsWith('#'));
}

function readLine(text: string, header: Header | undefined) {
  const cells = header && text.includes(header.delimiter) ? readCells(text, header.delimiter) : undefined;
  if (cells === badQuote) return { why: 'bad-quote' as const };
  if (cells && header) return { appId: cells[header.id] ?? '', appToken: cells[header.token] ?? '', label: cells[header.label] ?? '' };
  const id = readCell(text);
  if (id === badQuote) return { why: 'bad-quote' as const };
  const token = readCell(id.rest);
  if (token === badQuote) return { why: 'bad-quote' as const };
  const label = readLastCell(token.rest);
  return label === badQuote ? { why: 'bad-quote' as const } : { appId: id.value, appToken: token.value, label };
}

function readHeader(text: string): Header | 'usual order' | undefined {
  if (/^(?:app[ _-]?)?id +(?:app[ _-]?)?token(?: +(?:label|name))?\s*$/i.test(text)) return 'usual order';
  for (const delimiter of ['\t', ';', ',']) {
    const cells = readCells(text, delimiter);
    if (cells === badQuote) continue;
    const column = (name: RegExp) => cells.findIndex((cell) => name.test(cell));
    const id = column(/^(?:app[ _-]?)?id$/i);
    const token = column(/^(?:app[ _-]?)?token$/i);
    if (id >= 0 && token >= 0) return { delimiter, id, token, label: column(/^(?:label|(?:app[ _-]?)?name|title|app)$/i) };
  }
  return undefined;
}

function checked(line: number, read: { appId: string; appToken: string; label: string }): ImportApp | Reason {
  const appId = visible(read.appId);
  const appToken = visible(read.appToken);
  const label = read.label.replace(/\p{Cc}+/gu, ' ').trim();
  if (!/^\d+$/.test(appId)) return { why: 'no-id' };
  if (!/^[1-9]/.test(appId) || !Number.isSafeInteger(Number(appId))) return { why: 'bad-id' };
  if (appToken === '') return { why: 'no-token' };
  if (appToken.length > longestToken) return { why: 'long-token' };
  // In the wrong order the token would be shown and kept as a label.
  if (looksLikeToken(label) || (appToken.length >= 8 && label.includes(appToken))) return { why: 'label-is-token' };
  return { line, appId, appToken, label };
}

/** Without what comes along unseen when text is copied from a web page. */
const visible = (text: string) => text.replace(/[\u200b\u2060\ufeff]/g, '').trim();

/** Podio's app tokens are 32 hexadecimal digits; the sandbox's say what they are. */
const looksLikeToken = (text: string) => /[0-9a-f]{32}/i.test(text) || /^\S*token\S*\d$/i.test(text);

/** Of lines with the same app the last one counts, as it does in a list that somebody went on writing. */
function lastOfEach(apps: ImportApp[], leftOut: LeftOut[]): ImportLines {
  const last = new Map<string, ImportApp>();
  const earlier: ImportApp[] = [];
  for (const app of apps.sort((one, other) => one.line - other.line)) {
    const before = last.get(app.appId);
    if (before) earlier.push(before);
    last.set(app.appId, { ...app, label: app.label || before?.label || '' });
  }
  const repeats = earlier.map((app): LeftOut => {
    const { line, appToken } = last.get(app.appId) as ImportApp;
    return { line: app.line, text: formatImport([app]), reason: { why: appToken === app.appToken ? 'repeated' : 'replaced', line } };
  });
  const byLine = <T extends { line: number }>(all: T[]) => all.sort((one, other) => one.line - other.line);
  return { apps: byLine([...last.values()]), leftOut: byLine([...leftOut, ...repeats]) };
}
