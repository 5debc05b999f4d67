import type { Role, Space, SpaceMini } from '../../podio/types.ts';
import { formatDateTime } from '../clock.ts';
import type { Store, StoredSpace } from '../store.ts';
import { renderByline } from './byline.ts';
import { renderPush } from './push.ts';
import { organisationUrl, spaceUrl } from './urls.ts';

const memberRights = ['view', 'add_app', 'add_task', 'add_status', 'add_file', 'add_widget', 'view_members', 'subscribe'];
const adminRights = [...memberRights, 'update', 'delete', 'add_user', 'add_hook', 'grant', 'install', 'archive'];

const spaceRights = (role: Role | undefined): string[] => (role === 'admin' ? adminRights : role === undefined ? [] : memberRights);

/** A workspace as it stands beside what is in it, whoever looks. */
export const renderSpaceMicro = (space: StoredSpace, store: Store) => ({
  space_id: space.spaceId,
  name: space.name,
  url: spaceUrl(space, store),
  url_label: space.urlLabel,
  org_id: space.orgId,
  type: 'regular' as const,
});

export function renderSpaceMini(space: StoredSpace, role: Role | undefined, store: Store): SpaceMini {
  return { ...renderSpaceMicro(space, store), role: role ?? null, rights: spaceRights(role) };
}

/** A workspace whole. @see https://developers.podio.com/doc/spaces/get-space-22389 */
export function renderSpace(space: StoredSpace, role: Role | undefined, store: Store): Space {
  const organisation = store.organisations.get(space.orgId);
  return {
    ...renderSpaceMini(space, role, store),
    privacy: space.privacy,
    auto_join: false,
    post_on_new_app: true,
    post_on_new_member: true,
    subscribed: role !== undefined,
    premium: false,
    description: space.description,
    video: null,
    tier: null,
    is_overdue: false,
    created_on: formatDateTime(space.createdOn),
    created_by: renderByline({ type: 'user', id: space.createdBy }, store),
    owner: { type: 'org', id: space.orgId },
    org: organisation && {
      org_id: organisation.orgId,
      name: organisation.name,
      url: organisationUrl(organisation),
      url_label: organisation.urlLabel,
      logo: null,
      image: null,
    },
    push: renderPush(`/space/${space.spaceId}`),
  };
}
