import { common } from './en/common.ts';
import { formatter } from './format.ts';

/** All words of the app in English. Another language is another object of this shape. */
export const en = {
  language: 'en',
  format: formatter('en'),
  common,
};
