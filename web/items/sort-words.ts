import type { Words } from '../i18n/index.ts';
import type { Column } from './columns.ts';
import type { Sort } from './view-address.ts';

/** What an order by this is called: `newest first`, `A to Z`. */
export function orderWord({ items }: Words, { by, descending }: Sort, columns: Column[]): string {
  const kind = by === 'item' ? 'time' : (columns.find(({ externalId }) => externalId === by)?.order ?? 'text');
  return items.sort.orders[kind][descending ? 'descending' : 'ascending'];
}

export function sortLabel({ items }: Words, by: string, columns: Column[]): string {
  if (by === 'item') return items.item;
  return columns.find(({ externalId }) => externalId === by)?.label ?? items.sort.title;
}

/** `Sorted by Due, newest first`. */
export const sortSaid = (words: Words, sort: Sort, columns: Column[]): string =>
  words.items.sort.sorted(sortLabel(words, sort.by, columns), orderWord(words, sort, columns));

/** The order a first press on a head gives: what people look for in times and numbers is at their upper end. */
export function firstSort(by: string, columns: Column[]): Sort {
  const column = columns.find(({ externalId }) => externalId === by);
  return { by, descending: by === 'item' || (column !== undefined && column.order !== 'text') };
}
