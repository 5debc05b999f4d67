import { invalidValue } from '../errors.ts';
import type { FieldType } from './field-type.ts';
import { containing } from './matchers.ts';
import { unwrap } from './unwrap.ts';

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Short text, or long text in HTML. */
export const text: FieldType<string> = {
  several: () => false,
  parse(written) {
    const value = unwrap(written);
    if (typeof value !== 'string') throw invalidValue(value, 'must be string');
    return value;
  },
  render: (value) => ({ value }),
  text: (value, { settings }) => (settings?.size === 'large' ? plain(value) : value),
  matcher: (wanted) => containing(wanted, (value: string) => value),
  sortKey: ([value = '']) => value.toLowerCase(),
};

/** Words that an item is marked with. */
export const tag: FieldType<string> = {
  several: () => true,
  parse(written) {
    const value = unwrap(written);
    if (typeof value !== 'string' || value.trim() === '') throw invalidValue(value, 'must be string');
    return value.trim();
  },
  render: (value) => ({ value }),
  text: (value) => value,
  matcher(wanted) {
    const list = (Array.isArray(wanted) ? wanted : [wanted]).map((each) => (typeof each === 'string' ? each.toLowerCase() : each));
    for (const each of list) if (each !== null && typeof each !== 'string') throw invalidValue(each, 'must be string');
    return (values) => (values.length === 0 ? list.includes(null) : values.some((value) => list.includes(value.toLowerCase())));
  },
};
