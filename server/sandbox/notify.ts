import type { Reference } from '../podio/types.ts';
import type { Call } from './call.ts';

/** Of one person, the newest are kept. */
const kept = 200;

/** Tells the person whose thing it is (or whom a task is for) that somebody else did something with it, unless the call said `silent`. */
export function notifyAbout(call: Call, type: 'comment' | 'task', text: string, ref: Reference, recipient?: number): void {
  if (call.query.boolean('silent')) return;
  const userId = recipient ?? ownerOf(call, ref);
  if (userId === undefined || (call.ref.type === 'user' && call.ref.id === userId)) return;
  const { notifications } = call.store;
  const notificationId = call.store.nextId('notification');
  const creation = { createdOn: call.now, createdBy: call.actor };
  notifications.set(notificationId, { notificationId, userId, type, text, ref, viewedOn: null, ...creation });
  const own = [...notifications.values()].filter((each) => each.userId === userId);
  for (const { notificationId: oldest } of own.slice(0, -kept)) notifications.delete(oldest);
}

function ownerOf({ store }: Call, { type, id }: Reference): number | undefined {
  const actor = type === 'item' ? store.items.get(id)?.createdBy : type === 'task' ? store.tasks.get(id)?.createdBy : undefined;
  return actor?.ref.type === 'user' ? actor.ref.id : undefined;
}
