import { describe, expect, it } from 'vitest';
import { countApps, findApps } from './find-apps.ts';
import type { ListedOrganisation } from './use-spaces.ts';

const space = (name: string, ...names: string[]) => ({
  id: name.length,
  name,
  apps: names.map((app, index) => ({ id: 22117 + index, name: app })),
  error: undefined,
  retry: () => undefined,
});
const acme: ListedOrganisation = { id: 1, name: 'Acme', spaces: [space('CRM', 'Bugs', 'Leads'), space('Delivery', 'Überprojekte')] };
const other: ListedOrganisation = { id: 2, name: 'Other', spaces: [{ ...space('Waiting'), apps: undefined }] };
const found = (query: string) =>
  findApps([acme, other], query).flatMap(({ spaces }) => spaces.flatMap(({ apps }) => apps?.map(({ name }) => name)));

describe('finding an app', () => {
  it('shows everything without a search, spaces that are still loading too', () => {
    expect(findApps([acme, other], ' ')).toEqual([acme, other]);
  });
  it('finds by name without minding case and accents, and leaves out what has none', () => {
    expect(found('uber')).toEqual(['Überprojekte']);
    expect(findApps([acme, other], 'uber').map(({ spaces }) => spaces.map(({ name }) => name))).toEqual([['Delivery']]);
  });
  it('finds by words of several things: id, space and organisation', () => {
    expect(found('crm 22118')).toEqual(['Leads']);
    expect(found('acme lea')).toEqual(['Leads']);
    expect(found('crm delivery')).toEqual([]);
  });
  it('counts what is shown', () => {
    expect(countApps([acme, other])).toBe(3);
  });
});
