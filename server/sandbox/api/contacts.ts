import { actingUser, lacksRight, reachSpace } from '../access.ts';
import { notFound } from '../errors.ts';
import { spacesOf } from '../membership.ts';
import { paging } from '../query.ts';
import { renderProfile } from '../render/profile.ts';
import type { Router } from '../router.ts';

/** People that one shares a workspace with. @see https://developers.podio.com/doc/contacts */
export function contactOperations(route: Router): void {
  route.get(
    '/contact/space/:space_id',
    (call) => {
      const { roles } = reachSpace(call, call.id('space_id'));
      const name = call.query.text('name')?.toLowerCase() ?? '';
      const { limit, offset } = paging(call.query, 100, 500);
      return [...call.store.users.values()]
        .filter((user) => roles.has(user.userId) && user.name.toLowerCase().includes(name))
        .slice(offset, offset + limit)
        .map(renderProfile);
    },
    { usersOnly: true },
  );

  for (const [path, key] of [
    ['/contact/:profile_id', 'profileId'],
    ['/contact/user/:profile_id', 'userId'],
  ] as const)
    route.get(
      path,
      (call) => {
        const id = call.id('profile_id');
        const user = [...call.store.users.values()].find((each) => each[key] === id);
        if (!user) throw notFound();
        const own = spacesOf(actingUser(call), call.store);
        if (user.userId !== call.ref.id && !own.some(({ roles }) => roles.has(user.userId)))
          throw lacksRight(call.ref, 'view', 'user', user.userId);
        return renderProfile(user);
      },
      { usersOnly: true },
    );
}
