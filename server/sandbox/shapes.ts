import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';

/**
 * The form of Podio's answers, member by member, after its documentation and after recordings. Tests of every area check against these;
 * members that Podio has beside them are not forbidden.
 */
const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const dateTime = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$' });
const id = Type.Integer({ minimum: 1 });
const strings = Type.Array(Type.String());
const anything = Type.Record(Type.String(), Type.Unknown());

const byline = Type.Object({
  type: Type.Union([Type.Literal('user'), Type.Literal('app')]),
  id,
  name: Type.String(),
  url: Type.String(),
  avatar: nullable(Type.Integer()),
  avatar_type: nullable(Type.String()),
  image: nullable(anything),
  last_seen_on: nullable(dateTime),
});

const via = Type.Object({
  id: Type.Integer(),
  auth_client_id: Type.Integer(),
  name: Type.String(),
  url: nullable(Type.String()),
  display: Type.Boolean(),
});
const creation = { created_on: dateTime, created_by: byline, created_via: via };

const error = Type.Object(
  {
    error: Type.String({ minLength: 1 }),
    error_description: Type.String({ minLength: 1 }),
    error_detail: nullable(Type.String()),
    error_parameters: anything,
    error_propagate: Type.Boolean(),
    request: Type.Object(
      { url: Type.String({ pattern: '^http://' }), query_string: Type.String(), method: Type.String() },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

const token = Type.Object(
  {
    access_token: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    token_type: Type.Literal('bearer'),
    expires_in: Type.Integer(),
    refresh_token: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    ref: Type.Object({ type: Type.Union([Type.Literal('user'), Type.Literal('app')]), id }),
    scope: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);

const user = Type.Object({
  user_id: id,
  mail: Type.String(),
  status: Type.String(),
  locale: Type.String(),
  timezone: Type.String(),
  created_on: dateTime,
  activated_on: nullable(dateTime),
  mails: Type.Array(Type.Object({ mail: Type.String(), verified: Type.Boolean(), primary: Type.Boolean(), disabled: Type.Boolean() })),
});

const profile = Type.Object({
  profile_id: id,
  user_id: nullable(id),
  name: Type.String(),
  link: Type.String(),
  avatar: nullable(Type.Integer()),
  image: nullable(anything),
  mail: strings,
  phone: strings,
  title: strings,
  location: strings,
  about: nullable(Type.String()),
  last_seen_on: nullable(dateTime),
  type: Type.String(),
  rights: strings,
  org_id: nullable(id),
  space_id: nullable(id),
  external_id: nullable(Type.String()),
});

const spaceMini = Type.Object({
  space_id: id,
  name: Type.String(),
  url: Type.String(),
  url_label: Type.String(),
  org_id: id,
  type: Type.String(),
  role: nullable(Type.String()),
  rights: strings,
});
const push = Type.Object({ timestamp: Type.Integer(), expires_in: Type.Integer(), channel: Type.String(), signature: Type.String() });

const appMini = Type.Object({
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
  config: Type.Object({ item_name: Type.String(), icon_id: Type.Integer(), type: Type.String(), name: Type.String(), icon: Type.String() }),
});

const field = Type.Object({
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

const app = Type.Object({
  app_id: id,
  space_id: id,
  status: Type.String(),
  original: Type.Null(),
  current_revision: Type.Integer(),
  subscribed: Type.Boolean(),
  pinned: Type.Boolean(),
  rights: strings,
  url: Type.String(),
  link: Type.String(),
  url_label: Type.String(),
  mailbox: Type.String(),
  owner: Type.Object({ user_id: id, name: Type.String(), profile_id: nullable(id) }),
  token: nullable(Type.String()),
  fields: Type.Array(field),
  config: Type.Object({
    name: Type.String(),
    item_name: Type.String(),
    type: Type.String(),
    icon: Type.String(),
    icon_id: Type.Integer(),
    allow_comments: Type.Boolean(),
    fivestar: Type.Boolean(),
    fivestar_label: Type.Null(),
    tasks: Type.Array(anything),
  }),
});

const itemField = Type.Object({
  field_id: id,
  external_id: Type.String(),
  type: Type.String(),
  label: Type.String(),
  config: Type.Object({ settings: nullable(anything), label: Type.String() }),
  values: Type.Array(anything, { minItems: 1 }),
});

const revision = Type.Object({
  item_revision_id: id,
  revision: Type.Integer({ minimum: 0 }),
  type: Type.String(),
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
  rights: strings,
};

const fileMini = Type.Object({
  file_id: id,
  name: Type.String(),
  mimetype: Type.String({ pattern: '^[^/]+/[^/]+$' }),
  size: Type.Integer({ minimum: 0 }),
  link: Type.String({ pattern: '^http://' }),
  thumbnail_link: nullable(Type.String()),
  description: nullable(Type.String()),
  hosted_by: Type.String(),
  hosted_by_humanized_name: Type.String(),
});

const comment = Type.Object({
  comment_id: id,
  value: Type.String(),
  rich_value: Type.String(),
  external_id: nullable(Type.String()),
  ref: Type.Object({ type: Type.String(), id }),
  files: Type.Array(fileMini),
  ...creation,
  user: byline,
  last_edit_on: nullable(dateTime),
  like_count: Type.Integer(),
  is_liked: Type.Boolean(),
  rights: strings,
});

const item = Type.Object({
  ...itemCommon,
  revisions: Type.Array(revision, { minItems: 1 }),
  comments: Type.Array(comment),
  files: Type.Array(fileMini),
  refs: Type.Array(Type.Object({ count: Type.Integer(), app: appMini, field: anything })),
  linked_account_id: nullable(Type.Unknown()),
  ratings: anything,
  user_ratings: anything,
  like_count: Type.Integer(),
  is_liked: Type.Boolean(),
  subscribed: Type.Boolean(),
  subscribed_count: Type.Integer(),
  participants: anything,
  presence: anything,
  push,
});

const listedItem = Type.Object({ ...itemCommon, comment_count: Type.Integer(), file_count: Type.Integer(), task_count: Type.Integer() });

const task = Type.Object({
  task_id: id,
  text: Type.String(),
  description: nullable(Type.String()),
  status: Type.Union([Type.Literal('active'), Type.Literal('completed')]),
  private: Type.Boolean(),
  due_date: nullable(Type.String()),
  due_time: nullable(Type.String()),
  due_on: nullable(dateTime),
  responsible: byline,
  ...creation,
  completed_on: nullable(dateTime),
  completed_by: nullable(byline),
  ref: nullable(Type.Object({ type: Type.String(), id })),
  labels: Type.Array(Type.Object({ label_id: id, text: Type.String(), color: Type.String() })),
  space_id: nullable(id),
  link: Type.String(),
  files: Type.Array(fileMini),
  comments: Type.Array(comment),
  group: Type.String(),
  external_id: nullable(Type.String()),
  rights: strings,
});

export const shapes = {
  error,
  token,
  status: Type.Object({ user, profile, properties: anything, flags: strings, betas: strings, inbox_new: Type.Integer(), push }),
  user,
  profile,
  organisation: Type.Object({
    org_id: id,
    name: Type.String(),
    url: Type.String(),
    url_label: Type.String(),
    premium: Type.Boolean(),
    role: nullable(Type.String()),
    status: Type.String(),
    type: Type.String(),
    user_limit: nullable(Type.Integer()),
    created_on: dateTime,
    created_by: byline,
    domains: strings,
    rights: strings,
    rank: Type.Integer(),
    spaces: Type.Array(spaceMini),
  }),
  spaceMini,
  space: Type.Object({
    ...spaceMini.properties,
    privacy: Type.String(),
    auto_join: Type.Boolean(),
    subscribed: Type.Boolean(),
    premium: Type.Boolean(),
    description: nullable(Type.String()),
    created_on: dateTime,
    created_by: byline,
    owner: Type.Object({ type: Type.String(), id }),
    org: anything,
    push,
  }),
  app,
  appMini,
  field,
  item,
  listedItem,
  itemList: Type.Object({ total: Type.Integer(), filtered: Type.Integer(), items: Type.Array(listedItem) }),
  revision,
  comment,
  task,
  file: Type.Object({ ...fileMini.properties, ...creation, rights: strings, replaces: Type.Array(id) }),
  found: Type.Object({
    type: Type.String(),
    id,
    rank: Type.Number(),
    title: Type.String(),
    created_on: dateTime,
    created_by: byline,
    link: Type.String(),
    search_id: id,
    space: nullable(anything),
    org: nullable(anything),
    app: nullable(appMini),
  }),
  hook: Type.Object({ hook_id: id, status: Type.String(), type: Type.String(), url: Type.String(), ...creation }),
  view: Type.Object({
    view_id: id,
    name: Type.String(),
    sort_by: nullable(Type.String()),
    sort_desc: Type.Boolean(),
    filters: Type.Array(Type.Object({ key: Type.String(), values: Type.Unknown() })),
    created_on: dateTime,
    created_by: byline,
  }),
  tag: Type.Object({ count: id, text: Type.String() }),
  streamObject: Type.Object({
    type: Type.String(),
    id,
    title: Type.String(),
    link: Type.String(),
    last_update_on: dateTime,
    ...creation,
    app: nullable(appMini),
    space: nullable(spaceMini),
    comments: Type.Array(comment),
  }),
  embed: Type.Object({
    embed_id: id,
    original_url: Type.String(),
    resolved_url: Type.String(),
    url: Type.String(),
    hostname: Type.String(),
    title: nullable(Type.String()),
    description: nullable(Type.String()),
    type: Type.String(),
    embed_html: Type.Null(),
    embed_width: Type.Null(),
    embed_height: Type.Null(),
  }),
  notificationGroup: Type.Object({
    context: anything,
    notifications: Type.Array(
      Type.Object({
        notification_id: id,
        type: Type.String(),
        text: Type.String(),
        viewed_on: nullable(dateTime),
        starred: Type.Boolean(),
        ...creation,
      }),
    ),
  }),
} as const;

export type Shape = keyof typeof shapes;

/**
 * The value, once it has proved to be of the form.
 *
 * @throws where it is not, with each place that differs
 */
export function ofShape<Name extends Shape>(name: Name, value: unknown): Static<(typeof shapes)[Name]> {
  const problems = [...Value.Errors(shapes[name], value)].map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  if (problems.length > 0) throw new Error(`not of the form of ${name}:\n${problems.slice(0, 10).join('\n')}`);
  return value as Static<(typeof shapes)[Name]>;
}

/** Each of a list. */
export const allOfShape = <Name extends Shape>(name: Name, values: unknown): Static<(typeof shapes)[Name]>[] => {
  if (!Array.isArray(values)) throw new Error(`not a list of ${name}`);
  return values.map((value) => ofShape(name, value));
};
