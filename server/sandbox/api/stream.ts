import { actingUser, appTarget, reachApp, reachOrganisation, reachSpace } from '../access.ts';
import type { Call } from '../call.ts';
import { formatDateTime } from '../clock.ts';
import { spacesOf } from '../membership.ts';
import { paging } from '../query.ts';
import { renderAppMini } from '../render/app.ts';
import { renderCreation } from '../render/byline.ts';
import { renderComment } from '../render/comment.ts';
import { renderSpaceMini } from '../render/space.ts';
import { itemUrl } from '../render/urls.ts';
import type { Router } from '../router.ts';
import { permits } from '../scope.ts';
import type { StoredItem } from '../store.ts';
import { contextOf } from './items.ts';

/** What happened lately, the newest first: here that is what happened to items. @see https://developers.podio.com/doc/stream */
export function streamOperations(route: Router): void {
  route.get(
    '/stream',
    (call) => {
      actingUser(call);
      return stream(call, appsOf(call, spaceIds(call)));
    },
    { usersOnly: true },
  );
  route.get('/stream/app/:app_id', (call) => stream(call, [reachApp(call, call.id('app_id')).appId]));
  route.get('/stream/space/:space_id', (call) => stream(call, appsOf(call, [reachSpace(call, call.id('space_id')).spaceId])));
  route.get('/stream/org/:org_id', (call) => {
    const { orgId } = reachOrganisation(call, call.id('org_id'));
    return stream(call, appsOf(call, spaceIds(call, orgId)));
  });
}

const spaceIds = (call: Call, orgId?: number): number[] =>
  spacesOf(call.ref.id, call.store)
    .filter((space) => orgId === undefined || space.orgId === orgId)
    .map(({ spaceId }) => spaceId);

const appsOf = ({ store, grant }: Call, ids: readonly number[]): number[] =>
  [...store.apps.values()]
    .filter((app) => app.status === 'active' && ids.includes(app.spaceId) && permits(grant.permissions, appTarget(app, store), 'read'))
    .map(({ appId }) => appId);

function stream(call: Call, appIds: readonly number[]) {
  const { limit, offset } = paging(call.query, 10, 100);
  return appIds
    .flatMap((appId) => [...call.store.itemsOf(appId).values()])
    .sort((a, b) => b.lastEventOn - a.lastEventOn || b.itemId - a.itemId)
    .slice(offset, offset + limit)
    .map((item) => render(call, item));
}

function render(call: Call, item: StoredItem) {
  const { store, ref } = call;
  const app = store.apps.get(item.appId);
  const space = app && store.spaces.get(app.spaceId);
  return {
    type: 'item',
    id: item.itemId,
    title: item.title,
    link: itemUrl(item, store),
    last_update_on: formatDateTime(item.lastEventOn),
    ...renderCreation(item.createdOn, item.createdBy, store),
    app: app ? renderAppMini(app, store) : null,
    space: space ? renderSpaceMini(space, ref.type === 'user' ? space.roles.get(ref.id) : undefined, store) : null,
    data: { item_id: item.itemId, app_item_id: item.appItemId, revision: item.revision },
    comments: [...store.comments.values()]
      .filter((comment) => comment.ref.type === 'item' && comment.ref.id === item.itemId)
      .map((comment) => renderComment(comment, contextOf(call))),
    files: [],
    rights: ['view', 'comment'],
  };
}
