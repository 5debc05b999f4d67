import type { FieldTypeName, Ref, Reference, Role } from '../podio/types.ts';

/** What the sandbox keeps, in its own words; `render/` makes Podio's of it. Times are milliseconds since 1970. */

export interface StoredUser {
  userId: number;
  profileId: number;
  mail: string;
  password: string;
  name: string;
  createdOn: number;
  lastSeenOn: number;
  /** What the person wrote about themselves: members of a profile, in Podio's names. */
  about: Record<string, unknown>;
}

export interface StoredOrganisation {
  orgId: number;
  name: string;
  urlLabel: string;
  createdOn: number;
  createdBy: number;
  roles: Map<number, Role>;
}

export interface StoredSpace {
  spaceId: number;
  orgId: number;
  name: string;
  urlLabel: string;
  privacy: 'open' | 'closed';
  description: string | null;
  createdOn: number;
  createdBy: number;
  roles: Map<number, Role>;
}

export interface StoredField {
  fieldId: number;
  externalId: string;
  type: FieldTypeName;
  label: string;
  description: string | null;
  required: boolean;
  unique: boolean;
  hidden: boolean;
  delta: number;
  settings: Record<string, unknown> | null;
  status: 'active' | 'deleted';
}

export interface StoredApp {
  appId: number;
  spaceId: number;
  urlLabel: string;
  /** The secret of the `app` grant. */
  token: string;
  status: 'active' | 'inactive' | 'deleted';
  name: string;
  itemName: string;
  description: string | null;
  externalId: string | null;
  icon: string;
  iconId: number;
  revision: number;
  createdOn: number;
  createdBy: number;
  fields: StoredField[];
  /** Members of `config` that a client set and that change nothing here, in Podio's names. */
  furtherConfig: Record<string, unknown>;
  lastAppItemId: number;
}

/** Who did something, and through which API key. */
export interface Actor {
  ref: Ref;
  clientId: string;
}

export interface StoredRevision {
  itemRevisionId: number;
  revision: number;
  type: 'creation' | 'update';
  createdOn: number;
  createdBy: Actor;
}

/** By field id, in the form of the field's type; a field without a value has no entry. */
export type ItemValues = ReadonlyMap<number, readonly unknown[]>;

export interface StoredItem {
  itemId: number;
  appItemId: number;
  appId: number;
  externalId: string | null;
  title: string;
  values: ItemValues;
  tags: string[];
  fileIds: number[];
  createdOn: number;
  createdBy: Actor;
  revision: number;
  revisions: StoredRevision[];
  lastEditOn: number;
  lastEditBy: Actor;
  lastEventOn: number;
  /** Members that a client set and that change nothing here (reminder, recurrence, …), in Podio's names. */
  further: Record<string, unknown>;
}

export interface StoredComment {
  commentId: number;
  ref: Reference;
  value: string;
  externalId: string | null;
  fileIds: number[];
  embedId: number | null;
  createdOn: number;
  createdBy: Actor;
  lastEditOn: number | null;
}

export interface StoredTask {
  taskId: number;
  text: string;
  description: string | null;
  private: boolean;
  /** `YYYY-MM-DD` */
  dueDate: string | null;
  /** `HH:MM:SS` */
  dueTime: string | null;
  responsible: number;
  ref: Reference | null;
  labels: string[];
  fileIds: number[];
  externalId: string | null;
  createdOn: number;
  createdBy: Actor;
  completedOn: number | null;
  completedBy: Actor | null;
}

export interface StoredFile {
  fileId: number;
  name: string;
  mimetype: string;
  description: string | null;
  bytes: Buffer;
  createdOn: number;
  createdBy: Actor;
  attachedTo: Reference | null;
  replaces: number[];
}

export interface StoredEmbed {
  embedId: number;
  url: string;
}

export interface StoredHook {
  hookId: number;
  ref: Reference;
  url: string;
  type: string;
  status: 'inactive' | 'active';
  /** What the hook's address was sent, to be given back in `verify/validate`. */
  code: string | null;
  createdOn: number;
  createdBy: Actor;
}

export interface StoredView {
  viewId: number;
  appId: number;
  name: string;
  sortBy: string | null;
  sortDesc: boolean;
  filters: Record<string, unknown>;
  createdOn: number;
  createdBy: Ref;
}

export interface StoredNotification {
  notificationId: number;
  /** Whom it tells. */
  userId: number;
  type: 'comment' | 'task';
  text: string;
  ref: Reference;
  viewedOn: number | null;
  createdOn: number;
  createdBy: Actor;
}
