import type { FieldTypeName } from '../../podio/types.ts';
import { invalidValue } from '../errors.ts';
import type { StoredField, StoredItem } from '../store.ts';
import { calculation } from './calculation.ts';
import { category, question } from './choice.ts';
import { email, phone } from './contact-details.ts';
import { date } from './date.ts';
import { embed } from './embed.ts';
import type { FieldContext, FieldType } from './field-type.ts';
import { location } from './location.ts';
import { duration, money, number, progress } from './numbers.ts';
import { app, contact, image } from './references.ts';
import { tag, text } from './text.ts';

/** Every type of field. @see https://developers.podio.com/doc/applications */
export const fieldTypes: Readonly<Record<FieldTypeName, FieldType>> = {
  text,
  category,
  question,
  date,
  money,
  number,
  calculation,
  progress,
  duration,
  contact,
  app,
  image,
  embed,
  phone,
  email,
  location,
  tag,
};

/**
 * The values of a field as they are written: one, a list, or nothing (`null`, `[]`, which empties the field).
 *
 * @throws {ApiError} 400
 */
export function parseValues(written: unknown, field: StoredField, context: FieldContext): unknown[] {
  const type = fieldTypes[field.type];
  const list = written === null || written === undefined ? [] : Array.isArray(written) ? written : [written];
  if (list.length > 1 && !type.several(field)) throw invalidValue(written, `${field.externalId} must not have more than one value`);
  return list.map((each) => type.parse(each, field, context));
}

/** The values that an item has in a field. */
export function valuesOf(item: StoredItem, field: StoredField, fields: readonly StoredField[]): readonly unknown[] {
  const type = fieldTypes[field.type];
  return type.compute ? type.compute(item, field, fields) : (item.values.get(field.fieldId) ?? []);
}
