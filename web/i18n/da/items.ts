import { formatter } from '../format.ts';
import type { Words } from '../words.ts';

const { number, plural } = formatter('da');
const items = (count: number) => `${number(count)} ${plural(count, { one: 'element', other: 'elementer' })}`;

/** The items of one app. */
export const itemsWords: Words['items'] = {
  page: 'Elementer',
  of: (app) => `Elementer i ${app}`,
  table: (app, page, pages) => `Elementer i ${app}, side ${number(page)} af ${number(pages)}`,
  count: items,
  said: (app, count) => `${app}, ${items(count)}.`,
  updated: { before: 'opdateret ', after: '' },
  updating: 'Opdaterer…',
  refresh: 'Opdater',
  fieldsButton: (count) => `Felter (${number(count)})`,
  sortAndFields: 'Sortering og felter',
  item: 'Element',
  range: (first, last, total) => `Elementer ${number(first)}–${number(last)} af ${number(total)}`,
  rows: 'Rækker pr. side',
  pager: {
    previous: 'Forrige side',
    next: 'Næste side',
    first: 'Du er på den første side',
    last: 'Du er på den sidste side',
  },
  loading: (app) => `Henter elementer i ${app}`,
  untitled: 'Uden titel',
  noValue: '–',

  sort: {
    by: 'Sortér efter',
    title: 'Titel',
    sorted: (column, order) => `Sorteret efter ${column}, ${order}`,
    orders: {
      text: { ascending: 'A til Å', descending: 'Å til A' },
      number: { ascending: 'mindste først', descending: 'største først' },
      time: { ascending: 'ældste først', descending: 'nyeste først' },
    },
  },

  fields: {
    title: 'Felter',
    legend: 'Viste felter',
    showAll: 'Vis alle',
    reset: 'Nulstil',
    done: 'Færdig',
    none: 'Denne app har ingen felter.',
  },

  empty: {
    title: 'Ingen elementer endnu',
    text: (app) => `Elementer, som personer eller scripts føjer til ${app}, vises her.`,
    add: 'Tilføj et i API Explorer',
  },
  beyond: {
    text: (page, pages) => `Der er ingen side ${number(page)}: disse elementer fylder ${number(pages)}.`,
    back: 'Gå til den første side',
  },
};
