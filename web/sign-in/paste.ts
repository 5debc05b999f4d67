/** What was pasted into the App ID field, where it is more than an id. */
export type Paste = { kind: 'pair'; appId: string; appToken: string } | { kind: 'address' } | undefined;

/**
 * Understands an id and a token in one paste, in either order, with any of the usual separators between (an input
 * drops line breaks, so this reads the clipboard). An address of Podio's names an app, but not by its id: nothing is guessed.
 */
export function readPaste(text: string): Paste {
  const trimmed = text.trim();
  if (/^https?:\/\/|(^|\.)podio\.com\//i.test(trimmed)) return { kind: 'address' };
  const parts = trimmed.split(/[\s,;|:="']+/).filter(Boolean);
  if (parts.length !== 2) return undefined;
  const [one = '', other = ''] = parts;
  const isId = (part: string) => /^\d{1,16}$/.test(part);
  if (isId(one) && isToken(other)) return { kind: 'pair', appId: one, appToken: other };
  if (isId(other) && isToken(one)) return { kind: 'pair', appId: other, appToken: one };
  return undefined;
}

const isToken = (part: string) => part.length >= 8 && /\D/.test(part);
