/** Case and accents do not matter in a search. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of the search occurs somewhere in the text, which is folded already. */
export const hasWords = (folded: string, query: string): boolean =>
  fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
