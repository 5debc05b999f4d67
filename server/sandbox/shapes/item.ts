import { Type } from 'typebox';
import { appMini } from './app.ts';
import { comment } from './comment.ts';
import { anything, byline, creation, dateTime, id, nullable, oneOf, push, strings } from './common.ts';
import { fieldValues } from './field-values.ts';
import { fileMini } from './file.ts';

const config = Type.Object({ settings: nullable(anything), label: Type.String(), mapping: nullable(Type.String()) });

/** A field that has values, each of the form that its type has. */
const itemField = Type.Union(
  Object.entries(fieldValues).map(([type, value]) =>
    Type.Object({
      field_id: id,
      external_id: Type.String(),
      type: Type.Literal(type),
      label: Type.String(),
      config,
      values: Type.Array(value, { minItems: 1 }),
    }),
  ),
);

export const revision = Type.Object({
  item_revision_id: id,
  revision: Type.Integer({ minimum: 0 }),
  app_revision: Type.Integer({ minimum: 0 }),
  type: oneOf('creation', 'update'),
  ...creation,
  user: byline,
});

const itemCommon = {
  item_id: id,
  app_item_id: id,
  app_item_id_formatted: Type.String(),
  external_id: nullable(Type.String()),
  title: Type.String(),
  link: Type.String(),
  app: appMini,
  fields: Type.Array(itemField),
  ...creation,
  revision: Type.Integer({ minimum: 0 }),
  initial_revision: revision,
  current_revision: revision,
  last_event_on: dateTime,
  tags: strings,
  priority: Type.Number(),
  sharefile_vault_url: Type.Null(),
  sharefile_vault_folder_id: Type.Null(),
  rights: strings,
};

export const item = Type.Object({
  ...itemCommon,
  revisions: Type.Array(revision, { minItems: 1 }),
  comments: Type.Array(comment),
  files: Type.Array(fileMini),
  refs: Type.Array(Type.Object({ count: Type.Integer(), app: appMini, field: anything })),
  ref: nullable(anything),
  reminder: nullable(anything),
  recurrence: nullable(anything),
  linked_account_id: nullable(Type.Unknown()),
  linked_account_data: nullable(Type.Unknown()),
  ratings: anything,
  user_ratings: anything,
  like_count: Type.Integer(),
  is_liked: Type.Boolean(),
  subscribed: Type.Boolean(),
  subscribed_count: Type.Integer(),
  participants: anything,
  invite: nullable(anything),
  pinned: Type.Boolean(),
  presence: Type.Object({ ref_type: Type.Literal('item'), ref_id: id, user_id: id, signature: Type.String() }),
  push,
});

export const listedItem = Type.Object({
  ...itemCommon,
  comment_count: Type.Integer(),
  file_count: Type.Integer(),
  task_count: Type.Integer(),
});

export const tag = Type.Object({ count: id, text: Type.String() });

export const itemList = Type.Object({ total: Type.Integer(), filtered: Type.Integer(), items: Type.Array(listedItem) });
