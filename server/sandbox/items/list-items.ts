import type { ItemList } from '../../podio/types.ts';
import type { FieldContext } from '../fields/field-type.ts';
import { renderListedItem } from '../render/item.ts';
import type { StoredApp } from '../store.ts';
import { compileFilters } from './filter.ts';
import { type Order, sortItems } from './sort.ts';

/** The most items that one call gives (assumed: integrations ask for 500 and no more). */
export const mostItems = 500;

export interface ListQuery {
  filters: unknown;
  order: Order;
  limit: number;
  offset: number;
}

/** Filters, sorts and pages. @throws {ApiError} 400 */
export function listItems(app: StoredApp, { filters, order, limit, offset }: ListQuery, context: FieldContext, now: number): ItemList {
  const all = [...context.store.itemsOf(app.appId).values()];
  const matching = all.filter(compileFilters(filters, app, now));
  const sorted = sortItems(matching, order, app, context.store);
  return {
    total: all.length,
    filtered: matching.length,
    items: sorted.slice(offset, offset + limit).map((item) => renderListedItem(item, app, context)),
  };
}
