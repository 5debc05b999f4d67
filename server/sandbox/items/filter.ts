import type { Ref } from '../../podio/types.ts';
import { findClient } from '../credentials.ts';
import { invalidValue } from '../errors.ts';
import { fieldTypes, valuesOf } from '../fields/fields.ts';
import { readBounds } from '../fields/matchers.ts';
import { readDay } from '../fields/relative-date.ts';
import type { Actor, StoredApp, StoredItem } from '../store.ts';
import { isObject } from '../values.ts';
import { findField } from './write-item.ts';

export type ItemMatcher = (item: StoredItem) => boolean;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether an item matches all of the filters. Keys are those of items (`created_on`, `tags`, …), field ids, or external ids of fields.
 *
 * @throws {ApiError} 400 for a key that names nothing or a value of the wrong form
 * @see https://developers.podio.com/doc/filters
 */
export function compileFilters(filters: unknown, app: StoredApp, now: number): ItemMatcher {
  const matchers = entriesOf(filters).map(([key, wanted]) => compile(key, wanted, app, now));
  return (item) => matchers.every((matches) => matches(item));
}

/** An object of keys; or, as views keep them, a list of `{key, values}`. php writes "none" as `[]`. */
function entriesOf(filters: unknown): [string, unknown][] {
  if (filters === undefined || filters === null) return [];
  if (isObject(filters)) return Object.entries(filters);
  if (!Array.isArray(filters)) throw invalidValue(filters, 'must be object');
  return filters.map((entry) => {
    if (!isObject(entry) || (typeof entry.key !== 'string' && typeof entry.key !== 'number')) throw invalidValue(entry, 'must be object');
    return [String(entry.key), entry.values];
  });
}

function compile(key: string, wanted: unknown, app: StoredApp, now: number): ItemMatcher {
  switch (key) {
    case 'created_by':
      return byActor(wanted, ({ createdBy }) => createdBy);
    case 'last_edit_by':
      return byActor(wanted, ({ lastEditBy }) => lastEditBy);
    case 'created_via':
      return byClient(wanted, ({ createdBy }) => createdBy);
    case 'last_edit_via':
      return byClient(wanted, ({ lastEditBy }) => lastEditBy);
    case 'created_on':
      return byTime(wanted, now, ({ createdOn }) => createdOn);
    case 'last_edit_on':
      return byTime(wanted, now, ({ lastEditOn }) => lastEditOn);
    case 'tags':
      return byText(wanted, ({ tags }) => tags);
    case 'external_id':
      return byText(wanted, ({ externalId }) => (externalId === null ? [] : [externalId]));
    default: {
      const field = findField(app, key);
      const matches = fieldTypes[field.type].matcher(wanted, field, now);
      return (item) => matches(valuesOf(item, field, app.fields));
    }
  }
}

const listOf = (wanted: unknown): unknown[] => (Array.isArray(wanted) ? wanted : [wanted]);

function byActor(wanted: unknown, actorOf: (item: StoredItem) => Actor): ItemMatcher {
  const refs = listOf(wanted).map((ref) => {
    if (!isObject(ref) || (ref.type !== 'user' && ref.type !== 'app')) throw invalidValue(ref, 'must be {type, id}');
    return ref as unknown as Ref;
  });
  return (item) => refs.some(({ type, id }) => actorOf(item).ref.type === type && actorOf(item).ref.id === id);
}

function byClient(wanted: unknown, actorOf: (item: StoredItem) => Actor): ItemMatcher {
  const ids = listOf(wanted);
  return (item) => ids.includes(findClient(actorOf(item).clientId)?.authClientId);
}

function byTime(wanted: unknown, now: number, timeOf: (item: StoredItem) => number): ItemMatcher {
  const { from, to } = readBounds(wanted);
  const least = readTime(from, now) ?? Number.NEGATIVE_INFINITY;
  const last = readTime(to, now);
  // A day as the end is meant with all its hours.
  const most = last === undefined ? Number.POSITIVE_INFINITY : hasTime(to) ? last : last + dayMs - 1;
  return (item) => timeOf(item) >= least && timeOf(item) <= most;
}

const hasTime = (bound: unknown): boolean => typeof bound === 'string' && /[ T]\d{2}:\d{2}/.test(bound);

function readTime(bound: unknown, now: number): number | undefined {
  const day = readDay(bound, now);
  return day === undefined || !hasTime(bound) ? day : Date.parse(`${String(bound).replace(' ', 'T')}Z`);
}

function byText(wanted: unknown, textsOf: (item: StoredItem) => readonly string[]): ItemMatcher {
  const texts = listOf(wanted);
  for (const text of texts) if (typeof text !== 'string' && text !== null) throw invalidValue(text, 'must be string');
  return (item) => {
    const present = textsOf(item);
    return present.length === 0 ? texts.includes(null) : present.some((text) => texts.includes(text));
  };
}
