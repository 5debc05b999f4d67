import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, words } from '../i18n/index.ts';
import { fold } from '../ui/fold.ts';
import type { BadgeState } from '../ui/StateBadge.tsx';
import { report } from './report.ts';
import type { Row } from './use-rows.ts';
import { pressed, shownRows, wholeList } from './view.ts';

beforeAll(() => loadWords('en'));

function row(id: string, name: string, more: { state?: BadgeState; lastUsed?: number; gone?: boolean; podioName?: string } = {}): Row {
  const [type, number] = id.split('-') as ['user' | 'app', string];
  const { state = 'active', lastUsed, gone = false, podioName = name } = more;
  return {
    authentication: {
      id,
      ref: { type, id: Number(number) },
      name: podioName,
      method: type === 'app' ? 'app' : 'password',
      scope: 'global:all',
      issuedAt: '2026-11-25T00:00:00Z',
      expiresAt: '2026-11-25T08:00:00Z',
      renewableUntil: '2026-12-23T00:00:00Z',
      readOnly: false,
    },
    name,
    badge: { state, text: state === 'active' ? 'Active' : 'Sign in again' },
    rateLimits: {},
    lastUsed,
    gone,
    searchable: fold(`${name} ${podioName} ${type} ${number}`),
  };
}

const ada = row('user-1', 'Ada Lovelace', { lastUsed: 30 });
const leads = row('app-22118', 'leads 10');
const bugs = row('app-22119', 'Bugs, staging', { podioName: 'Bugs', lastUsed: 50 });
const invoices = row('app-22191', 'Leads 9', { state: 'sign-in-again', lastUsed: 10 });
const all = [ada, leads, bugs, invoices];
const names = (view: Partial<typeof wholeList>) => shownRows(all, { ...wholeList, ...view }, 'en').map(({ name }) => name);

describe('the list of authentications', () => {
  it('stands in the order in which they were added until another is asked for', () => {
    expect(names({})).toEqual(['Ada Lovelace', 'leads 10', 'Bugs, staging', 'Leads 9']);
  });
  it('sorts names as people do: case does not count, and numbers by their size', () => {
    expect(names({ by: 'name' })).toEqual(['Ada Lovelace', 'Bugs, staging', 'Leads 9', 'leads 10']);
    expect(names({ by: 'name', descending: true })[0]).toBe('leads 10');
  });
  it('brings what needs somebody to the front', () => {
    expect(names({ by: 'state' })[0]).toBe('Leads 9');
  });
  it('sorts by last use, the latest first at the first press', () => {
    const view = pressed(wholeList, 'used');
    expect(names(view)).toEqual(['Bugs, staging', 'Ada Lovelace', 'Leads 9', 'leads 10']);
    expect(names(pressed(view, 'used'))[0]).toBe('leads 10');
  });
  it('is searched by label, by the name at Podio and by reference', () => {
    expect(names({ query: 'STAGING' })).toEqual(['Bugs, staging']);
    expect(names({ query: 'app 2211' })).toEqual(['leads 10', 'Bugs, staging']);
    expect(names({ query: 'ådå' })).toEqual(['Ada Lovelace']);
  });
  it('is narrowed to one state', () => {
    expect(names({ state: 'sign-in-again' })).toEqual(['Leads 9']);
    expect(names({ state: 'rate-limited' })).toEqual([]);
  });
  it('keeps saying who was signed out of, whatever is looked for', () => {
    const gone = row('app-5', 'Gone', { gone: true });
    expect(shownRows([gone, ada], { ...wholeList, query: 'ada', state: 'active' }, 'en')).toEqual([gone, ada]);
  });
});

describe('the report', () => {
  it('has a line for each, with what a ticket needs', () => {
    expect(report(words(), [ada, bugs], new Date('2026-11-25T07:30:00Z'))).toBe(
      [
        'Podio Keyring, 2 authentications, 2026-11-25 07:30 UTC',
        'Ada Lovelace (user 1) · Password · Active · can be renewed until 2026-12-23',
        'Bugs, staging (app 22119) · Bugs · App token · Active · can be renewed until 2026-12-23',
        '',
      ].join('\n'),
    );
  });
});
