import { fieldTypes, valuesOf } from '../fields/fields.ts';
import type { Actor, Store, StoredApp, StoredItem } from '../store.ts';

/** Something in which all the words were found. */
export interface Found {
  type: 'item' | 'task' | 'comment' | 'app' | 'file';
  id: number;
  title: string;
  /** The higher, the better. */
  rank: number;
  createdOn: number;
  createdBy: Actor;
  appId: number;
}

/** Where all the words of a query stand, in any case: titles count more than what else an item says. The best first, then the newest. */
export function search(query: string, appIds: ReadonlySet<number>, store: Store): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const all = (text: string) => words.every((word) => text.includes(word));
  const found: Found[] = [];
  for (const appId of appIds) {
    const app = store.apps.get(appId);
    if (!app) continue;
    if (all(app.name.toLowerCase())) found.push({ type: 'app', id: appId, title: app.name, rank: 20, appId, ...appCreation(app) });
    for (const item of store.itemsOf(appId).values()) {
      const rank = all(item.title.toLowerCase()) ? 10 : all(textOf(item, app, store)) ? 5 : 0;
      if (rank > 0) found.push({ type: 'item', id: item.itemId, title: item.title, rank, appId, ...creation(item) });
    }
  }
  found.push(...aroundItems(all, appIds, store));
  return found.sort((a, b) => b.rank - a.rank || b.createdOn - a.createdOn || b.id - a.id);
}

const creation = ({ createdOn, createdBy }: { createdOn: number; createdBy: Actor }) => ({ createdOn, createdBy });
const appCreation = ({ createdOn, createdBy }: StoredApp) => ({
  createdOn,
  createdBy: { ref: { type: 'user', id: createdBy }, clientId: 'sandbox' } as Actor,
});

/** Everything an item says, in lower case. */
function textOf(item: StoredItem, { fields }: StoredApp, store: Store): string {
  const texts: string[] = [item.title, ...item.tags];
  for (const field of fields) {
    const type = fieldTypes[field.type];
    for (const value of valuesOf(item, field, fields)) texts.push(type.text(value, field, store));
  }
  return texts.join('\n').toLowerCase();
}

/** Tasks, comments and files of the items of these apps. */
function aroundItems(all: (text: string) => boolean, appIds: ReadonlySet<number>, store: Store): Found[] {
  const appOf = (ref: { type: string; id: number } | null): number | undefined => {
    const appId = ref?.type === 'item' ? store.items.get(ref.id)?.appId : ref?.type === 'app' ? ref.id : undefined;
    return appId !== undefined && appIds.has(appId) ? appId : undefined;
  };
  const found: Found[] = [];
  const add = (type: Found['type'], id: number, title: string, made: { createdOn: number; createdBy: Actor }, appId?: number) => {
    if (appId !== undefined && all(title.toLowerCase())) found.push({ type, id, title, rank: 3, appId, ...creation(made) });
  };
  for (const task of store.tasks.values()) if (!task.private) add('task', task.taskId, task.text, task, appOf(task.ref));
  for (const comment of store.comments.values()) add('comment', comment.commentId, comment.value, comment, appOf(comment.ref));
  for (const file of store.files.values()) add('file', file.fileId, file.name, file, appOf(file.attachedTo));
  return found;
}
