import type { Reference } from '../podio/types.ts';
import { appTarget, checkScope, lacksRight, reachApp, reachItem, reachSpace } from './access.ts';
import type { Call } from './call.ts';
import { gone, invalidValue, notFound } from './errors.ts';
import type { Permission } from './scope.ts';
import type { StoredComment, StoredFile, StoredTask } from './store.ts';

/** The things that comments, tasks, files and hooks hang on. */
const referenceTypes = ['item', 'task', 'app', 'space', 'comment', 'file'] as const;

/**
 * Reaches whatever a type and an id name.
 *
 * @param allowed the types that make sense here
 * @throws {ApiError} 400 for another type, else what the object's own access says
 */
export function reachReference(
  call: Call,
  { type, id }: Reference,
  permission: Permission,
  allowed: readonly (typeof referenceTypes)[number][],
): Reference {
  if (!(allowed as readonly string[]).includes(type)) throw invalidValue(type, `must be one of ${allowed.join(', ')}`);
  if (type === 'item') reachItem(call, id, permission);
  else if (type === 'task') reachTask(call, id, permission);
  else if (type === 'app') reachApp(call, id, permission);
  else if (type === 'comment') reachComment(call, id, permission);
  else if (type === 'file') reachFile(call, id, permission);
  else reachSpace(call, id, permission);
  return { type, id };
}

/** A comment is open to whoever reaches what it stands on; only its author changes it, or removes it. */
export function reachComment(call: Call, commentId: number, permission: Permission = 'read'): StoredComment {
  const comment = call.store.comments.get(commentId);
  if (!comment) throw missing(call, 'comment', commentId);
  reachReference(call, comment.ref, permission === 'read' ? 'read' : 'write', ['item', 'task', 'space']);
  if (permission !== 'read' && !isSame(call, comment.createdBy.ref))
    throw lacksRight(call.ref, permission === 'write' ? 'update' : 'delete', 'comment', commentId);
  return comment;
}

/** A task is open to who made it, to who is responsible, and, unless it is private, to whoever reaches what it is about. */
export function reachTask(call: Call, taskId: number, permission: Permission = 'read'): StoredTask {
  const task = call.store.tasks.get(taskId);
  if (!task) throw missing(call, 'task', taskId);
  if (!seesTask(call, task)) throw lacksRight(call.ref, permission === 'read' ? 'view' : 'update', 'task', taskId);
  const appId = task.ref?.type === 'item' ? call.store.items.get(task.ref.id)?.appId : undefined;
  const app = appId === undefined ? undefined : call.store.apps.get(appId);
  checkScope(call, app ? appTarget(app, call.store) : [{ type: call.ref.type, id: call.ref.id }], permission);
  return task;
}

export function seesTask(call: Call, task: StoredTask): boolean {
  if (isSame(call, task.createdBy.ref) || isSame(call, { type: 'user', id: task.responsible })) return true;
  return !task.private && task.ref !== null && reaches(call, task.ref);
}

/** Whether one may look at what a reference points to. */
export function reaches(call: Call, ref: Reference): boolean {
  try {
    reachReference(call, ref, 'read', referenceTypes);
    return true;
  } catch {
    return false; // whatever the reason: it does not show in lists then
  }
}

/** A file is open to who uploaded it, and to whoever reaches what it is attached to. */
export function reachFile(call: Call, fileId: number, permission: Permission = 'read'): StoredFile {
  const file = call.store.files.get(fileId);
  if (!file) throw missing(call, 'file', fileId);
  if (file.attachedTo && reaches(call, file.attachedTo)) {
    reachReference(call, file.attachedTo, permission === 'read' ? 'read' : 'write', referenceTypes);
    return file;
  }
  if (!isSame(call, file.createdBy.ref)) throw lacksRight(call.ref, permission === 'read' ? 'view' : 'update', 'file', fileId);
  return file;
}

const isSame = (call: Call, { type, id }: Reference): boolean => call.ref.type === type && call.ref.id === id;

const missing = ({ store }: Call, kind: 'comment' | 'task' | 'file', id: number) =>
  store.wasDeleted(kind, id) ? gone() : notFound(`No ${kind} with id ${id} could be found`);
