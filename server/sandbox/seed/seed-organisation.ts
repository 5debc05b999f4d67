import type { Store } from '../store.ts';
import { ada, adaProfile, at, grace, graceProfile } from './people.ts';

export const acme = 1;
export const spaceIds = { crm: 4001, delivery: 4002, finance: 4003, hr: 4004 } as const;

/** The organisation Acme, its two people and its four workspaces: Ada administers all of it, Grace is a member. */
export function seedOrganisation(store: Store): void {
  const createdOn = at('2014-01-01 09:00:00');
  store.users.set(ada, {
    userId: ada,
    profileId: adaProfile,
    mail: 'ada@example.com',
    password: 'sandbox',
    name: 'Ada Lovelace',
    createdOn,
    lastSeenOn: at('2026-01-01 08:00:00'),
    about: { title: ['Head of Delivery'], phone: ['+45 70 00 00 01'], organization: 'Acme', location: ['Copenhagen'] },
  });
  store.users.set(grace, {
    userId: grace,
    profileId: graceProfile,
    mail: 'grace@example.com',
    password: 'sandbox',
    name: 'Grace Hopper',
    createdOn: at('2014-03-10 09:00:00'),
    lastSeenOn: at('2026-01-01 07:30:00'),
    about: { title: ['Engineer'], phone: ['+45 70 00 00 02'], organization: 'Acme', location: ['Aarhus'] },
  });
  const roles = () =>
    new Map<number, 'admin' | 'regular'>([
      [ada, 'admin'],
      [grace, 'regular'],
    ]);
  store.organisations.set(acme, { orgId: acme, name: 'Acme', urlLabel: 'acme', createdOn, createdBy: ada, roles: roles() });
  const names = { crm: 'CRM', delivery: 'Delivery', finance: 'Finance', hr: 'HR' } as const;
  for (const key of ['crm', 'delivery', 'finance', 'hr'] as const)
    store.spaces.set(spaceIds[key], {
      spaceId: spaceIds[key],
      orgId: acme,
      name: names[key],
      urlLabel: key,
      privacy: 'closed',
      description: null,
      createdOn,
      createdBy: ada,
      roles: roles(),
    });
}
