import { newItem, parseFields } from '../items/write-item.ts';
import type { ItemValues, Store, StoredApp, StoredItem } from '../store.ts';
import { at, byAda, byGrace, hourMs } from './people.ts';

interface Sample {
  count: number;
  titleOf: (index: number) => string;
  /** The other fields, as a client would write them. */
  fieldsOf: (index: number) => Record<string, unknown>;
}

/**
 * Values that were read already, by app and index, for all sandboxes of the process: they are the same in each, and an update of an
 * item replaces its values whole.
 */
const known = new Map<string, ItemValues>();

/** Adds items an hour apart, two thirds of them by Ada. Their values are read when somebody looks: few sandboxes show many items. */
export function addItems(store: Store, app: StoredApp, { count, titleOf, fieldsOf }: Sample): void {
  const firstOn = at('2025-02-03 08:00:00');
  const context = { store, origin: '' };
  for (let index = 0; index < count; index += 1) {
    const now = firstOn + index * hourMs;
    const actor = index % 3 === 2 ? byGrace : byAda;
    const title = titleOf(index);
    const item = newItem(app, actor, now, store);
    item.title = title;
    readWhenNeeded(item, `${app.appId}-${index}`, () => parseFields({ title, ...fieldsOf(index) }, app, context));
    store.addItem(item);
  }
}

function readWhenNeeded(item: StoredItem, key: string, read: () => ItemValues): void {
  Object.defineProperty(item, 'values', {
    configurable: true,
    enumerable: true,
    get: () => {
      const values = known.get(key) ?? read();
      known.set(key, values);
      Object.defineProperty(item, 'values', { value: values, writable: true, configurable: true, enumerable: true });
      return values;
    },
    set: (values: ItemValues) =>
      Object.defineProperty(item, 'values', { value: values, writable: true, configurable: true, enumerable: true }),
  });
}
