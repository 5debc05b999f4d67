import type { FieldContext } from '../fields/field-type.ts';
import type { StoredItem } from '../store.ts';
import { renderAppMini } from './app.ts';
import { renderCreation } from './byline.ts';
import { renderFileMini } from './file.ts';
import { renderSpaceMicro } from './space.ts';
import { itemUrl } from './urls.ts';

/** An item as it stands in the app fields of others: also for those who may not open it itself. */
export function renderReferencedItem(item: StoredItem, { store, origin }: FieldContext) {
  const app = store.apps.get(item.appId);
  const space = app && store.spaces.get(app.spaceId);
  const [first] = item.revisions;
  return {
    item_id: item.itemId,
    app_item_id: item.appItemId,
    title: item.title,
    link: itemUrl(item, store),
    app: app ? renderAppMini(app, store) : null,
    space: space ? renderSpaceMicro(space, store) : null,
    ...renderCreation(item.createdOn, item.createdBy, store),
    initial_revision: first
      ? {
          item_revision_id: first.itemRevisionId,
          revision: first.revision,
          ...renderCreation(first.createdOn, first.createdBy, store),
        }
      : null,
    revision: item.revision,
    files: item.fileIds.flatMap((id) => {
      const file = store.files.get(id);
      return file ? [renderFileMini(file, origin)] : [];
    }),
  };
}
