import { type TSchema, Type } from 'typebox';
import { anything, byline, dateTime, id, nullable, oneOf, strings } from './common.ts';

export const appMini = Type.Object({
  app_id: id,
  space_id: id,
  name: Type.String(),
  item_name: Type.String(),
  url: Type.String(),
  url_label: Type.String(),
  url_add: Type.String(),
  link: Type.String(),
  link_add: Type.String(),
  icon: Type.String(),
  icon_id: Type.Integer(),
  status: Type.String(),
  current_revision: Type.Integer(),
  default_view_id: nullable(id),
  config: Type.Object({ item_name: Type.String(), icon_id: Type.Integer(), type: Type.String(), name: Type.String(), icon: Type.String() }),
});

export const field = Type.Object({
  field_id: id,
  external_id: Type.String(),
  type: Type.String(),
  label: Type.String(),
  status: Type.String(),
  config: Type.Object({
    label: Type.String(),
    description: nullable(Type.String()),
    delta: Type.Integer(),
    settings: nullable(anything),
    required: Type.Boolean(),
    mapping: nullable(Type.String()),
    visible: Type.Boolean(),
    hidden: Type.Boolean(),
    hidden_create_view_edit: Type.Boolean(),
    unique: Type.Boolean(),
    default_value: Type.Unknown(),
  }),
});

const vote = <Name extends string>(name: Name) =>
  ({ [name]: Type.Boolean(), [`${name}_label`]: nullable(Type.String()) }) as unknown as Record<Name | `${Name}_label`, TSchema>;

const config = Type.Object({
  name: Type.String(),
  item_name: Type.String(),
  type: oneOf('standard', 'meeting', 'contact'),
  description: nullable(Type.String()),
  usage: nullable(Type.String()),
  external_id: nullable(Type.String()),
  icon: Type.String({ pattern: '^\\d+\\.png$' }),
  icon_id: Type.Integer(),
  default_view: Type.String(),
  allow_edit: Type.Boolean(),
  allow_create: Type.Boolean(),
  allow_attachments: Type.Boolean(),
  allow_comments: Type.Boolean(),
  allow_tags: Type.Boolean(),
  show_app_item_id: Type.Boolean(),
  app_item_id_prefix: nullable(Type.String()),
  app_item_id_padding: Type.Integer(),
  disable_notifications: Type.Boolean(),
  silent_creates: Type.Boolean(),
  silent_edits: Type.Boolean(),
  ...vote('fivestar'),
  ...vote('approved'),
  ...vote('thumbs'),
  ...vote('rsvp'),
  ...vote('yesno'),
  tasks: Type.Array(anything),
});

export const app = Type.Object({
  app_id: id,
  space_id: id,
  status: Type.String(),
  original: Type.Null(),
  original_revision: Type.Null(),
  current_revision: Type.Integer(),
  default_view_id: nullable(id),
  subscribed: Type.Boolean(),
  pinned: Type.Boolean(),
  integration: Type.Null(),
  rights: strings,
  url: Type.String(),
  link: Type.String(),
  url_label: Type.String(),
  url_add: Type.String(),
  link_add: Type.String(),
  mailbox: Type.String(),
  owner: Type.Object({
    user_id: id,
    name: Type.String(),
    profile_id: nullable(id),
    type: Type.String(),
    link: Type.String(),
    avatar: nullable(Type.Integer()),
    image: nullable(anything),
  }),
  token: nullable(Type.String()),
  layouts: Type.Unknown(),
  fields: Type.Array(field),
  config,
});

/** As in lists: without token, fields and layouts. */
export const appShort = Type.Omit(Type.Object({ ...appMini.properties, ...app.properties }), ['token', 'fields', 'layouts']);

export const view = Type.Object({
  view_id: id,
  name: Type.String(),
  sort_by: nullable(Type.String()),
  sort_desc: Type.Boolean(),
  filters: Type.Array(Type.Object({ key: Type.String(), values: Type.Unknown() })),
  created_on: dateTime,
  created_by: byline,
});
