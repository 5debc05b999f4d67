import { describe, expect, it } from 'vitest';
import type { Authentication } from '../../server/contract.ts';
import { fold } from '../ui/fold.ts';
import { groupRows, matches } from './groups.ts';

const words = { recent: 'Recent', people: 'People', apps: 'Apps' };

function entry(id: string, name: string, more = '') {
  const [type, number] = id.split('-') as ['user' | 'app', string];
  const authentication = { id, name, ref: { type, id: Number(number) } } as Authentication;
  const badge = { state: 'active' as const, text: 'Active' };
  return { authentication, row: { id, name, details: '', badge, searchable: fold(`${name} ${type} ${number} ${more}`) } };
}

const order = (entries: ReturnType<typeof entry>[], options: Partial<Parameters<typeof groupRows>[1]> = {}) =>
  groupRows(entries, { actingId: undefined, lastUsed: {}, spaceOfApp: {}, words, language: 'en', ...options }).map(
    ({ key, items }) => `${key}: ${items.map(({ name }) => name).join(', ')}`,
  );

const nine = [...Array(8).keys()].map((index) => entry(`app-${index + 1}`, `App ${index + 1}`)).concat(entry('user-1', 'Ada'));

describe('the order of the switcher', () => {
  it('has people first, then apps by name', () => {
    expect(order([entry('app-2', 'Leads'), entry('user-1', 'Grace'), entry('app-1', 'bugs'), entry('user-2', 'Ada')])).toEqual([
      'people: Ada, Grace',
      'apps: bugs, Leads',
    ]);
  });
  it('puts apps into the spaces that this tab knows, A to Z', () => {
    const spaceOfApp = { 1: 'HR', 2: 'CRM' };
    expect(order([entry('app-1', 'Staff'), entry('app-2', 'Leads'), entry('app-3', 'Other')], { spaceOfApp })).toEqual([
      'space:CRM: Leads',
      'space:HR: Staff',
      'apps: Other',
    ]);
  });
  it('keeps a space called People apart from the people', () => {
    expect(order([entry('user-1', 'Ada'), entry('app-1', 'Staff')], { spaceOfApp: { 1: 'People' } })).toEqual([
      'people: Ada',
      'space:People: Staff',
    ]);
  });
  it('has the acting one on top and then the last three, each once, with more than eight', () => {
    const lastUsed = { 'app-1': 1, 'app-2': 5, 'app-3': 4, 'app-4': 3, 'app-5': 2 };
    expect(order(nine, { actingId: 'app-1', lastUsed })).toEqual([
      'recent: App 1, App 2, App 3, App 4',
      'people: Ada',
      'apps: App 5, App 6, App 7, App 8',
    ]);
  });
  it('has no recent ones with eight or fewer', () => {
    expect(order(nine.slice(0, 8), { actingId: 'app-3', lastUsed: { 'app-2': 5 } })).toHaveLength(1);
  });
});

describe('the search', () => {
  const { row } = entry('app-22117', 'Überprojekte', 'App token Sign in again Finance');
  it('finds words in any order, in any part', () => {
    expect(matches(row, 'fin 22117')).toBe(true);
    expect(matches(row, 'token again')).toBe(true);
    expect(matches(row, 'fin 22118')).toBe(false);
  });
  it('does not mind case and accents', () => {
    expect(matches(row, 'uberPROJ')).toBe(true);
    expect(matches(row, 'ÜBER')).toBe(true);
  });
});
