import type { Role } from '../podio/types.ts';
import type { Store, StoredApp, StoredOrganisation, StoredSpace } from './store.ts';

/** The organisations in which a person has a role or a workspace. */
export function organisationsOf(userId: number, store: Store): StoredOrganisation[] {
  const withSpace = new Set(spacesOf(userId, store).map(({ orgId }) => orgId));
  return [...store.organisations.values()].filter(({ orgId, roles }) => roles.has(userId) || withSpace.has(orgId));
}

/** The workspaces of which a person is a member, by name. */
export function spacesOf(userId: number, store: Store): StoredSpace[] {
  return [...store.spaces.values()].filter(({ roles }) => roles.has(userId)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const roleInSpace = (userId: number, space: StoredSpace | undefined): Role | undefined => space?.roles.get(userId);

export const administers = (userId: number, app: StoredApp, store: Store): boolean =>
  roleInSpace(userId, store.spaces.get(app.spaceId)) === 'admin';
