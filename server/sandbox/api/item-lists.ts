import { reachApp } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidValue, notFound } from '../errors.ts';
import { compileFilters } from '../items/filter.ts';
import { type ListQuery, listItems, mostItems } from '../items/list-items.ts';
import { paging, withinBounds } from '../query.ts';
import type { Router } from '../router.ts';
import type { StoredView } from '../store.ts';
import { isInteger } from '../values.ts';
import { contextOf } from './items.ts';

const defaultLimit = 30;

/** Many items at once. Filtering counts as a heavy call. @see https://developers.podio.com/doc/items/filter-items-4496747 */
export function itemListOperations(route: Router): void {
  route.post('/item/app/:app_id/filter', (call) => list(call, fromBody(call.body)), { heavy: true });

  route.post(
    '/item/app/:app_id/filter/:view_id',
    (call) => {
      const view = findView(call, call.id('view_id'));
      const { filters, ...others } = fromBody({ sort_by: view.sortBy, sort_desc: view.sortDesc, ...call.body });
      return list(call, { ...others, filters: { ...view.filters, ...(filters as object) } });
    },
    { heavy: true },
  );

  route.get('/item/app/:app_id', (call) => list(call, fromQuery(call)));

  route.get('/item/app/:app_id/count', (call) => {
    const app = reachApp(call, call.id('app_id'));
    const viewId = call.query.integer('view_id');
    const filters = viewId === undefined ? undefined : findView(call, viewId).filters;
    const matches = compileFilters(filters, app, call.now);
    let count = 0;
    for (const item of call.store.itemsOf(app.appId).values()) if (matches(item)) count += 1;
    return { count };
  });
}

const list = (call: Call, query: ListQuery) => listItems(reachApp(call, call.id('app_id')), query, contextOf(call), call.now);

function findView(call: Call, viewId: number): StoredView {
  const view = call.store.views.get(viewId);
  if (!view || view.appId !== call.id('app_id')) throw notFound();
  return view;
}

function fromBody({ sort_by: sortBy, sort_desc: sortDesc, filters, limit, offset, remember }: Record<string, unknown>): ListQuery {
  for (const flag of [sortDesc, remember])
    if (flag !== undefined && flag !== null && typeof flag !== 'boolean') throw invalidValue(flag, 'must be boolean');
  if (sortBy !== undefined && sortBy !== null && typeof sortBy !== 'string' && !isInteger(sortBy))
    throw invalidValue(sortBy, 'must be string');
  const by = sortBy === undefined || sortBy === null || sortBy === '' ? undefined : String(sortBy);
  return {
    filters,
    order: orderOf(by, (sortDesc ?? undefined) as boolean | undefined),
    limit: integerOf(limit, 1, mostItems) ?? defaultLimit,
    offset: integerOf(offset, 0, Number.MAX_SAFE_INTEGER) ?? 0,
  };
}

/** Newest first, unless asked otherwise. Assumed: whatever the key, the order is descending where nothing is said. */
const orderOf = (by: string | undefined, descending = true): ListQuery['order'] => ({ by: by ?? 'created_on', descending });

function integerOf(value: unknown, least: number, most: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isInteger(value)) throw invalidValue(value, 'must be integer');
  return withinBounds(value, least, most);
}

const ownParameters = ['limit', 'offset', 'sort_by', 'sort_desc', 'remember', 'fields', 'oauth_token', 'view_id'];

/** Filters stand in the query by their keys: lists with commas or semicolons, bounds as `from-to`. */
function fromQuery({ query }: Call): ListQuery {
  const filters = Object.fromEntries(query.others(ownParameters).map(([key, text]) => [key, filterOf(text)]));
  return {
    filters,
    order: orderOf(query.text('sort_by') || undefined, query.boolean('sort_desc')),
    ...paging(query, defaultLimit, mostItems),
  };
}

function filterOf(text: string): unknown {
  const date = String.raw`\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2})?`;
  const bounds = new RegExp(`^(${date}|\\d+(?:\\.\\d+)?)?-(${date}|\\d+(?:\\.\\d+)?)?$`).exec(text);
  if (bounds && text !== '-') return { from: bounds[1], to: bounds[2] };
  const parts = text.split(/[,;]/);
  return parts.every((part) => /^\d{1,15}$/.test(part)) ? parts.map(Number) : parts.length === 1 ? text : parts;
}
