/** One field at the start of a line, and what follows its separator. */
export interface Cell {
  value: string;
  rest: string;
}

/** A quote that is not closed, or closed in the middle of a field. */
export const badQuote = Symbol('bad quote');

/** Spaces of any kind; a tab separates by itself. */
const space = '[^\\S\\t]';
const separator = new RegExp(`^(?:${space}*[,;\\t]${space}*|${space}+)`);
const quoted = /^"((?:[^"]|"")*)"/;

/** Reads up to a comma, a semicolon, a tab or a space; all of them may stand inside double quotes (RFC 4180). */
export function readCell(text: string): Cell | typeof badQuote {
  const inQuotes = readQuoted(text);
  if (inQuotes === badQuote) return badQuote;
  const { value, rest } = inQuotes ?? readPlain(text);
  const between = separator.exec(rest)?.[0] ?? '';
  if (inQuotes && between === '' && rest !== '') return badQuote;
  return { value, rest: rest.slice(between.length) };
}

/** What is left of a line as one value: unquoted where it is quoted, further columns left out; else as it stands, commas and all. */
export function readLastCell(text: string): string | typeof badQuote {
  const cell = readQuoted(text);
  if (cell === badQuote) return badQuote;
  return cell && (cell.rest === '' || separator.test(cell.rest)) ? cell.value : text.replace(/[\s,;]+$/, '');
}

/** All cells of a line with a known separator. */
export function readCells(line: string, delimiter: string): string[] | typeof badQuote {
  const cells: string[] = [];
  for (let text = line; ; ) {
    const trimmed = text.replace(/^[^\S\t]+/, '');
    const inQuotes = readQuoted(trimmed);
    if (inQuotes === badQuote) return badQuote;
    const rest = inQuotes ? inQuotes.rest.trimStart() : text;
    const end = rest.indexOf(delimiter);
    if (inQuotes && rest !== '' && end !== 0) return badQuote;
    cells.push(inQuotes ? inQuotes.value : (end < 0 ? rest : rest.slice(0, end)).trim());
    if (end < 0) return cells;
    text = rest.slice(end + 1);
  }
}

/** Writes a value so that it is read back as it is. */
export const writeCell = (value: string): string => (/["\s,;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function readPlain(text: string): Cell {
  const value = /^[^\s,;]*/.exec(text)?.[0] ?? '';
  return { value, rest: text.slice(value.length) };
}

function readQuoted(text: string): Cell | undefined | typeof badQuote {
  if (!text.startsWith('"')) return undefined;
  const match = quoted.exec(text);
  return match ? { value: (match[1] ?? '').replaceAll('""', '"'), rest: text.slice(match[0].length) } : badQuote;
}
