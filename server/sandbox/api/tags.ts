import { reachApp, reachItem } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidValue } from '../errors.ts';
import { announce } from '../hooks/announce.ts';
import type { Router } from '../router.ts';

/** Words on items. @see https://developers.podio.com/doc/tags */
export function tagOperations(route: Router): void {
  route.get('/tag/app/:app_id', (call) => {
    const { appId } = reachApp(call, call.id('app_id'));
    const counts = new Map<string, number>();
    for (const { tags } of call.store.itemsOf(appId).values()) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const list = [...counts].map(([text, count]) => ({ count, text }));
    const text = call.query.text('text')?.toLowerCase();
    return list
      .filter((tag) => text === undefined || tag.text.toLowerCase().includes(text))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, call.query.integer('limit', { least: 1 }) ?? 100);
  });

  route.post('/tag/item/:item_id', (call) => {
    const item = reachItem(call, call.id('item_id'), 'write');
    const tags = tagsOf(call);
    item.tags = [...new Set([...item.tags, ...tags])];
    announce(call, 'tag.add', { type: 'item', id: item.itemId });
    return undefined;
  });

  route.put('/tag/item/:item_id', (call) => {
    reachItem(call, call.id('item_id'), 'write').tags = [...new Set(tagsOf(call))];
    return undefined;
  });

  route.delete('/tag/item/:item_id', (call) => {
    const item = reachItem(call, call.id('item_id'), 'write');
    const text = call.query.text('text');
    item.tags = item.tags.filter((tag) => tag !== text);
    announce(call, 'tag.delete', { type: 'item', id: item.itemId });
    return undefined;
  });
}

/** A list of texts is the whole body. */
function tagsOf({ request: { body } }: Call): string[] {
  if (!Array.isArray(body)) throw invalidValue(body, 'must be array');
  return body.map((tag) => {
    if (typeof tag !== 'string' || tag.trim() === '') throw invalidValue(tag, 'must be string');
    return tag;
  });
}
