const ellipsis = '…';

/** Longest name that is kept, in bytes of UTF-8: it is Podio's, and unbounded there. */
export const LONGEST_NAME = 400;

/**
 * Shortens names so that all of them together, each with the byte that tells its length, take at most `budget` bytes. The longest
 * give way first; one that is cut ends in an ellipsis and is never cut inside a character.
 */
export function shortenAll(names: readonly string[], budget: number): string[] {
  const longest = Math.max(0, ...names.map((name) => Buffer.byteLength(name)));
  let fits = 0;
  let tooLong = longest + 1;
  while (tooLong - fits > 1) {
    const limit = (fits + tooLong) >> 1;
    if (total(names, limit) <= budget) fits = limit;
    else tooLong = limit;
  }
  return names.map((name) => shorten(name, fits));
}

/** `name` in at most `limit` bytes of UTF-8. */
export function shorten(name: string, limit: number): string {
  if (Buffer.byteLength(name) <= limit) return name;
  const mark = limit >= Buffer.byteLength(ellipsis) + 1 ? ellipsis : '';
  const room = limit - Buffer.byteLength(mark);
  let used = 0;
  let kept = '';
  graphemes ??= new Intl.Segmenter();
  for (const { segment } of graphemes.segment(name)) {
    used += Buffer.byteLength(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept.trimEnd() + mark;
}

/** Made when it is first needed: Node reads what it knows of languages for it, a hundredth of a second of a start. */
let graphemes: Intl.Segmenter | undefined;

/** One byte tells a length up to 127, two a longer one; the empty name's byte is counted by the caller. */
function total(names: readonly string[], limit: number): number {
  return names.reduce((sum, name) => {
    const bytes = Math.min(Buffer.byteLength(name), limit);
    return sum + bytes + (bytes > 127 ? 1 : 0);
  }, 0);
}
