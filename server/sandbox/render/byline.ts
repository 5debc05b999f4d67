import type { Byline, Ref, Via } from '../../podio/types.ts';
import { formatDateTime } from '../clock.ts';
import { clients } from '../credentials.ts';
import type { Actor, Store } from '../store.ts';
import { appUrl, userUrl } from './urls.ts';

/** Who did it, as it stands beside what was done. */
export function renderByline({ type, id }: Ref, store: Store): Byline {
  const none = { avatar: null, avatar_id: null, image: null };
  if (type === 'app') {
    const app = store.apps.get(id);
    return { type, id, name: app?.name ?? '', url: app ? appUrl(app, store) : '', ...none, avatar_type: 'icon', last_seen_on: null };
  }
  const user = store.users.get(id);
  return {
    type,
    id,
    user_id: id,
    name: user?.name ?? '',
    url: userUrl(id),
    ...none,
    avatar_type: 'file',
    last_seen_on: user ? formatDateTime(user.lastSeenOn) : null,
  };
}

/** The API key through which it was done. */
export function renderVia({ clientId }: Actor): Via {
  const client = clients.find((each) => each.clientId === clientId);
  const id = client?.authClientId ?? 0;
  return { id, auth_client_id: id, name: client?.name ?? clientId, url: null, display: true };
}

/** Who, when, and through which key: members that nearly everything has. */
export const renderCreation = (createdOn: number, actor: Actor, store: Store) => ({
  created_on: formatDateTime(createdOn),
  created_by: renderByline(actor.ref, store),
  created_via: renderVia(actor),
});
