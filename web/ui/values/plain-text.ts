const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—' };
const blockEnd = /<\/(?:p|div|li|h[1-6]|tr|blockquote)\s*>|<br\s*\/?>/gi;

/**
 * The text of Podio's rich text, for one line of a table. It is shown as text and never as HTML, so this need not be
 * safe, only readable; the browser's own parser is a script sink that our policy forbids.
 */
export function textOfHtml(html: string): string {
  const withoutTags = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(blockEnd, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return oneLine(decodeEntities(withoutTags));
}

/** `&amp;` and its like as the characters they stand for; one that is not known stays as it is. */
export const decodeEntities = (text: string): string => text.replace(/&(#x?[\da-f]+|[a-z]+);/gi, decode);

function decode(whole: string, entity: string): string {
  if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? whole;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Runs of spaces and line ends become one space. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** At most so many characters (a surrogate pair is one), the last of them an ellipsis where something was cut. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
