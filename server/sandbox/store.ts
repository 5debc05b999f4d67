import type { FieldTypeName, Ref, Reference, Role } from '../podio/types.ts';
import { BoundedMap } from './bounded-map.ts';

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

/** Where each kind of thing begins to count, so that an id tells its kind to a reader. */
const firstIds = {
  app: 30_001,
  space: 4_101,
  field: 200_001,
  item: 500_001,
  revision: 900_001,
  comment: 600_001,
  task: 700_001,
  file: 800_001,
  embed: 850_001,
  hook: 870_001,
  view: 880_001,
  label: 890_001,
  notification: 895_001,
};

export type Kind = keyof typeof firstIds;

/** All that the sandbox knows of organisations, people and their work: in memory, and the same after each start. */
export class Store {
  readonly users = new Map<number, StoredUser>();
  readonly organisations = new Map<number, StoredOrganisation>();
  readonly spaces = new Map<number, StoredSpace>();
  readonly apps = new Map<number, StoredApp>();
  readonly items = new Map<number, StoredItem>();
  readonly comments = new Map<number, StoredComment>();
  readonly tasks = new Map<number, StoredTask>();
  readonly files = new Map<number, StoredFile>();
  readonly embeds = new Map<number, StoredEmbed>();
  readonly hooks = new Map<number, StoredHook>();
  readonly views = new Map<number, StoredView>();
  readonly notifications = new Map<number, StoredNotification>();
  readonly #itemsByApp = new Map<number, Map<number, StoredItem>>();
  readonly #lastId = new Map<Kind, number>();
  readonly #deleted = new BoundedMap<string, true>(100_000);

  nextId(kind: Kind): number {
    const id = (this.#lastId.get(kind) ?? firstIds[kind] - 1) + 1;
    this.#lastId.set(kind, id);
    return id;
  }

  addItem(item: StoredItem): void {
    this.items.set(item.itemId, item);
    const ofApp = this.#itemsByApp.get(item.appId) ?? new Map<number, StoredItem>();
    ofApp.set(item.appItemId, item);
    this.#itemsByApp.set(item.appId, ofApp);
  }

  /** The items of one app by `app_item_id`, oldest first. */
  itemsOf(appId: number): ReadonlyMap<number, StoredItem> {
    return this.#itemsByApp.get(appId) ?? new Map();
  }

  deleteItem({ itemId, appId, appItemId }: StoredItem): void {
    this.items.delete(itemId);
    this.#itemsByApp.get(appId)?.delete(appItemId);
    this.markDeleted('item', itemId);
  }

  markDeleted(kind: Kind, id: number): void {
    this.#deleted.set(`${kind}:${id}`, true);
  }

  /** Whether there was such a thing once: Podio tells 410 from 404. */
  wasDeleted(kind: Kind, id: number): boolean {
    return this.#deleted.get(`${kind}:${id}`) ?? false;
  }
}
