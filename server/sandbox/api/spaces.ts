import { reachOrganisation, reachSpace, spaceTarget } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidValue, notFound } from '../errors.ts';
import { spacesOf } from '../membership.ts';
import { renderSpace, renderSpaceMini } from '../render/space.ts';
import { spaceUrl } from '../render/urls.ts';
import type { Router } from '../router.ts';
import { permits } from '../scope.ts';
import type { StoredSpace } from '../store.ts';
import { urlLabel } from '../url-label.ts';
import { isInteger } from '../values.ts';

/** Workspaces. An app may not even see its own. @see https://developers.podio.com/doc/spaces */
export function spaceOperations(route: Router): void {
  route.get('/space/:space_id', (call) => render(call, reachSpace(call, call.id('space_id'))));

  route.get('/space/top', (call) => visibleSpaces(call).map((space) => render(call, space)), { usersOnly: true });

  route.get(
    '/space/url',
    (call) => {
      const url = call.query.text('url')?.replace(/\/$/, '');
      if (!url) throw invalidValue(url, 'must be the URL of a workspace');
      const found = [...call.store.spaces.values()].find((space) => spaceUrl(space, call.store) === url);
      if (!found) throw notFound();
      return render(call, reachSpace(call, found.spaceId));
    },
    { usersOnly: true },
  );

  route.get(
    '/space/org/:org_id',
    (call) => {
      const { orgId } = reachOrganisation(call, call.id('org_id'));
      return visibleSpaces(call)
        .filter((space) => space.orgId === orgId)
        .map((space) => renderSpaceMini(space, space.roles.get(call.ref.id), call.store));
    },
    { usersOnly: true },
  );

  route.post('/space', (call) => createSpace(call), { usersOnly: true });
}

const render = (call: Call, space: StoredSpace) => renderSpace(space, space.roles.get(call.ref.id), call.store);

/** Those of the person's workspaces that the scope reaches. */
const visibleSpaces = (call: Call): StoredSpace[] =>
  spacesOf(call.ref.id, call.store).filter((space) => permits(call.grant.permissions, spaceTarget(space), 'read'));

/** Whoever makes a workspace is its administrator and its only member. */
function createSpace(call: Call) {
  const { org_id: orgId, name, privacy = 'closed' } = call.body;
  if (!isInteger(orgId)) throw invalidValue(orgId, 'must be integer');
  if (typeof name !== 'string' || name.trim() === '') throw invalidValue(name, 'must be string');
  if (privacy !== 'open' && privacy !== 'closed') throw invalidValue(privacy, 'must be open or closed');
  reachOrganisation(call, orgId, 'write');
  const { store } = call;
  const taken = [...store.spaces.values()].filter((space) => space.orgId === orgId).map((space) => space.urlLabel);
  const space: StoredSpace = {
    spaceId: store.nextId('space'),
    orgId,
    name: name.trim(),
    urlLabel: urlLabel(name, taken),
    privacy,
    description: null,
    createdOn: call.now,
    createdBy: call.ref.id,
    roles: new Map([[call.ref.id, 'admin']]),
  };
  store.spaces.set(space.spaceId, space);
  const url = spaceUrl(space, store);
  return { space_id: space.spaceId, url: space.urlLabel, full_url: url };
}
