import { conflict, invalidReference, invalidValue } from '../errors.ts';
import type { FieldContext } from '../fields/field-type.ts';
import { fieldTypes, parseValues, valuesOf } from '../fields/fields.ts';
import type { Actor, ItemValues, Store, StoredApp, StoredField, StoredItem } from '../store.ts';
import { isInteger, isObject } from '../values.ts';

/** Who writes, and when. */
export interface Writing {
  context: FieldContext;
  actor: Actor;
  /** Milliseconds since 1970. */
  now: number;
}

/** Members of a written item that are kept and given back, and change nothing in the sandbox. */
const furtherMembers = ['reminder', 'recurrence', 'linked_account_id', 'ref'];

/**
 * Adds an item. Members that the sandbox does not know are ignored: php writes back whole items as it read them.
 *
 * @throws {ApiError} 400
 * @see https://developers.podio.com/doc/items/add-new-item-22362
 */
export function createItem(app: StoredApp, written: Record<string, unknown>, { context, actor, now }: Writing): StoredItem {
  const { store } = context;
  const values = readFields(written.fields, app, context);
  for (const field of activeFields(app))
    if (field.required && !values.get(field.fieldId)?.length)
      throw invalidValue(null, `${field.externalId} is required`, { field: field.externalId });
  const common = { externalId: readExternalId(written.external_id), tags: readTags(written.tags) };
  const fileIds = readFileIds(written.file_ids, context);
  const item = newItem(app, actor, now, store);
  Object.assign(item, { ...common, values: withoutEmpty(values), fileIds, further: readFurther(written) });
  item.title = titleOf(item, app, context);
  store.addItem(item);
  return item;
}

/** The next item of an app, without values yet, and not in the store. */
export function newItem(app: StoredApp, actor: Actor, now: number, store: Store): StoredItem {
  app.lastAppItemId += 1;
  const item: StoredItem = {
    itemId: store.nextId('item'),
    appItemId: app.lastAppItemId,
    appId: app.appId,
    externalId: null,
    title: '',
    values: new Map(),
    tags: [],
    fileIds: [],
    createdOn: now,
    createdBy: actor,
    revision: 0,
    revisions: [],
    lastEditOn: now,
    lastEditBy: actor,
    lastEventOn: now,
    further: {},
  };
  addRevision(item, 'creation', actor, now, store);
  return item;
}

/**
 * Changes an item: fields that are not named stay, `[]` empties one.
 *
 * @throws {ApiError} 409 where `revision` is not the latest; 400
 * @see https://developers.podio.com/doc/items/update-item-22363
 */
export function updateItem(item: StoredItem, app: StoredApp, written: Record<string, unknown>, { context, actor, now }: Writing): void {
  checkRevision(item, written.revision);
  const values = readFields(written.fields, app, context, item);
  for (const field of activeFields(app))
    if (field.required && values.get(field.fieldId)?.length === 0)
      throw invalidValue([], `${field.externalId} is required`, { field: field.externalId });
  const externalId = 'external_id' in written ? readExternalId(written.external_id) : item.externalId;
  const tags = 'tags' in written ? readTags(written.tags) : item.tags;
  const fileIds = 'file_ids' in written ? readFileIds(written.file_ids, context) : item.fileIds;
  item.values = withoutEmpty(new Map([...item.values, ...values]));
  Object.assign(item, { externalId, tags, fileIds, further: { ...item.further, ...readFurther(written) } });
  item.title = titleOf(item, app, context);
  item.revision += 1;
  addRevision(item, 'update', actor, now, context.store);
}

/** The values of an item, from its fields as they are written. @throws {ApiError} 400 */
export const parseFields = (written: Record<string, unknown>, app: StoredApp, context: FieldContext): ItemValues =>
  withoutEmpty(readFields(written, app, context));

function withoutEmpty(values: Map<number, readonly unknown[]>): ItemValues {
  for (const [fieldId, list] of values) if (list.length === 0) values.delete(fieldId);
  return values;
}

const activeFields = ({ fields }: StoredApp): StoredField[] => fields.filter(({ status }) => status === 'active');

/** The field that a key names: by its id, or by its external id. @throws {ApiError} 400 */
export function findField(app: StoredApp, key: string | number): StoredField {
  const field = app.fields.find(
    ({ fieldId, externalId, status }) => status === 'active' && (externalId === key || fieldId === key || String(fieldId) === key),
  );
  if (!field) throw invalidValue(key, 'is not a field of this app');
  return field;
}

/** The written fields: an object by external id or field id, or a list of `{external_id | field_id, value | values}`. */
function readFields(written: unknown, app: StoredApp, context: FieldContext, item?: StoredItem): Map<number, readonly unknown[]> {
  const values = new Map<number, readonly unknown[]>();
  for (const [key, value] of entriesOf(written)) {
    const field = findField(app, key);
    if (fieldTypes[field.type].compute) checkUnchanged(value, field, app, item);
    else values.set(field.fieldId, parseField(value, field, context));
  }
  return values;
}

function parseField(written: unknown, field: StoredField, context: FieldContext): unknown[] {
  try {
    return parseValues(written, field, context);
  } catch (error) {
    // Podio often leaves the field's name out of its words; where it can stand, it stands in the parameters.
    if (error instanceof Error && 'details' in error) Object.assign(error.details as object, { parameters: { field: field.externalId } });
    throw error;
  }
}

function entriesOf(written: unknown): [key: string | number, value: unknown][] {
  if (written === undefined || written === null) return [];
  if (isObject(written)) return Object.entries(written);
  if (!Array.isArray(written)) throw invalidValue(written, 'must be object');
  return written.map((entry) => {
    if (!isObject(entry)) throw invalidValue(entry, 'must be object');
    const key = entry.external_id ?? entry.field_id;
    if (typeof key !== 'string' && !isInteger(key)) throw invalidValue(entry, 'must have external_id or field_id');
    return [key, 'values' in entry ? entry.values : entry.value];
  });
}

/** A calculation may come back as it was read, with the item around it; another result is refused. */
function checkUnchanged(written: unknown, field: StoredField, app: StoredApp, item: StoredItem | undefined): void {
  const list = written === null || written === undefined ? [] : Array.isArray(written) ? written : [written];
  const plain = list.map((value) => String(isObject(value) ? value.value : value));
  const present = item ? valuesOf(item, field, app.fields).map(String) : [];
  if (plain.length > 0 && plain.join() !== present.join()) throw invalidValue(list[0], 'calculation fields are read-only');
}

function checkRevision(item: StoredItem, revision: unknown): void {
  if (revision === undefined || revision === null) return;
  if (!isInteger(revision)) throw invalidValue(revision, 'must be integer');
  if (revision < item.revision)
    throw conflict(`The item was changed in the meantime: revision ${revision} was sent, the latest is ${item.revision}`);
}

function readExternalId(written: unknown): string | null {
  if (written === undefined || written === null) return null;
  if (typeof written !== 'string') throw invalidValue(written, 'must be string');
  return written === '' ? null : written;
}

function readTags(written: unknown): string[] {
  if (written === undefined || written === null) return [];
  if (!Array.isArray(written)) throw invalidValue(written, 'must be array');
  return written.map((tag) => {
    if (typeof tag !== 'string') throw invalidValue(tag, 'must be string');
    return tag;
  });
}

/** @throws {ApiError} 400 for an id of no file */
export function readFileIds(written: unknown, { store }: Pick<FieldContext, 'store'>): number[] {
  if (written === undefined || written === null) return [];
  if (!Array.isArray(written)) throw invalidValue(written, 'must be array');
  return written.map((id) => {
    if (!isInteger(id)) throw invalidValue(id, 'must be integer');
    if (!store.files.has(id)) throw invalidReference(`file with id ${id}`);
    return id;
  });
}

const readFurther = (written: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(furtherMembers.filter((name) => written[name] !== undefined).map((name) => [name, written[name]]));

/** What the first field that has words says. */
function titleOf(item: StoredItem, app: StoredApp, { store }: FieldContext): string {
  for (const field of activeFields(app)) {
    const [value] = field.type === 'text' ? (item.values.get(field.fieldId) ?? []) : [];
    if (value !== undefined) return fieldTypes.text.text(value, field, store);
  }
  return `${app.itemName} ${item.appItemId}`;
}

/** Older revisions of an item than these are forgotten, but for the first. */
const keptRevisions = 200;

function addRevision(item: StoredItem, type: 'creation' | 'update', actor: Actor, now: number, store: Store): void {
  const itemRevisionId = store.nextId('revision');
  item.revisions.push({ itemRevisionId, revision: item.revision, type, createdOn: now, createdBy: actor });
  if (item.revisions.length > keptRevisions) item.revisions.splice(1, 1);
  Object.assign(item, { lastEditOn: now, lastEditBy: actor, lastEventOn: now });
}
