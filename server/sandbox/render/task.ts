import { formatDateTime } from '../clock.ts';
import type { FieldContext } from '../fields/field-type.ts';
import { toUtc } from '../fields/time-zone.ts';
import type { StoredTask } from '../store.ts';
import { renderByline, renderCreation } from './byline.ts';
import { renderComment } from './comment.ts';
import { renderFileMini } from './file.ts';
import { renderReference } from './reference.ts';

/** When a task is due, in UTC; a day without a time is due at its end. */
function dueOn({ dueDate, dueTime }: StoredTask): string | null {
  if (dueDate === null) return null;
  return formatDateTime(toUtc(Date.parse(`${dueDate}T${dueTime ?? '23:59:59'}Z`)));
}

/** Whether a task is overdue, for today, for tomorrow, or for later. */
export function groupOf({ dueDate, completedOn }: StoredTask, now: number): string {
  if (completedOn !== null) return 'completed';
  if (dueDate === null) return 'later';
  const day = (offset: number) => new Date(now + offset * 86_400_000).toISOString().slice(0, 10);
  if (dueDate < day(0)) return 'overdue';
  return dueDate === day(0) ? 'today' : dueDate === day(1) ? 'tomorrow' : 'upcoming';
}

/** @see https://developers.podio.com/doc/tasks/get-task-22413 */
export function renderTask(task: StoredTask, { store, origin }: FieldContext, now: number) {
  const appId = task.ref?.type === 'item' ? store.items.get(task.ref.id)?.appId : undefined;
  return {
    task_id: task.taskId,
    text: task.text,
    description: task.description,
    status: task.completedOn === null ? 'active' : 'completed',
    private: task.private,
    due_date: task.dueDate,
    due_time: task.dueTime,
    due_on: dueOn(task),
    responsible: renderByline({ type: 'user', id: task.responsible }, store),
    ...renderCreation(task.createdOn, task.createdBy, store),
    completed_on: task.completedOn === null ? null : formatDateTime(task.completedOn),
    completed_by: task.completedBy === null ? null : renderByline(task.completedBy.ref, store),
    ref: task.ref && renderReference(task.ref, store),
    labels: task.labels.map((text, index) => ({ label_id: index + 1, text, color: 'E9E9E9' })),
    space_id: appId === undefined ? null : (store.apps.get(appId)?.spaceId ?? null),
    link: `https://podio.com/tasks/${task.taskId}`,
    files: task.fileIds.flatMap((id) => {
      const file = store.files.get(id);
      return file ? [renderFileMini(file, origin)] : [];
    }),
    comments: [...store.comments.values()]
      .filter(({ ref }) => ref.type === 'task' && ref.id === task.taskId)
      .map((comment) => renderComment(comment, { store, origin })),
    group: groupOf(task, now),
    external_id: task.externalId,
    rights: ['view', 'update', 'delete', 'comment', 'assign', 'add_file'],
  };
}
