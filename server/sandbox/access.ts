import type { Ref, Role } from '../podio/types.ts';
import type { Call } from './call.ts';
import { type ApiError, forbidden, gone, notFound } from './errors.ts';
import { administers, roleInSpace } from './membership.ts';
import { type Permission, permits, type ScopeTarget } from './scope.ts';
import type { Store, StoredApp, StoredItem, StoredOrganisation, StoredSpace } from './store.ts';

/**
 * Who may do what: an app reaches itself and nothing else; a person reaches the workspaces they are a member of, and changes apps they
 * administer; a scope narrows both. Each function gives the object that was asked for, or throws what Podio would answer.
 */

/** The recorded sentence, as in `The user with id 1 does not have the right view on user with id 2`. */
export const lacksRight = (ref: Ref, right: string, type: string, id: number): ApiError =>
  forbidden(`The ${ref.type} with id ${ref.id} does not have the right ${right} on ${type} with id ${id}`);

/** @throws {ApiError} 403 where the scope of the token does not reach it */
export function checkScope({ grant }: Call, target: ScopeTarget, permission: Permission): void {
  if (permits(grant.permissions, target, permission)) return;
  const [{ type, id } = { type: 'global' }] = target;
  throw forbidden(
    `The scope "${grant.scope}" of this token does not include ${permission} on ${type}${id === undefined ? '' : ` with id ${id}`}`,
  );
}

/** The person who acts. @throws {ApiError} 403 for an app, and where the scope leaves the own account out */
export function actingUser(call: Call, permission: Permission = 'read'): number {
  if (call.ref.type !== 'user') throw forbidden('Authentication as app is not allowed for this method');
  checkScope(call, [{ type: 'user', id: call.ref.id }], permission);
  return call.ref.id;
}

export const spaceTarget = ({ spaceId, orgId }: StoredSpace): ScopeTarget => [
  { type: 'space', id: spaceId },
  { type: 'org', id: orgId },
];

export function appTarget({ appId, spaceId }: StoredApp, store: Store): ScopeTarget {
  const space = store.spaces.get(spaceId);
  return [{ type: 'app', id: appId }, ...(space ? spaceTarget(space) : [])];
}

export function reachOrganisation(call: Call, orgId: number, permission: Permission = 'read'): StoredOrganisation {
  const organisation = call.store.organisations.get(orgId);
  if (!organisation) throw notFound();
  const isIn = call.ref.type === 'user' && organisation.roles.has(call.ref.id);
  if (!isIn) throw lacksRight(call.ref, 'view', 'org', orgId);
  checkScope(call, [{ type: 'org', id: orgId }], permission);
  return organisation;
}

/** A workspace of which the person is a member; an app may not even see its own. */
export function reachSpace(call: Call, spaceId: number, permission: Permission = 'read', right: 'view' | 'update' = 'view'): StoredSpace {
  const space = call.store.spaces.get(spaceId);
  if (!space) throw notFound();
  const role = call.ref.type === 'user' ? roleInSpace(call.ref.id, space) : undefined;
  if (!role || (right === 'update' && role !== 'admin')) throw lacksRight(call.ref, right, 'space', spaceId);
  checkScope(call, spaceTarget(space), permission);
  return space;
}

/** What one may do with an app: see it, work with its items, listen to it, change its definition. */
export type AppRight = 'view' | 'add_item' | 'add_hook' | 'update';

export function reachApp(call: Call, appId: number, permission: Permission = 'read', right: AppRight = 'view'): StoredApp {
  const app = call.store.apps.get(appId);
  if (!app) throw notFound();
  if (!hasAppRight(call, app, right)) throw lacksRight(call.ref, right, 'app', appId);
  checkScope(call, appTarget(app, call.store), permission);
  if (app.status === 'deleted') throw gone();
  return app;
}

function hasAppRight({ ref, store }: Call, app: StoredApp, right: AppRight): boolean {
  if (ref.type === 'app') return ref.id === app.appId && right !== 'update';
  const role = roleInSpace(ref.id, store.spaces.get(app.spaceId));
  return role !== undefined && (right === 'view' || right === 'add_item' || administers(ref.id, app, store));
}

/** An item by its `item_id`, in an app that one reaches. */
export function reachItem(call: Call, itemId: number, permission: Permission = 'read'): StoredItem {
  const item = call.store.items.get(itemId);
  if (!item) {
    if (call.store.wasDeleted('item', itemId)) throw gone();
    throw notFound(`No item with id ${itemId} could be found`);
  }
  const app = call.store.apps.get(item.appId);
  const right = permission === 'read' ? 'view' : permission === 'write' ? 'update' : 'delete';
  if (!app || !hasAppRight(call, app, 'view')) throw lacksRight(call.ref, right, 'item', itemId);
  checkScope(call, appTarget(app, call.store), permission);
  return item;
}

/** The role a person has where an app stands; none for an app. */
export const roleOf = ({ ref, store }: Call, spaceId: number): Role | undefined =>
  ref.type === 'user' ? roleInSpace(ref.id, store.spaces.get(spaceId)) : undefined;
