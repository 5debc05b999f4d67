import { randomBytes } from 'node:crypto';
import type { Reference } from '../../podio/types.ts';
import { checkScope, lacksRight, reachApp, reachSpace, spaceTarget } from '../access.ts';
import type { Call } from '../call.ts';
import { formatDateTime } from '../clock.ts';
import { ApiError, invalidValue, notFound } from '../errors.ts';
import { hookTypes } from '../hooks/announce.ts';
import { renderByline, renderVia } from '../render/byline.ts';
import type { Router } from '../router.ts';
import type { StoredHook } from '../store.ts';

/** Addresses that are told what happens in an app or a workspace, once they have proved to be there. @see https://developers.podio.com/doc/hooks */
export function hookOperations(route: Router): void {
  route.get('/hook/:ref_type/:ref_id', (call) => {
    const ref = reachHooked(call, hookedOf(call));
    return [...call.store.hooks.values()]
      .filter((hook) => hook.ref.type === ref.type && hook.ref.id === ref.id)
      .map((hook) => render(hook, call));
  });

  route.post('/hook/:ref_type/:ref_id', (call) => {
    const ref = reachHooked(call, hookedOf(call));
    const { url, type } = call.body;
    if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw invalidValue(url, 'must be a URL');
    if (!(hookTypes as readonly unknown[]).includes(type)) throw invalidValue(type, `must be one of ${hookTypes.join(', ')}`);
    const hookId = call.store.nextId('hook');
    const creation = { createdOn: call.now, createdBy: call.actor };
    call.store.hooks.set(hookId, { hookId, ref, url, type: String(type), status: 'inactive', code: null, ...creation });
    return { hook_id: hookId };
  });

  route.post('/hook/:hook_id/verify/request', (call) => {
    const hook = reachHook(call);
    hook.code = randomBytes(4).toString('hex');
    call.state.deliveries.send(hook, { hook_id: hook.hookId, type: 'hook.verify', code: hook.code });
    return undefined;
  });

  route.post('/hook/:hook_id/verify/validate', (call) => {
    const hook = reachHook(call);
    const { code } = call.body;
    if (hook.code === null || code !== hook.code) throw new ApiError(400, 'invalid_value', 'The code is not valid');
    Object.assign(hook, { status: 'active', code: null });
    return undefined;
  });

  route.delete('/hook/:hook_id', (call) => {
    call.store.hooks.delete(reachHook(call).hookId);
    return undefined;
  });
}

const hookedOf = (call: Call): Reference => ({ type: call.text('ref_type'), id: call.id('ref_id') });

/** What a hook listens to; `app_field` stands for the app of the field. */
function reachHooked(call: Call, ref: Reference): Reference {
  if (ref.type === 'app') {
    reachApp(call, ref.id, 'write', 'add_hook');
    return ref;
  }
  if (ref.type === 'app_field') {
    const app = [...call.store.apps.values()].find(({ fields }) => fields.some(({ fieldId }) => fieldId === ref.id));
    if (!app) throw notFound();
    reachApp(call, app.appId, 'write', 'add_hook');
    return { type: 'app', id: app.appId };
  }
  if (ref.type !== 'space') throw invalidValue(ref.type, 'must be one of app, app_field, space');
  const space = reachSpace(call, ref.id);
  if (space.roles.get(call.ref.id) !== 'admin') throw lacksRight(call.ref, 'add_hook', 'space', ref.id);
  checkScope(call, spaceTarget(space), 'write');
  return ref;
}

function reachHook(call: Call): StoredHook {
  const hookId = call.id('hook_id');
  const hook = call.store.hooks.get(hookId);
  if (!hook) throw notFound(`No hook with id ${hookId} could be found`);
  reachHooked(call, hook.ref);
  return hook;
}

const render = ({ hookId, url, type, status, createdOn, createdBy }: StoredHook, { store }: Call) => ({
  hook_id: hookId,
  status,
  type,
  url,
  created_on: formatDateTime(createdOn),
  created_by: renderByline(createdBy.ref, store),
  created_via: renderVia(createdBy),
});
