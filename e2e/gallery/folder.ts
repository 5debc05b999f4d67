import { fileURLToPath } from 'node:url';
import type { Look } from '../screens/looks.ts';

/** Where the gallery goes; git ignores it. */
export const folder = fileURLToPath(new URL('../../gallery/', import.meta.url));

/** Wide and narrow, light and dark, each language: every pair of them is in one of four. */
export const looks: Look[] = [
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'da', theme: 'dark', width: 1280 },
  { language: 'da', theme: 'light', width: 390 },
  { language: 'en', theme: 'dark', width: 390 },
];
