import type { CallOptions } from './call-options.ts';
import type { Item, ItemFilter, ItemList } from './types.ts';

/**
 * All items that match, page by page, as they are read: `for await (const item of client.items(22117, { filters: { status: [1] } }))`.
 *
 * Oldest first if the filter names no order, so that what is added meanwhile comes at the end and nothing comes twice. `limit` is the size
 * of a page (500, the most that Podio takes, if absent): of these calls it allows 250 an hour.
 */
export type IterateItems = (appId: number, filter?: ItemFilter, options?: CallOptions) => AsyncGenerator<Item, void, undefined>;

const largestPage = 500;

export function eachItem(read: (appId: number, filter?: ItemFilter, options?: CallOptions) => Promise<ItemList>): IterateItems {
  return async function* items(appId, filter = {}, options = {}) {
    const { limit = largestPage, offset: from = 0 } = filter;
    const order = filter.sort_by === undefined ? { sort_by: 'created_on', sort_desc: false } : {};
    for (let offset = from; ; offset += limit) {
      const page = await read(appId, { ...order, ...filter, limit, offset }, options);
      yield* page.items;
      if (page.items.length < limit) return;
    }
  };
}
