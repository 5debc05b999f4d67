/** How a list of items is looked at. All of it stands in the address, so a link, a reload and Back keep it. */
export interface ItemsView {
  /** From 1. */
  page: number;
  /** Items on a page. */
  rows: number;
  sort: Sort;
  /** External ids of the fields shown as columns, in order; undefined: the default ones. */
  fields: readonly string[] | undefined;
}

export interface Sort {
  /** `item` (the number within the app), `title`, or the external id of a field. */
  by: string;
  descending: boolean;
}

export const rowsChoices = [30, 100, 500] as const;
/** Podio's own order: the newest item first. */
export const defaultSort: Sort = { by: 'item', descending: true };
const mostFields = 50;

/** Reads `?page&sort&rows&fields`; what makes no sense there is taken as not said. */
export function readView(search: string): ItemsView {
  const query = new URLSearchParams(search);
  const page = Number(query.get('page'));
  const rows = Number(query.get('rows'));
  const [, minus, by] = /^(-?)([^-].{0,99})$/.exec(query.get('sort') ?? '') ?? [];
  const fields = query.get('fields');
  return {
    page: Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1,
    rows: rowsChoices.find((choice) => choice === rows) ?? rowsChoices[0],
    sort: by ? { by, descending: minus === '-' } : defaultSort,
    fields: fields === null ? undefined : fields.split(',').filter(Boolean).slice(0, mostFields),
  };
}

/** The query of an address, with its `?`; what is the default is left out. */
export function viewSearch({ page, rows, sort, fields }: ItemsView): string {
  const query: string[] = [];
  if (page !== 1) query.push(`page=${page}`);
  if (sort.by !== defaultSort.by || sort.descending !== defaultSort.descending)
    query.push(`sort=${sort.descending ? '-' : ''}${encodeURIComponent(sort.by)}`);
  if (rows !== rowsChoices[0]) query.push(`rows=${rows}`);
  if (fields) query.push(`fields=${fields.map(encodeURIComponent).join(',')}`);
  return query.length > 0 ? `?${query.join('&')}` : '';
}

/** The view with something else about it; what changes the order or the size of pages begins at the first again. */
export function changeView(view: ItemsView, change: Partial<ItemsView>): ItemsView {
  return { ...view, ...((change.sort || change.rows) && { page: 1 }), ...change };
}
