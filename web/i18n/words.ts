import type { en } from './en.ts';
import type { Formatter } from './format.ts';

/** Texts become `string`, functions keep their parameters: the shape a language has to fill. */
type Shape<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Shape<R>
    : { [K in keyof T]: Shape<T[K]> };

/** All words of the app in one language, as it is fetched. */
export type Dictionary = Shape<typeof en>;
/** The words, and how their language writes numbers and times. */
export type Words = Dictionary & { format: Formatter };
