import type { Reference } from '../../podio/types.ts';
import { actingUser } from '../access.ts';
import type { Call } from '../call.ts';
import { announce } from '../hooks/announce.ts';
import { notifyAbout } from '../notify.ts';
import { reachReference, reachTask } from '../reach-reference.ts';
import { groupOf, renderTask } from '../render/task.ts';
import type { Router } from '../router.ts';
import type { StoredTask } from '../store.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { readResponsible, readTask } from '../tasks/write-task.ts';
import { contextOf } from './items.ts';

/** @see https://developers.podio.com/doc/tasks */
export function taskOperations(route: Router): void {
  route.get('/task', (call) => listTasks(call).map((task) => render(call, task)), { usersOnly: true });
  route.get('/task/summary', summary, { usersOnly: true });
  route.get('/task/:task_id', (call) => render(call, reachTask(call, call.id('task_id'))));

  route.post('/task', (call) => createTasks(call, null), { usersOnly: true });
  route.post('/task/:ref_type/:ref_id', (call) =>
    createTasks(call, reachReference(call, { type: call.text('ref_type'), id: call.id('ref_id') }, 'write', ['item', 'app', 'space'])),
  );

  route.put('/task/:task_id', (call) => {
    const task = reachTask(call, call.id('task_id'), 'write');
    const { responsible, ...changes } = readTask(call, call.body);
    Object.assign(task, changes, responsible?.[0] !== undefined && { responsible: responsible[0] });
    announce(call, 'task.update', { type: 'task', id: task.taskId });
    return render(call, task);
  });

  route.delete('/task/:task_id', (call) => {
    const { taskId } = reachTask(call, call.id('task_id'), 'delete');
    announce(call, 'task.delete', { type: 'task', id: taskId });
    call.store.tasks.delete(taskId);
    call.store.markDeleted('task', taskId);
    return undefined;
  });

  route.post('/task/:task_id/complete', (call) => complete(call, { completedOn: call.now, completedBy: call.actor }));
  route.post('/task/:task_id/incomplete', (call) => complete(call, { completedOn: null, completedBy: null }));

  route.post('/task/:task_id/assign', (call) => {
    const task = reachTask(call, call.id('task_id'), 'write');
    const [responsible = task.responsible] = readResponsible(call, call.body.responsible);
    task.responsible = responsible;
    notifyAbout(call, 'task', task.text, { type: 'task', id: task.taskId }, responsible);
    return undefined;
  });
}

const render = (call: Call, task: StoredTask) => renderTask(task, contextOf(call), call.now);

/** One task for each person who is responsible: one object where that is one person, else a list. */
function createTasks(call: Call, ref: Reference | null) {
  if (ref === null) actingUser(call, 'write');
  const { text, responsible: given, ...further } = readTask(call, call.body, true);
  const responsible = given ?? (call.ref.type === 'user' ? [call.ref.id] : readResponsible(call, undefined));
  const tasks = responsible.map((userId) => {
    const task: StoredTask = {
      taskId: call.store.nextId('task'),
      text: text ?? '',
      description: null,
      private: false,
      dueDate: null,
      dueTime: null,
      responsible: userId,
      ref,
      labels: [],
      fileIds: [],
      externalId: null,
      createdOn: call.now,
      createdBy: call.actor,
      completedOn: null,
      completedBy: null,
      ...further,
    };
    call.store.tasks.set(task.taskId, task);
    const self = { type: 'task', id: task.taskId };
    notifyAbout(call, 'task', task.text, self, userId);
    announce(call, 'task.create', self);
    return render(call, task);
  });
  return tasks.length === 1 ? tasks[0] : tasks;
}

function complete(call: Call, completion: Pick<StoredTask, 'completedOn' | 'completedBy'>): undefined {
  const task = reachTask(call, call.id('task_id'), 'write');
  Object.assign(task, completion);
  announce(call, 'task.update', { type: 'task', id: task.taskId });
  return undefined;
}

/** Of the own open tasks: which are overdue, which are for today, and the others. */
function summary(call: Call) {
  const userId = actingUser(call);
  const own = [...call.store.tasks.values()].filter(({ responsible, completedOn }) => responsible === userId && completedOn === null);
  const part = (isIn: (group: string) => boolean) => {
    const tasks = own.filter((task) => isIn(groupOf(task, call.now)));
    return { total: tasks.length, tasks: tasks.slice(0, 10).map((task) => render(call, task)) };
  };
  return {
    overdue: part((group) => group === 'overdue'),
    today: part((group) => group === 'today'),
    other: part((group) => group !== 'overdue' && group !== 'today'),
  };
}
