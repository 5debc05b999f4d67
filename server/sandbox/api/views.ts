import { reachApp } from '../access.ts';
import type { Call } from '../call.ts';
import { formatDateTime } from '../clock.ts';
import { invalidValue, notFound } from '../errors.ts';
import { compileFilters } from '../items/filter.ts';
import { renderByline } from '../render/byline.ts';
import type { Router } from '../router.ts';
import type { StoredView } from '../store.ts';
import { isObject } from '../values.ts';

/** Filters and orders that an app's people keep. @see https://developers.podio.com/doc/views */
export function viewOperations(route: Router): void {
  route.get('/view/app/:app_id', (call) => {
    const { appId } = reachApp(call, call.id('app_id'));
    return [...call.store.views.values()].filter((view) => view.appId === appId).map((view) => render(view, call));
  });

  route.get('/view/:view_id', (call) => render(reachView(call), call));

  route.post('/view/app/:app_id', (call) => {
    const app = reachApp(call, call.id('app_id'), 'write', 'add_item');
    const { name, sort_by: sortBy = null, sort_desc: sortDesc = false, filters = {} } = call.body;
    if (typeof name !== 'string' || name.trim() === '') throw invalidValue(name, 'must be string');
    if (sortBy !== null && typeof sortBy !== 'string' && typeof sortBy !== 'number') throw invalidValue(sortBy, 'must be string');
    if (typeof sortDesc !== 'boolean') throw invalidValue(sortDesc, 'must be boolean');
    if (!isObject(filters)) throw invalidValue(filters, 'must be object');
    compileFilters(filters, app, call.now);
    const viewId = call.store.nextId('view');
    const order = { sortBy: sortBy === null ? null : String(sortBy), sortDesc };
    call.store.views.set(viewId, { viewId, appId: app.appId, name, ...order, filters, createdOn: call.now, createdBy: call.actor.ref });
    return { view_id: viewId };
  });

  route.delete('/view/:view_id', (call) => {
    const view = reachView(call);
    const isOwn = view.createdBy.type === call.ref.type && view.createdBy.id === call.ref.id;
    if (!isOwn) reachApp(call, view.appId, 'write', 'update');
    call.store.views.delete(view.viewId);
    return undefined;
  });
}

function reachView(call: Call): StoredView {
  const viewId = call.id('view_id');
  const view = call.store.views.get(viewId);
  if (!view) throw notFound(`No view with id ${viewId} could be found`);
  reachApp(call, view.appId);
  return view;
}

const render = ({ viewId, name, sortBy, sortDesc, filters, createdOn, createdBy }: StoredView, { store }: Call) => ({
  view_id: viewId,
  name,
  type: 'saved',
  private: false,
  layout: 'table',
  sort_by: sortBy,
  sort_desc: sortDesc,
  filters: Object.entries(filters).map(([key, values]) => ({ key, values })),
  fields: {},
  groupings: null,
  rights: ['update', 'delete'],
  created_on: formatDateTime(createdOn),
  created_by: renderByline(createdBy, store),
});
