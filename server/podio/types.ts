/**
 * What Podio sends, with Podio's own names.
 * Types only: nothing here exists at run time, and nothing promises that an answer has this form.
 *
 * @see https://developers.podio.com/doc
 */

/** `YYYY-MM-DD HH:MM:SS`, UTC. */
export type DateTime = string;

/** A type and an id, as Podio points to anything. */
export interface Reference<Type extends string = string> {
  type: Type;
  id: number;
}

/** Who a token acts as. */
export type Ref = Reference<'user' | 'app'>;

/** An answer of the token endpoint. @see https://developers.podio.com/authentication */
export interface TokenResponse {
  access_token: string;
  token_type: 'bearer';
  /** Seconds. */
  expires_in: number;
  refresh_token: string;
  ref: Ref;
  scope: string;
}

/** The body of every error, from the token endpoint too. */
export interface ErrorBody {
  error: string;
  error_description: string;
  error_detail: string | null;
  error_parameters: Record<string, unknown>;
  /** Whether the description is meant for the end user. */
  error_propagate: boolean;
  request: { url: string; query_string: string; method: string };
}

/** One grant in the answer of `GET /oauth/scope`. */
export interface ScopeGrant {
  ref_type: 'user' | 'org' | 'space' | 'app' | null;
  ref_id: number | null;
  permissions: string[];
  ref_data: Record<string, unknown> | null;
}

/** @see https://developers.podio.com/doc/users/get-user-22378 */
export interface User {
  user_id: number;
  mail: string;
  status: 'inactive' | 'active' | 'blacklisted';
  locale: string;
  timezone: string;
  created_on: DateTime;
  activated_on: DateTime | null;
  mails: { mail: string; verified: boolean; primary: boolean; disabled: boolean }[];
}

/** @see https://developers.podio.com/doc/contacts */
export interface Profile {
  profile_id: number;
  user_id: number | null;
  name: string;
  link: string;
  avatar: number | null;
  image: Record<string, unknown> | null;
  mail: string[];
  phone: string[];
  title: string[];
  location: string[];
  about: string | null;
  last_seen_on: DateTime | null;
  type: 'user' | 'space' | 'connection';
  rights: string[];
  org_id: number | null;
  space_id: number | null;
  external_id: string | null;
  [further: string]: unknown;
}

/** @see https://developers.podio.com/doc/users/get-user-status-22480 */
export interface UserStatus {
  user: User;
  profile: Profile;
  [further: string]: unknown;
}

/** Who did something, as Podio shows it beside what was done. */
export interface Byline {
  type: 'user' | 'app';
  id: number;
  user_id?: number;
  name: string;
  url: string;
  avatar: number | null;
  avatar_id: number | null;
  avatar_type: string | null;
  image: Record<string, unknown> | null;
  last_seen_on: DateTime | null;
}

/** The API key through which something was done. */
export interface Via {
  id: number;
  auth_client_id: number;
  name: string;
  url: string | null;
  display: boolean;
}

export type Role = 'admin' | 'regular' | 'light' | 'grant_only';

/** @see https://developers.podio.com/doc/organizations/get-organizations-22344 */
export interface Organisation {
  org_id: number;
  name: string;
  url: string;
  url_label: string;
  logo: number | null;
  image: Record<string, unknown> | null;
  premium: boolean;
  role: Role | null;
  status: 'active' | 'inactive';
  type: 'free' | 'sponsored' | 'premium';
  user_limit: number | null;
  created_on: DateTime;
  created_by: Byline;
  domains: string[];
  rights: string[];
  rank: number;
  tier: string | null;
  spaces: SpaceMini[];
}

export interface SpaceMini {
  space_id: number;
  name: string;
  url: string;
  url_label: string;
  org_id: number;
  type: string;
  role: Role | null;
  rights: string[];
}

/** @see https://developers.podio.com/doc/spaces/get-space-22389 */
export interface Space extends SpaceMini {
  privacy: 'open' | 'closed';
  description: string | null;
  created_on: DateTime;
  created_by: Byline;
  [further: string]: unknown;
}

export type FieldTypeName =
  | 'text'
  | 'category'
  | 'question'
  | 'date'
  | 'money'
  | 'number'
  | 'calculation'
  | 'progress'
  | 'duration'
  | 'contact'
  | 'app'
  | 'image'
  | 'embed'
  | 'phone'
  | 'email'
  | 'location'
  | 'tag';

/** A field of an app's definition. @see https://developers.podio.com/doc/applications/get-app-22349 */
export interface Field {
  field_id: number;
  external_id: string;
  type: FieldTypeName;
  label: string;
  status: 'active' | 'deleted';
  config: {
    label: string;
    description: string | null;
    delta: number;
    settings: Record<string, unknown> | null;
    required: boolean;
    mapping: string | null;
    visible: boolean;
    hidden: boolean;
    hidden_create_view_edit: boolean;
    unique: boolean;
    default_value: unknown;
  };
}

/** An app as it stands inside items. */
export interface AppMini {
  app_id: number;
  space_id: number;
  name: string;
  item_name: string;
  url: string;
  url_label: string;
  url_add: string;
  link: string;
  link_add: string;
  icon: string;
  icon_id: number;
  status: 'active' | 'inactive' | 'deleted';
  current_revision: number;
  default_view_id: number | null;
  config: { item_name: string; icon_id: number; type: string; name: string; icon: string };
}

/** @see https://developers.podio.com/doc/applications/get-app-22349 */
export interface App {
  app_id: number;
  space_id: number;
  status: 'active' | 'inactive' | 'deleted';
  /** The secret of the `app` grant; null or absent unless Podio shows it to this user through this API key. */
  token?: string | null;
  fields: Field[];
  config: Record<string, unknown> & { name: string; item_name: string };
  rights: string[];
  url: string;
  url_label: string;
  link: string;
  [further: string]: unknown;
}

/** A field of an item, with its values in the form that its type has. */
export interface ItemField {
  field_id: number;
  external_id: string;
  type: FieldTypeName;
  label: string;
  config: { settings: Record<string, unknown> | null; mapping: string | null; label: string };
  values: Record<string, unknown>[];
}

/** @see https://developers.podio.com/doc/items/get-item-22360 */
export interface Item {
  /** Counts over all of Podio. */
  item_id: number;
  /** Counts within the app. */
  app_item_id: number;
  app_item_id_formatted: string;
  external_id: string | null;
  title: string;
  link: string;
  app: AppMini;
  fields: ItemField[];
  created_on: DateTime;
  created_by: Byline;
  created_via: Via;
  revision: number;
  rights: string[];
  [further: string]: unknown;
}

/** The answer of a filter. @see https://developers.podio.com/doc/items/filter-items-4496747 */
export interface ItemList {
  /** All items of the app. */
  total: number;
  /** Those that match, on all pages. */
  filtered: number;
  items: Item[];
}

/** What {@link ItemList} is asked for. @see https://developers.podio.com/doc/filters */
export interface ItemFilter {
  /** Field ids, external ids, `created_on`, `tags` … with what each must be. */
  filters?: Record<string, unknown>;
  /** `created_on`, `last_edit_on`, `title` …, or the id of a field. */
  sort_by?: string | number;
  sort_desc?: boolean;
  /** 30 if absent; 500 at most. */
  limit?: number;
  offset?: number;
  /** Whether Podio remembers this view for the user. */
  remember?: boolean;
}

/** An item to be written. @see https://developers.podio.com/doc/items/add-new-item-22362 */
export interface ItemWrite {
  /** By external id or field id; the form of each value is its field type's. */
  fields?: Record<string, unknown>;
  external_id?: string;
  file_ids?: number[];
  tags?: string[];
  /** The revision that this change is for: another since is 409. */
  revision?: number;
  [further: string]: unknown;
}

export interface ItemWritten {
  item_id: number;
  title: string;
  [further: string]: unknown;
}

/** @see https://developers.podio.com/doc/comments */
export interface Comment {
  comment_id: number;
  value: string;
  rich_value: string;
  external_id: string | null;
  created_on: DateTime;
  created_by: Byline;
  files: PodioFile[];
  [further: string]: unknown;
}

export interface CommentWrite {
  value: string;
  external_id?: string;
  file_ids?: number[];
  embed_url?: string;
  [further: string]: unknown;
}

/** @see https://developers.podio.com/doc/tasks/get-task-22413 */
export interface Task {
  task_id: number;
  text: string;
  description: string | null;
  status: string;
  private: boolean;
  due_date: string | null;
  due_time: string | null;
  responsible: Byline;
  created_on: DateTime;
  created_by: Byline;
  completed_on: DateTime | null;
  ref: Record<string, unknown> | null;
  [further: string]: unknown;
}

export interface TaskWrite {
  text?: string;
  description?: string | null;
  private?: boolean;
  due_date?: string | null;
  due_time?: string | null;
  responsible?: number | number[];
  ref_type?: string;
  ref_id?: number;
  [further: string]: unknown;
}

/** @see https://developers.podio.com/doc/files/get-file-22451 */
export interface PodioFile {
  file_id: number;
  name: string;
  mimetype: string;
  /** Bytes. */
  size: number;
  link: string;
  thumbnail_link: string | null;
  description: string | null;
  [further: string]: unknown;
}

/** One thing that a search found. */
export interface Found {
  type: string;
  id: number;
  title: string;
  link: string;
  [further: string]: unknown;
}

export interface SearchFor {
  query: string;
  limit?: number;
  offset?: number;
  ref_type?: string;
  [further: string]: unknown;
}

export interface SearchResult {
  results: Found[];
  counts: Record<string, number>;
  [further: string]: unknown;
}

/** @see https://developers.podio.com/doc/hooks */
export interface Hook {
  hook_id: number;
  status: string;
  type: string;
  url: string;
}
