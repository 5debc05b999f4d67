/** Where a text was found: its line and columns, from 0; `end` is the column after it. */
export interface Match {
  line: number;
  start: number;
  end: number;
}

/** More than these are not looked for: each is drawn, and a person who looks for something types on. */
export const mostMatches = 1_000;

/** Every place in which a text occurs, whatever its case; at most {@link mostMatches}, and none for an empty text. */
export function findMatches(lines: readonly string[], text: string): Match[] {
  if (text === '') return [];
  const pattern = new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  const matches: Match[] = [];
  for (const [line, content] of lines.entries()) {
    for (const { index, 0: found } of content.matchAll(pattern)) {
      matches.push({ line, start: index, end: index + found.length });
      if (matches.length === mostMatches) return matches;
    }
  }
  return matches;
}
