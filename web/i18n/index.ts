import { createStore, useStore } from '../api/store.ts';
import { en } from './en.ts';

/** Texts become `string`, functions keep their parameters: the shape a language has to fill. */
type Shape<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Shape<R>
    : { [K in keyof T]: Shape<T[K]> };
export type Words = Shape<typeof en>;

const dictionaries: Record<string, Words> = { en };
const language = createStore(pick());

/** The first language of the browser's that we have. */
function pick(): Words {
  const wanted = globalThis.navigator?.languages ?? [];
  return wanted.map((tag) => dictionaries[tag.split('-', 1)[0] ?? '']).find((words) => words !== undefined) ?? en;
}

/** The words, in a component. */
export const useWords = (): Words => useStore(language);
/** The words, outside React. */
export const words = (): Words => language.get();
