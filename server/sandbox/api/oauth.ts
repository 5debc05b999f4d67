import type { ScopeGrant as RenderedGrant } from '../../podio/types.ts';
import type { Call } from '../call.ts';
import { renderAppMini } from '../render/app.ts';
import { renderSpaceMini } from '../render/space.ts';
import type { Router } from '../router.ts';
import type { ScopeGrant } from '../scope.ts';

/** What a token may do, and its end. @see https://developers.podio.com/doc/oauth-authorization */
export function oauthOperations(route: Router): void {
  route.get('/oauth/scope', (call) => mergePermissions(call.grant.permissions).map((grant) => render(grant, call)));

  // Body and effect are not documented; assumed: it ends the grant of the token that it is called with.
  route.post('/oauth/grant/invalidate', (call) => {
    call.grant.revoked = true;
    return undefined;
  });
}

type Merged = Omit<ScopeGrant, 'permission'> & { permissions: string[] };

function mergePermissions(grants: readonly ScopeGrant[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const { type, id, permission } of grants) {
    const key = `${type}_${id}`;
    const known = merged.get(key);
    if (known) known.permissions.push(permission);
    else merged.set(key, { type, id, permissions: [permission] });
  }
  return [...merged.values()];
}

function render({ type, id, permissions }: Merged, { store, ref }: Call): RenderedGrant {
  if (type === 'global') return { ref_type: null, ref_id: null, permissions, ref_data: null };
  return { ref_type: type, ref_id: type === 'user' ? ref.id : (id ?? null), permissions, ref_data: data() };

  function data(): Record<string, unknown> | null {
    const organisation = type === 'org' && id !== undefined ? store.organisations.get(id) : undefined;
    if (organisation) return { name: organisation.name, url_label: organisation.urlLabel };
    const space = type === 'space' && id !== undefined ? store.spaces.get(id) : undefined;
    if (space) return { ...renderSpaceMini(space, undefined, store) };
    const app = type === 'app' && id !== undefined ? store.apps.get(id) : undefined;
    return app ? { ...renderAppMini(app, store) } : null;
  }
}
