import { organisationsOf, spacesOf } from '../membership.ts';
import type { ScopeGrant } from '../scope.ts';
import type { Store } from '../store.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import type { PickableObject } from './pages.ts';

/**
 * What a person can open or keep shut when a scope names kinds of objects.
 *
 * @see https://developers.podio.com/authentication/scopes
 */
export function pickableObjects(permissions: readonly ScopeGrant[], userId: number, store: Store): PickableObject[] {
  const asked = (kind: ScopeGrant['type']) => permissions.some(({ type, id }) => type === kind && id === undefined);
  const spaces = spacesOf(userId, store);
  return [
    ...(asked('org')
      ? organisationsOf(userId, store).map(({ orgId, name }) => ({ value: `org_${orgId}`, label: `Organisation ${name}` }))
      : []),
    ...(asked('space') ? spaces.map(({ spaceId, name }) => ({ value: `space_${spaceId}`, label: `Workspace ${name}` })) : []),
    ...(asked('app')
      ? [...store.apps.values()]
          .filter(({ spaceId, status }) => status === 'active' && spaces.some((space) => space.spaceId === spaceId))
          .map(({ appId, name }) => ({ value: `app_${appId}`, label: `App ${name}` }))
      : []),
  ];
}

/**
 * The scope that is granted: as it was asked where everything was picked; else with the ids of what was picked, as `space_4001:read`.
 * A kind of which nothing was picked falls away; where nothing is left, the last kind stays with an id that no object has.
 */
export function grantedScope(
  { scope, permissions }: Pick<AuthorizeRequest, 'scope' | 'permissions'>,
  picked: readonly string[],
  objects: readonly PickableObject[],
): string {
  const kept = objects.filter(({ value }) => picked.includes(value));
  if (kept.length === objects.length) return scope;
  const parts = permissions.flatMap((grant) => {
    if (grant.id !== undefined || grant.type === 'global' || grant.type === 'user') return [format(grant, grant.id)];
    return kept
      .map(({ value }) => value.split('_'))
      .filter(([type]) => type === grant.type)
      .map(([, id]) => format(grant, Number(id)));
  });
  const last = permissions.at(-1);
  return parts.length > 0 || !last ? parts.join(' ') : format(last, 0);
}

const format = ({ type, permission }: ScopeGrant, id: number | undefined): string =>
  `${type}${id === undefined ? '' : `_${id}`}:${permission}`;
