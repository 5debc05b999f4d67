import { checkScope, reachOrganisation } from '../access.ts';
import { invalidValue, notFound } from '../errors.ts';
import { organisationsOf, spacesOf } from '../membership.ts';
import { renderOrganisation } from '../render/organisation.ts';
import { renderSpaceMini } from '../render/space.ts';
import type { Router } from '../router.ts';

/** Organisations of the person who acts. @see https://developers.podio.com/doc/organizations */
export function organisationOperations(route: Router): void {
  const usersOnly = { usersOnly: true };

  route.get(
    '/org',
    (call) => {
      const organisations = organisationsOf(call.ref.id, call.store);
      checkScope(
        call,
        organisations.map(({ orgId }) => ({ type: 'org', id: orgId })),
        'read',
      );
      return organisations.map((organisation) => renderOrganisation(organisation, call.ref.id, call.store));
    },
    usersOnly,
  );

  route.get(
    '/org/url',
    (call) => {
      const label = organisationLabel(call.query.text('url'));
      const found = organisationsOf(call.ref.id, call.store).find(({ urlLabel }) => urlLabel === label);
      if (!found) throw notFound();
      return renderOrganisation(reachOrganisation(call, found.orgId), call.ref.id, call.store);
    },
    usersOnly,
  );

  route.get('/org/:org_id', (call) => renderOrganisation(reachOrganisation(call, call.id('org_id')), call.ref.id, call.store), usersOnly);

  route.get(
    '/org/:org_id/space',
    (call) => {
      const { orgId } = reachOrganisation(call, call.id('org_id'));
      return spacesOf(call.ref.id, call.store)
        .filter((space) => space.orgId === orgId)
        .map((space) => renderSpaceMini(space, space.roles.get(call.ref.id), call.store));
    },
    usersOnly,
  );
}

/** `acme` of `https://podio.com/acme`. @throws {ApiError} 400 */
function organisationLabel(url: string | undefined): string {
  const label = /^https?:\/\/[^/]+\/([^/?#]+)\/?$/.exec(url ?? '')?.[1];
  if (label === undefined) throw invalidValue(url, 'must be the URL of an organisation');
  return label;
}
