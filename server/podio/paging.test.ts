import { expect, it } from 'vitest';
import { eachItem } from './paging.ts';
import type { Item, ItemFilter, ItemList } from './types.ts';

/** An app with so many items, and what was asked of it. */
function appOf(count: number) {
  const asked: unknown[][] = [];
  const read = async (appId: number, filter: ItemFilter = {}, options?: object): Promise<ItemList> => {
    asked.push([appId, filter, options]);
    const { limit = 0, offset = 0 } = filter;
    const items = Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, index) => ({ item_id: offset + index }) as Item);
    return { total: count, filtered: count, items };
  };
  const all = async (...filter: [filter?: ItemFilter, options?: { signal?: AbortSignal }]) => {
    const ids: number[] = [];
    for await (const { item_id } of eachItem(read)(22117, ...filter)) ids.push(item_id);
    return ids;
  };
  return { asked, all };
}

const oldestFirst = { sort_by: 'created_on', sort_desc: false };
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

it('all items are read in the largest pages, oldest first, until one is not full', async () => {
  const { asked, all } = appOf(1204);
  expect(await all()).toEqual(range(0, 1204));
  expect(asked).toEqual([0, 500, 1000].map((offset) => [22117, { ...oldestFirst, limit: 500, offset }, {}]));
});

it('a full last page is followed by an empty one', async () => {
  const { asked, all } = appOf(4);
  expect(await all({ limit: 2 })).toEqual([0, 1, 2, 3]);
  expect(asked).toHaveLength(3);
});

it('a filter, its order, its beginning and its signal are kept', async () => {
  const { asked, all } = appOf(9);
  const options = { signal: new AbortController().signal };
  expect(await all({ sort_by: 'title', filters: { status: [1] }, limit: 4, offset: 3 }, options)).toEqual(range(3, 9));
  expect(asked).toEqual([3, 7].map((offset) => [22117, { sort_by: 'title', filters: { status: [1] }, limit: 4, offset }, options]));
});
