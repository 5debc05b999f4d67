import type { Item, ItemField } from '../../podio/types.ts';
import { formatDateTime } from '../clock.ts';
import type { FieldContext } from '../fields/field-type.ts';
import { fieldTypes, valuesOf } from '../fields/fields.ts';
import type { Store, StoredApp, StoredItem, StoredRevision } from '../store.ts';
import { renderAppMini } from './app.ts';
import { renderByline, renderCreation } from './byline.ts';
import { renderComment } from './comment.ts';
import { renderFileMini } from './file.ts';
import { renderPush } from './push.ts';
import { itemUrl } from './urls.ts';

const rights = ['view', 'update', 'delete', 'comment', 'rate', 'subscribe', 'grant', 'add_task', 'add_file', 'add_conversation'];

/** Fields that have a value; empty ones do not appear. */
function renderFields(item: StoredItem, { fields }: StoredApp, context: FieldContext): ItemField[] {
  return fields.flatMap((field) => {
    const values = field.status === 'active' ? valuesOf(item, field, fields) : [];
    if (values.length === 0) return [];
    const type = fieldTypes[field.type];
    return [
      {
        field_id: field.fieldId,
        external_id: field.externalId,
        type: field.type,
        label: field.label,
        config: { settings: field.settings, mapping: null, label: field.label },
        values: values.map((value) => type.render(value, field, context)),
      },
    ];
  });
}

export function renderRevision(revision: StoredRevision, store: Store) {
  return {
    item_revision_id: revision.itemRevisionId,
    revision: revision.revision,
    app_revision: 0,
    type: revision.type,
    ...renderCreation(revision.createdOn, revision.createdBy, store),
    user: renderByline(revision.createdBy.ref, store),
  };
}

function renderCommon(item: StoredItem, app: StoredApp, context: FieldContext): Item {
  const { store } = context;
  const [first] = item.revisions;
  const latest = item.revisions.at(-1);
  return {
    item_id: item.itemId,
    app_item_id: item.appItemId,
    app_item_id_formatted: String(item.appItemId),
    external_id: item.externalId,
    title: item.title,
    link: itemUrl(item, store),
    app: renderAppMini(app, store),
    fields: renderFields(item, app, context),
    ...renderCreation(item.createdOn, item.createdBy, store),
    revision: item.revision,
    initial_revision: first ? renderRevision(first, store) : null,
    current_revision: latest ? renderRevision(latest, store) : null,
    last_event_on: formatDateTime(item.lastEventOn),
    tags: item.tags,
    priority: 0,
    sharefile_vault_url: null,
    sharefile_vault_folder_id: null,
    rights,
  };
}

const commentsOn = (item: StoredItem, store: Store) =>
  [...store.comments.values()].filter(({ ref }) => ref.type === 'item' && ref.id === item.itemId);
const tasksOn = (item: StoredItem, store: Store) =>
  [...store.tasks.values()].filter(({ ref }) => ref?.type === 'item' && ref.id === item.itemId);

/** An item in a list: counts stand in place of the long arrays. */
export function renderListedItem(item: StoredItem, app: StoredApp, context: FieldContext): Item {
  return {
    ...renderCommon(item, app, context),
    comment_count: commentsOn(item, context.store).length,
    task_count: tasksOn(item, context.store).length,
    file_count: item.fileIds.length,
  };
}

/** An item whole. @see https://developers.podio.com/doc/items/get-item-22360 */
export function renderItem(item: StoredItem, app: StoredApp, context: FieldContext): Item {
  const { store, origin } = context;
  return {
    ...renderCommon(item, app, context),
    revisions: item.revisions.map((revision) => renderRevision(revision, store)),
    comments: commentsOn(item, store).map((comment) => renderComment(comment, context)),
    files: item.fileIds.flatMap((id) => {
      const file = store.files.get(id);
      return file ? [renderFileMini(file, origin)] : [];
    }),
    tasks: tasksOn(item, store).map(({ taskId, text, completedOn }) => ({
      task_id: taskId,
      text,
      status: completedOn === null ? 'active' : 'completed',
    })),
    refs: referencesTo(item, store),
    ref: null,
    reminder: null,
    recurrence: null,
    linked_account_id: null,
    linked_account_data: null,
    ...item.further,
    ratings: { like: { average: null, counts: { '1': { total: 0, users: [] } } } },
    user_ratings: { like: null },
    like_count: 0,
    is_liked: false,
    pinned: false,
    subscribed: false,
    subscribed_count: 0,
    participants: {},
    invite: null,
    presence: { ref_type: 'item', ref_id: item.itemId, user_id: item.createdBy.ref.id, signature: 'sandbox' },
    push: renderPush(`/item/${item.itemId}`),
  };
}

/** How many items of which app refer to this one, and through which field. */
function referencesTo(item: StoredItem, store: Store) {
  return [...store.apps.values()].flatMap((app) =>
    app.fields
      .filter(({ type, status }) => type === 'app' && status === 'active')
      .flatMap((field) => {
        let count = 0;
        for (const each of store.itemsOf(app.appId).values()) if (each.values.get(field.fieldId)?.includes(item.itemId)) count += 1;
        const reference = { field_id: field.fieldId, external_id: field.externalId, label: field.label };
        return count > 0 ? [{ count, app: renderAppMini(app, store), field: reference }] : [];
      }),
  );
}
