import type { Organisation } from '../../podio/types.ts';
import { formatDateTime } from '../clock.ts';
import { spacesOf } from '../membership.ts';
import type { Store, StoredOrganisation } from '../store.ts';
import { renderByline } from './byline.ts';
import { renderSpaceMini } from './space.ts';
import { organisationUrl } from './urls.ts';

/** An organisation with the workspaces that a person is a member of. @see https://developers.podio.com/doc/organizations */
export function renderOrganisation(organisation: StoredOrganisation, userId: number, store: Store): Organisation {
  const role = organisation.roles.get(userId) ?? null;
  return {
    org_id: organisation.orgId,
    name: organisation.name,
    url: organisationUrl(organisation),
    url_label: organisation.urlLabel,
    logo: null,
    image: null,
    premium: false,
    role,
    status: 'active',
    type: 'free',
    user_limit: null,
    created_on: formatDateTime(organisation.createdOn),
    created_by: renderByline({ type: 'user', id: organisation.createdBy }, store),
    domains: [],
    rights: role === 'admin' ? ['view', 'update', 'delete', 'add_space', 'view_admins', 'statistics'] : ['view', 'add_space'],
    rank: 0,
    tier: null,
    spaces: spacesOf(userId, store)
      .filter(({ orgId }) => orgId === organisation.orgId)
      .map((space) => renderSpaceMini(space, space.roles.get(userId), store)),
  };
}
