import { useColours } from '../api/remembered.ts';

/** Eight hues, told apart in both themes and with the common kinds of colour blindness; never the only sign of anything. */
export const hues = ['rose', 'orange', 'amber', 'green', 'teal', 'sky', 'indigo', 'violet'] as const;
export type Hue = (typeof hues)[number];

/** The same identity has the same hue everywhere and always (FNV-1a over its id). */
export function hueOf(authId: string): Hue {
  let hash = 0x811c9dc5;
  for (const character of authId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The last steps of FNV leave its low bits alike for ids that differ in one digit: fold the high ones in.
  return hues[((hash ^ (hash >>> 15)) >>> 0) % hues.length] as Hue;
}

/** The hue of an identity in this browser: the one that a person chose for it, else its own. */
export function useHue(authId: string): Hue {
  const chosen = useColours()[authId];
  return hues.find((hue) => hue === chosen) ?? hueOf(authId);
}

/** The letter on the tile: the first of the name, a surrogate pair as one. */
export const letterOf = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
