import { invalidValue } from '../errors.ts';
import type { StoredField } from '../store.ts';
import { isInteger, isObject } from '../values.ts';
import type { FieldType } from './field-type.ts';
import { anyOf } from './matchers.ts';
import { unwrap } from './unwrap.ts';

interface Option {
  id: number;
  text: string;
  status?: string;
  color?: string;
}

const optionsOf = ({ settings }: StoredField): Option[] => (Array.isArray(settings?.options) ? (settings.options as Option[]) : []);

/** Choices from a list; stored as the option's id. A written text counts as the option of that text. */
export const category: FieldType<number> = {
  several: ({ settings }) => settings?.multiple === true,
  parse(written, field) {
    const value = unwrap(written);
    const wanted = isObject(value) ? value.id : value;
    const option = optionsOf(field).find(
      ({ id, text }) => id === wanted || (typeof wanted === 'string' && (text === wanted || String(id) === wanted)),
    );
    if (option) return option.id;
    throw invalidValue(wanted, isInteger(wanted) || typeof wanted === 'string' ? 'is not an option of this field' : 'must be integer');
  },
  render: (id, field) => ({ value: optionsOf(field).find((option) => option.id === id) ?? { id, text: '', status: 'deleted' } }),
  text: (id, field) => optionsOf(field).find((option) => option.id === id)?.text ?? '',
  matcher: (wanted) => anyOf(wanted, (id: number) => id),
  // By the order in which the options stand in the app.
  sortKey: ([id], field) => optionsOf(field).findIndex((option) => option.id === id),
};

/** The legacy type for yes/no questions and votes: a category without colours. */
export const question: FieldType<number> = category;
