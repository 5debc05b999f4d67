import type { Store, StoredApp } from '../store.ts';
import { ada, at, byAda, byGrace, grace, hourMs } from './people.ts';

/** Views of Bugs, and some comments and tasks on its newest items. */
export function seedWork(store: Store, bugs: StoredApp): void {
  const createdOn = at('2025-04-01 08:00:00');
  for (const view of [
    { name: 'Open bugs', sortBy: 'created_on', filters: { status: [1, 2] } },
    { name: 'Critical first', sortBy: 'severity', filters: { severity: [3, 4] } },
  ]) {
    const viewId = store.nextId('view');
    store.views.set(viewId, { viewId, appId: bugs.appId, sortDesc: true, createdOn, createdBy: byAda.ref, ...view });
  }
  const newest = [...store.itemsOf(bugs.appId).values()].slice(-12);
  for (const [index, { itemId }] of newest.entries()) {
    const ref = { type: 'item', id: itemId };
    const commentId = store.nextId('comment');
    store.comments.set(commentId, {
      commentId,
      ref,
      value: index % 2 === 0 ? 'I can see it too.' : 'Fixed on the branch, please try again.',
      externalId: null,
      fileIds: [],
      embedId: null,
      createdOn: createdOn + index * hourMs,
      createdBy: index % 2 === 0 ? byAda : byGrace,
      lastEditOn: null,
    });
    const taskId = store.nextId('task');
    store.tasks.set(taskId, {
      taskId,
      text: index % 2 === 0 ? 'Write a test for it' : 'Tell the reporter',
      description: null,
      private: false,
      dueDate: `2026-02-${String(index + 1).padStart(2, '0')}`,
      dueTime: null,
      responsible: index % 2 === 0 ? grace : ada,
      ref,
      labels: [],
      fileIds: [],
      externalId: null,
      createdOn: createdOn + index * hourMs,
      createdBy: byAda,
      completedOn: index % 4 === 3 ? createdOn + 100 * hourMs : null,
      completedBy: index % 4 === 3 ? byGrace : null,
    });
  }
}
