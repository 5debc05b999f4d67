import { formatDateTime } from '../clock.ts';
import { renderAppMini } from '../render/app.ts';
import { renderByline } from '../render/byline.ts';
import { appUrl, itemUrl, organisationUrl, spaceUrl } from '../render/urls.ts';
import type { Store } from '../store.ts';
import type { Found } from './search.ts';

/** @see https://developers.podio.com/doc/search/search-in-app-4234651 */
export function renderFound(found: Found, store: Store) {
  const app = store.apps.get(found.appId);
  const space = app && store.spaces.get(app.spaceId);
  const organisation = space && store.organisations.get(space.orgId);
  return {
    type: found.type,
    id: found.id,
    rank: found.rank,
    title: found.title,
    created_on: formatDateTime(found.createdOn),
    created_by: renderByline(found.createdBy.ref, store),
    link: linkOf(found, store),
    search_id: found.id,
    space: space ? { space_id: space.spaceId, name: space.name, url: spaceUrl(space, store), url_label: space.urlLabel } : null,
    org: organisation ? { org_id: organisation.orgId, name: organisation.name, url: organisationUrl(organisation) } : null,
    app: app ? renderAppMini(app, store) : null,
  };
}

function linkOf({ type, id, appId }: Found, store: Store): string {
  const item = type === 'item' ? store.items.get(id) : undefined;
  if (item) return itemUrl(item, store);
  const app = store.apps.get(appId);
  if (type === 'app' && app) return appUrl(app, store);
  return `https://podio.com/${type}s/${id}`;
}
