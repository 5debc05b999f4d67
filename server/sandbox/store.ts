import { BoundedMap } from './bounded-map.ts';
import type {
  StoredApp,
  StoredComment,
  StoredEmbed,
  StoredFile,
  StoredHook,
  StoredItem,
  StoredNotification,
  StoredOrganisation,
  StoredSpace,
  StoredTask,
  StoredUser,
  StoredView,
} from './records.ts';

export type * from './records.ts';

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
