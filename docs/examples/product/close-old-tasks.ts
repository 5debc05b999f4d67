import type { PodioClient } from 'podio-keyring';

/** Somebody's product: completes all tasks that were due before a day. @returns how many */
export async function closeOldTasks(podio: PodioClient, before: string): Promise<number> {
  const tasks = await podio.tasks.list({ completed: false, responsible: 1 });
  const old = tasks.filter(({ due_date }) => due_date !== null && due_date < before);
  for (const { task_id } of old) await podio.tasks.complete(task_id);
  return old.length;
}
