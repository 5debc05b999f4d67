import type { Store } from '../store.ts';
import { seedApps } from './seed-apps.ts';
import { seedBugs } from './seed-bugs.ts';
import { seedItems } from './seed-items.ts';
import { seedOrganisation } from './seed-organisation.ts';
import { seedWork } from './seed-work.ts';

/** Puts the sample data in an empty store: always the same, ids and dates included. */
export function seed(store: Store): void {
  seedOrganisation(store);
  const apps = seedApps(store);
  seedItems(store, apps);
  seedBugs(store, apps.bugs);
  seedWork(store, apps.bugs);
}
