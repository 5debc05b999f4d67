import type { Reference } from '../../podio/types.ts';
import type { Call } from '../call.ts';

/** What hooks can listen to. @see https://developers.podio.com/doc/hooks */
export const hookTypes = [
  'item.create',
  'item.update',
  'item.delete',
  'comment.create',
  'comment.delete',
  'file.change',
  'app.update',
  'app.delete',
  'app.create',
  'task.create',
  'task.update',
  'task.delete',
  'tag.add',
  'tag.delete',
  'form.create',
  'form.update',
  'form.delete',
  'member.add',
  'member.remove',
  'hook.verify',
] as const;

export type HookType = (typeof hookTypes)[number];

/** Tells the active hooks of the app and of its workspace that something happened, unless the call said `hook=false`. */
export function announce(call: Call, type: HookType, about: Reference, members: Record<string, number> = {}): void {
  if (call.query.boolean('hook') === false) return;
  const { store, state } = call;
  const appId = appOf(call, about);
  const spaceId = appId === undefined ? undefined : store.apps.get(appId)?.spaceId;
  for (const hook of store.hooks.values()) {
    const listens = (hook.ref.type === 'app' && hook.ref.id === appId) || (hook.ref.type === 'space' && hook.ref.id === spaceId);
    if (hook.status !== 'active' || hook.type !== type || !listens) continue;
    const reference = about.type === 'app' ? {} : { [`${about.type}_id`]: about.id };
    state.deliveries.send(hook, { hook_id: hook.hookId, type, ...reference, ...(appId !== undefined && { app_id: appId }), ...members });
  }
}

function appOf({ store }: Call, { type, id }: Reference): number | undefined {
  if (type === 'app') return id;
  if (type === 'item') return store.items.get(id)?.appId;
  const ref = type === 'task' ? store.tasks.get(id)?.ref : undefined;
  return ref?.type === 'item' ? store.items.get(ref.id)?.appId : undefined;
}
