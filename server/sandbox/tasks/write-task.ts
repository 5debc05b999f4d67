import type { Call } from '../call.ts';
import { invalidReference, invalidValue } from '../errors.ts';
import { readFileIds } from '../items/write-item.ts';
import type { StoredTask } from '../store.ts';
import { isInteger, isObject } from '../values.ts';

type WrittenTask = Partial<Omit<StoredTask, 'responsible'>> & { responsible?: number[] };

/**
 * What a task is to be, from the members that are given. Others, `reminder` among them, change nothing here.
 *
 * @throws {ApiError} 400
 * @see https://developers.podio.com/doc/tasks/create-task-22419
 */
export function readTask(call: Call, body: Record<string, unknown>, isNew = false): WrittenTask {
  const task: WrittenTask = {};
  if (isNew || body.text !== undefined) task.text = readText(body.text);
  if (body.description !== undefined) task.description = readOptional(body.description, /^/, 'must be string');
  if (body.external_id !== undefined) task.externalId = readOptional(body.external_id, /^/, 'must be string');
  if (body.due_date !== undefined) task.dueDate = readOptional(body.due_date, /^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD');
  if (body.due_time !== undefined)
    task.dueTime = readOptional(body.due_time, /^\d{2}:\d{2}(:\d{2})?$/, 'must be a time as HH:MM:SS')?.padEnd(8, ':00') ?? null;
  if (body.private !== undefined) task.private = readBoolean(body.private);
  if (body.labels !== undefined) task.labels = readLabels(body.labels);
  if (body.file_ids !== undefined) task.fileIds = readFileIds(body.file_ids, call);
  if (body.responsible !== undefined && body.responsible !== null) task.responsible = readResponsible(call, body.responsible);
  return task;
}

/** One person or several, each by the id of the user or as `{type: "user" | "profile" | "mail", id}`. @throws {ApiError} 400 */
export function readResponsible({ store }: Call, written: unknown): number[] {
  const list = Array.isArray(written) ? written : [written];
  if (list.length === 0) throw invalidValue(written, 'must not be empty');
  return list.map((each) => {
    const { type, id } = isObject(each) ? each : { type: 'user', id: each };
    const user = [...store.users.values()].find(({ userId, profileId, mail }) =>
      type === 'mail' ? mail === id : (type === 'profile' ? profileId : userId) === id,
    );
    if (user) return user.userId;
    throw isInteger(id) || type === 'mail'
      ? invalidReference(`${String(type)} with id ${String(id)}`)
      : invalidValue(each, 'must be integer');
  });
}

function readText(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') throw invalidValue(text, 'must be string');
  return text;
}

function readOptional(value: unknown, form: RegExp, rule: string): string | null {
  if (value === null || value === '') return null;
  if (typeof value !== 'string' || !form.test(value)) throw invalidValue(value, rule);
  return value;
}

function readBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidValue(value, 'must be boolean');
  return value;
}

/** Texts, or what is read in their place. */
function readLabels(written: unknown): string[] {
  if (!Array.isArray(written)) throw invalidValue(written, 'must be array');
  return written.map((label) => {
    const text = isObject(label) ? label.text : label;
    if (typeof text !== 'string' || text === '') throw invalidValue(text, 'must be string');
    return text;
  });
}
