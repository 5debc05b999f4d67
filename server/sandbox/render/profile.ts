import type { Profile } from '../../podio/types.ts';
import { formatDateTime } from '../clock.ts';
import type { StoredUser } from '../store.ts';
import { userUrl } from './urls.ts';

/** A person as others see them. @see https://developers.podio.com/doc/contacts */
export function renderProfile({ profileId, userId, name, mail, lastSeenOn, about }: StoredUser): Profile {
  return {
    profile_id: profileId,
    user_id: userId,
    name,
    link: userUrl(userId),
    avatar: null,
    image: null,
    mail: [mail],
    phone: [],
    title: [],
    location: [],
    about: null,
    ...about,
    last_seen_on: formatDateTime(lastSeenOn),
    type: 'user',
    rights: ['view', 'update'],
    org_id: null,
    space_id: null,
    external_id: null,
  };
}
