import { formatter } from '../format.ts';

const { number, plural } = formatter('en');
const items = (count: number) => `${number(count)} ${plural(count, { one: 'item', other: 'items' })}`;

/** The items of one app. */
export const itemsWords = {
  page: 'Items',
  of: (app: string) => `Items of ${app}`,
  table: (app: string, page: number, pages: number) => `Items of ${app}, page ${number(page)} of ${number(pages)}`,
  count: items,
  said: (app: string, count: number) => `${app}, ${items(count)}.`,
  /** What stands around `12 seconds ago`. */
  updated: { before: 'updated ', after: '' },
  updating: 'Updating…',
  refresh: 'Refresh',
  fieldsButton: (count: number) => `Fields (${number(count)})`,
  sortAndFields: 'Sort and fields',
  item: 'Item',
  range: (first: number, last: number, total: number) => `Items ${number(first)}–${number(last)} of ${number(total)}`,
  rows: 'Rows per page',
  pager: {
    previous: 'Previous page',
    next: 'Next page',
    first: 'You are on the first page',
    last: 'You are on the last page',
  },
  loading: (app: string) => `Loading items of ${app}`,
  untitled: 'Without a title',
  noValue: '–',

  sort: {
    by: 'Sort by',
    title: 'Title',
    sorted: (column: string, order: string) => `Sorted by ${column}, ${order}`,
    orders: {
      text: { ascending: 'A to Z', descending: 'Z to A' },
      number: { ascending: 'smallest first', descending: 'largest first' },
      time: { ascending: 'oldest first', descending: 'newest first' },
    },
  },

  fields: {
    title: 'Fields',
    legend: 'Fields shown',
    showAll: 'Show all',
    reset: 'Reset',
    done: 'Done',
    none: 'This app has no fields.',
  },

  empty: {
    title: 'No items yet',
    text: (app: string) => `Items that people or scripts add to ${app} appear here.`,
    add: 'Add one in the explorer',
  },
  beyond: {
    text: (page: number, pages: number) => `There is no page ${number(page)}: these items fill ${number(pages)}.`,
    back: 'Go to the first page',
  },
};
