import { actingUser } from '../access.ts';
import type { Call } from '../call.ts';
import { invalidValue } from '../errors.ts';
import { paging } from '../query.ts';
import { seesTask } from '../reach-reference.ts';
import type { StoredTask } from '../store.ts';

/**
 * Tasks that the person sees, filtered by the query. Podio is said to want one of the first seven filters; without any of them these
 * are the person's own.
 *
 * @throws {ApiError} 400
 * @see https://developers.podio.com/doc/tasks/get-tasks-77949
 */
export function listTasks(call: Call): StoredTask[] {
  const { query } = call;
  actingUser(call);
  const filters = filtersOf(call);
  const tasks = [...call.store.tasks.values()].filter((task) => seesTask(call, task) && filters.every((matches) => matches(task)));
  const { limit, offset } = paging(query, 100, 500);
  return sort(tasks, query.text('sort_by') ?? 'rank', query.boolean('sort_desc') ?? false).slice(offset, offset + limit);
}

type TaskMatcher = (task: StoredTask) => boolean;

const narrowing = ['org', 'space', 'app', 'responsible', 'reference', 'created_by', 'completed_by'] as const;

function filtersOf(call: Call): TaskMatcher[] {
  const { query, ref } = call;
  const filters: TaskMatcher[] = narrowing.flatMap((name) => {
    const text = query.text(name);
    return text ? [narrow(call, name, text)] : [];
  });
  if (filters.length === 0) filters.push(({ responsible }) => responsible === ref.id);
  const completed = query.boolean('completed');
  if (completed !== undefined) filters.push(({ completedOn }) => (completedOn !== null) === completed);
  for (const [name, dayOf] of Object.entries(days)) {
    const text = query.text(name);
    if (text) filters.push(within(text, dayOf));
  }
  return filters;
}

const day = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds).toISOString().slice(0, 10));

const days: Record<string, (task: StoredTask) => string | null> = {
  due_date: ({ dueDate }) => dueDate,
  created_on: ({ createdOn }) => day(createdOn),
  completed_on: ({ completedOn }) => day(completedOn),
};

function narrow(call: Call, name: (typeof narrowing)[number], text: string): TaskMatcher {
  if (name === 'reference') return ({ ref }) => ref !== null && text.split(',').includes(`${ref.type}:${ref.id}`);
  const ids = text.split(/[,;]/).map((part) => idOf(part, call));
  const appOf = ({ ref }: StoredTask) =>
    call.store.apps.get(ref?.type === 'item' ? (call.store.items.get(ref.id)?.appId ?? 0) : ref?.type === 'app' ? ref.id : 0);
  const spaceOf = (task: StoredTask) => call.store.spaces.get(task.ref?.type === 'space' ? task.ref.id : (appOf(task)?.spaceId ?? 0));
  const value: Record<typeof name, (task: StoredTask) => number | undefined> = {
    org: (task) => spaceOf(task)?.orgId,
    space: (task) => spaceOf(task)?.spaceId,
    app: (task) => appOf(task)?.appId,
    responsible: ({ responsible }) => responsible,
    created_by: ({ createdBy }) => createdBy.ref.id,
    completed_by: ({ completedBy }) => completedBy?.ref.id,
  };
  return (task) => ids.includes(value[name](task));
}

/** A number, `user:1`, or 0 for the person who asks. */
function idOf(text: string, { ref }: Call): number | undefined {
  const match = /^(?:user:)?(\d{1,15})$/.exec(text);
  if (!match) throw invalidValue(text, 'must be integer');
  return match[1] === '0' ? ref.id : Number(match[1]);
}

/** Days `from-to`, each side optional. */
function within(text: string, dayOf: (task: StoredTask) => string | null): TaskMatcher {
  const match = /^(\d{4}-\d{2}-\d{2})?-(\d{4}-\d{2}-\d{2})?$/.exec(text);
  if (!match) throw invalidValue(text, 'must be two dates as YYYY-MM-DD-YYYY-MM-DD');
  const [, from = '', to = '9999-12-31'] = match;
  return (task) => {
    const value = dayOf(task);
    return value !== null && value >= from && value <= to;
  };
}

function sort(tasks: StoredTask[], by: string, descending: boolean): StoredTask[] {
  const keys: Record<string, (task: StoredTask) => number> = {
    rank: ({ taskId }) => taskId,
    created_on: ({ createdOn }) => createdOn,
    completed_on: ({ completedOn }) => completedOn ?? 0,
  };
  const keyOf = keys[by];
  if (!keyOf) throw invalidValue(by, `must be one of ${Object.keys(keys).join(', ')}`);
  return tasks.toSorted((a, b) => (descending ? keyOf(b) - keyOf(a) : keyOf(a) - keyOf(b)));
}
