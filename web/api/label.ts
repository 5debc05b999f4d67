/** Longest label that is kept, in characters as people count them. */
export const longestLabel = 80;

/**
 * A label as it is kept: without what would turn round the words beside it or cannot be seen (controls, bidirectional overrides), in one
 * line, and bounded, since labels stand in rows, titles and the browser's storage. An emoji of several parts is never cut in two.
 */
export function cleanLabel(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const characters = [...new Intl.Segmenter().segment(visible.trim().slice(0, longestLabel * 32))];
  return characters
    .slice(0, longestLabel)
    .map(({ segment }) => segment)
    .join('')
    .trim();
}
