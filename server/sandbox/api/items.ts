import { reachApp, reachItem } from '../access.ts';
import type { Call } from '../call.ts';
import { gone, notFound } from '../errors.ts';
import type { FieldContext } from '../fields/field-type.ts';
import { announce } from '../hooks/announce.ts';
import { createItem, updateItem, type Writing } from '../items/write-item.ts';
import { renderItem } from '../render/item.ts';
import type { Router } from '../router.ts';
import type { StoredApp, StoredItem } from '../store.ts';

/** Items one by one. `item_id` counts over all of Podio, `app_item_id` within the app. @see https://developers.podio.com/doc/items */
export function itemOperations(route: Router): void {
  route.get('/item/:item_id', (call) => render(call, reachItem(call, call.id('item_id'))));

  route.get('/app/:app_id/item/:app_item_id', (call) => {
    const app = reachApp(call, call.id('app_id'));
    const appItemId = call.id('app_item_id');
    const item = call.store.itemsOf(app.appId).get(appItemId);
    if (item) return render(call, item);
    throw appItemId <= app.lastAppItemId && appItemId > 0 ? gone() : notFound(`No item with id ${appItemId} could be found`);
  });

  route.get('/item/app/:app_id/external_id/:external_id', (call) => {
    const app = reachApp(call, call.id('app_id'));
    const externalId = call.text('external_id');
    for (const item of call.store.itemsOf(app.appId).values()) if (item.externalId === externalId) return render(call, item);
    throw notFound(`No item with external id ${externalId} could be found`);
  });

  route.post('/item/app/:app_id', (call) => {
    const app = reachApp(call, call.id('app_id'), 'write', 'add_item');
    const item = createItem(app, call.body, writing(call));
    attachFiles(call, item);
    announce(call, 'item.create', { type: 'item', id: item.itemId }, revisionOf(item));
    return { item_id: item.itemId, app_item_id: item.appItemId, title: item.title, revision: item.revision };
  });

  route.put('/item/:item_id', (call) => {
    const item = reachItem(call, call.id('item_id'), 'write');
    updateItem(item, appOf(call, item), call.body, writing(call));
    attachFiles(call, item);
    announce(call, 'item.update', { type: 'item', id: item.itemId }, revisionOf(item));
    return { revision: item.revision, title: item.title };
  });

  route.delete('/item/:item_id', (call) => {
    removeItem(call, reachItem(call, call.id('item_id'), 'delete'));
    return undefined;
  });
}

const revisionOf = ({ revisions }: StoredItem) => ({ item_revision_id: revisions.at(-1)?.itemRevisionId ?? 0 });

export function removeItem(call: Call, item: StoredItem): void {
  announce(call, 'item.delete', { type: 'item', id: item.itemId });
  call.store.deleteItem(item);
}

/** Files that an item holds, in `files` or in a field, can be opened by whoever reaches the item. */
function attachFiles({ store }: Call, item: StoredItem): void {
  const inFields = store.apps
    .get(item.appId)
    ?.fields.filter(({ type }) => type === 'image')
    .flatMap(({ fieldId }) => item.values.get(fieldId) ?? []);
  for (const id of [...item.fileIds, ...((inFields ?? []) as number[])]) {
    const file = store.files.get(id);
    if (file) file.attachedTo ??= { type: 'item', id: item.itemId };
  }
}

export const contextOf = ({ store, state }: Call): FieldContext => ({ store, origin: state.origin });

export const writing = (call: Call): Writing => ({ context: contextOf(call), actor: call.actor, now: call.now });

/** The app of an item that was reached. */
export function appOf({ store }: Call, { appId }: StoredItem): StoredApp {
  const app = store.apps.get(appId);
  if (!app) throw new Error(`an item of app ${appId}, which does not exist`);
  return app;
}

const render = (call: Call, item: StoredItem) => renderItem(item, appOf(call, item), contextOf(call));
