import type { Reference } from '../../podio/types.ts';
import type { Store } from '../store.ts';
import { renderAppMini } from './app.ts';
import { appUrl, itemUrl, spaceUrl } from './urls.ts';

/** What something is about, with a title and a link for people. */
export function renderReference({ type, id }: Reference, store: Store) {
  const item = type === 'item' ? store.items.get(id) : undefined;
  if (item) {
    const app = store.apps.get(item.appId);
    const link = itemUrl(item, store);
    return {
      type,
      id,
      title: item.title,
      link,
      data: { item_id: id, title: item.title, link, app: app ? renderAppMini(app, store) : null },
    };
  }
  const app = type === 'app' ? store.apps.get(id) : undefined;
  if (app) return { type, id, title: app.name, link: appUrl(app, store), data: null };
  const space = type === 'space' ? store.spaces.get(id) : undefined;
  if (space) return { type, id, title: space.name, link: spaceUrl(space, store), data: null };
  const task = type === 'task' ? store.tasks.get(id) : undefined;
  return { type, id, title: task?.text ?? null, link: task ? `https://podio.com/tasks/${id}` : null, data: null };
}
