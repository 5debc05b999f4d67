import { fold } from '../ui/fold.ts';
import type { ListedApp, ListedOrganisation } from './use-spaces.ts';

/** The apps that match a search: every word of it occurs in the app's name, id, space or organisation; case and accents do not matter. */
export function findApps(organisations: ListedOrganisation[], query: string): ListedOrganisation[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return organisations;
  return organisations
    .map((organisation) => ({
      ...organisation,
      spaces: organisation.spaces
        .map((space) => ({ ...space, apps: space.apps?.filter(matches(`${space.name} ${organisation.name}`)) }))
        .filter(({ apps }) => apps && apps.length > 0),
    }))
    .filter(({ spaces }) => spaces.length > 0);

  function matches(place: string) {
    return ({ id, name }: ListedApp) => words.every((word) => fold(`${name} ${id} ${place}`).includes(word));
  }
}

export const countApps = (organisations: ListedOrganisation[]): number =>
  organisations.flatMap(({ spaces }) => spaces).reduce((sum, { apps }) => sum + (apps?.length ?? 0), 0);
