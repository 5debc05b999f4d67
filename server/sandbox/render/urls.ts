import type { Store, StoredApp, StoredItem, StoredOrganisation, StoredSpace } from '../store.ts';

/** Where things would be in Podio's own pages. These addresses lead nowhere: the sandbox has no such pages. */
const site = 'https://podio.com';

export const organisationUrl = ({ urlLabel }: StoredOrganisation): string => `${site}/${urlLabel}`;

export function spaceUrl({ orgId, urlLabel }: StoredSpace, store: Store): string {
  const organisation = store.organisations.get(orgId);
  return `${organisation ? organisationUrl(organisation) : site}/${urlLabel}`;
}

export function appUrl({ spaceId, urlLabel }: StoredApp, store: Store): string {
  const space = store.spaces.get(spaceId);
  return `${space ? spaceUrl(space, store) : site}/apps/${urlLabel}`;
}

export function itemUrl({ appId, appItemId }: StoredItem, store: Store): string {
  const app = store.apps.get(appId);
  return `${app ? appUrl(app, store) : site}/items/${appItemId}`;
}

export const userUrl = (userId: number): string => `${site}/users/${userId}`;
