import { reachApp, reachItem } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidValue, notFound } from '../errors.ts';
import { fieldTypes, valuesOf } from '../fields/fields.ts';
import { announce } from '../hooks/announce.ts';
import { compileFilters } from '../items/filter.ts';
import { findField, updateItem } from '../items/write-item.ts';
import { renderListedItem, renderRevision } from '../render/item.ts';
import type { Router } from '../router.ts';
import { isInteger } from '../values.ts';
import { appOf, contextOf, removeItem, writing } from './items.ts';

/** Parts of items, and many at once. @see https://developers.podio.com/doc/items */
export function itemPartOperations(route: Router): void {
  route.get('/item/:item_id/basic', (call) => {
    const item = reachItem(call, call.id('item_id'));
    return renderListedItem(item, appOf(call, item), contextOf(call));
  });

  route.get('/item/:item_id/value/:field', readValue);

  route.put('/item/:item_id/value/:field', (call) => {
    const { request } = call;
    const fields = { [call.text('field')]: request.body ?? call.body };
    return update(call, fields);
  });

  route.put('/item/:item_id/value', (call) => update(call, call.body));

  route.get('/item/:item_id/revision', (call) =>
    reachItem(call, call.id('item_id')).revisions.map((revision) => renderRevision(revision, call.store)),
  );

  route.get('/item/:item_id/revision/:revision', (call) => {
    const number = call.id('revision');
    const revision = reachItem(call, call.id('item_id')).revisions.find((each) => each.revision === number);
    if (!revision) throw notFound(`No revision ${number} could be found`);
    return renderRevision(revision, call.store);
  });

  route.post('/item/app/:app_id/delete', bulkDelete);
}

function readValue(call: Call) {
  const item = reachItem(call, call.id('item_id'));
  const app = appOf(call, item);
  const field = findField(app, call.text('field'));
  const type = fieldTypes[field.type];
  return valuesOf(item, field, app.fields).map((value) => type.render(value, field, contextOf(call)));
}

function update(call: Call, fields: unknown) {
  const item = reachItem(call, call.id('item_id'), 'write');
  updateItem(item, appOf(call, item), { fields }, writing(call));
  announce(call, 'item.update', { type: 'item', id: item.itemId }, { item_revision_id: item.revisions.at(-1)?.itemRevisionId ?? 0 });
  return { revision: item.revision, title: item.title };
}

/** Deletes by ids, or by filters; all of it at once, so that nothing is ever pending. */
function bulkDelete(call: Call) {
  const app = reachApp(call, call.id('app_id'), 'delete');
  const { item_ids: ids, filters } = call.body;
  if (ids === undefined && filters === undefined) throw invalidValue(undefined, 'item_ids or filters must be given');
  if (ids !== undefined && (!Array.isArray(ids) || !ids.every(isInteger))) throw invalidValue(ids, 'must be array of integers');
  const matches = compileFilters(filters, app, call.now);
  const items = [...call.store.itemsOf(app.appId).values()].filter(
    (item) => (ids === undefined || (ids as number[]).includes(item.itemId)) && matches(item),
  );
  for (const item of items) removeItem(call, item);
  return { deleted: items.map(({ itemId }) => itemId), pending: [] };
}
