import { actingUser, lacksRight } from '../access.ts';
import type { Call } from '../call.ts';
import { formatDateTime } from '../clock.ts';
import { notFound } from '../errors.ts';
import { paging } from '../query.ts';
import { renderCreation } from '../render/byline.ts';
import { renderReference } from '../render/reference.ts';
import type { Router } from '../router.ts';
import type { StoredNotification } from '../store.ts';

/** What others did with the things of the person who asks. @see https://developers.podio.com/doc/notifications */
export function notificationOperations(route: Router): void {
  const usersOnly = { usersOnly: true };

  route.get(
    '/notification',
    (call) => {
      const viewed = call.query.boolean('viewed');
      const { limit, offset } = paging(call.query, 10, 100);
      const own = ownNotifications(call).filter(({ viewedOn }) => viewed === undefined || (viewedOn !== null) === viewed);
      return groups(own)
        .slice(offset, offset + limit)
        .map((group) => renderGroup(group, call));
    },
    usersOnly,
  );

  route.get('/notification/inbox/new/count', (call) => ({ new: countUnseen(call) }), usersOnly);

  route.post(
    '/notification/:notification_id/viewed',
    (call) => {
      const id = call.id('notification_id');
      const notification = call.store.notifications.get(id);
      if (!notification) throw notFound();
      if (notification.userId !== actingUser(call, 'write')) throw lacksRight(call.ref, 'view', 'notification', id);
      notification.viewedOn = call.now;
      return undefined;
    },
    usersOnly,
  );
}

/** Newest first. */
const ownNotifications = (call: Call): StoredNotification[] => {
  const userId = actingUser(call);
  return [...call.store.notifications.values()].filter((each) => each.userId === userId).reverse();
};

export const countUnseen = (call: Call): number => ownNotifications(call).filter(({ viewedOn }) => viewedOn === null).length;

/** Those about one thing stand together. */
function groups(own: readonly StoredNotification[]): [StoredNotification, ...StoredNotification[]][] {
  const byReference = new Map<string, [StoredNotification, ...StoredNotification[]]>();
  for (const notification of own) {
    const key = `${notification.ref.type}:${notification.ref.id}`;
    const group = byReference.get(key);
    if (group) group.push(notification);
    else byReference.set(key, [notification]);
  }
  return [...byReference.values()];
}

const renderGroup = (group: [StoredNotification, ...StoredNotification[]], { store }: Call) => ({
  context: { ref: group[0].ref, ...renderReference(group[0].ref, store), rights: ['view'] },
  notifications: group.map(({ notificationId, type, text, viewedOn, createdOn, createdBy }) => ({
    notification_id: notificationId,
    type,
    subscription_type: 'direct',
    text,
    text_short: text.slice(0, 80),
    viewed_on: viewedOn === null ? null : formatDateTime(viewedOn),
    starred: false,
    ...renderCreation(createdOn, createdBy, store),
  })),
});
