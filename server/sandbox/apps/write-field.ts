import type { FieldTypeName } from '../../podio/types.ts';
import { invalidValue } from '../errors.ts';
import { fieldTypes } from '../fields/fields.ts';
import type { Store, StoredField } from '../store.ts';
import { urlLabel } from '../url-label.ts';
import { isInteger, isObject } from '../values.ts';

/** A field from `{type, external_id?, config: {label, …}}`. @throws {ApiError} 400 */
export function makeField(written: unknown, present: readonly StoredField[], store: Store): StoredField {
  if (!isObject(written)) throw invalidValue(written, 'must be object');
  const { type, config, external_id: externalId } = written;
  if (typeof type !== 'string' || !Object.hasOwn(fieldTypes, type))
    throw invalidValue(type, `must be one of ${Object.keys(fieldTypes).join(', ')}`);
  if (!isObject(config) || typeof config.label !== 'string' || config.label.trim() === '')
    throw invalidValue(isObject(config) ? config.label : config, 'config.label must be string');
  const taken = present.map((field) => field.externalId);
  const field: StoredField = {
    fieldId: store.nextId('field'),
    externalId:
      typeof externalId === 'string' && externalId !== '' && !taken.includes(externalId) ? externalId : urlLabel(config.label, taken),
    type: type as FieldTypeName,
    label: config.label,
    description: null,
    required: false,
    unique: false,
    hidden: false,
    delta: present.length,
    settings: null,
    status: 'active',
  };
  changeField(field, config);
  return field;
}

/** Takes over what is given of a field's config; the type of a field never changes. @throws {ApiError} 400 */
export function changeField(field: StoredField, written: unknown): void {
  if (!isObject(written)) throw invalidValue(written, 'must be object');
  const config = isObject(written.config) ? written.config : written;
  const { label, description, required, unique, hidden, delta, settings } = config;
  if (label !== undefined && (typeof label !== 'string' || label.trim() === '')) throw invalidValue(label, 'must be string');
  if (description !== undefined && description !== null && typeof description !== 'string')
    throw invalidValue(description, 'must be string');
  for (const flag of [required, unique, hidden])
    if (flag !== undefined && typeof flag !== 'boolean') throw invalidValue(flag, 'must be boolean');
  if (delta !== undefined && !isInteger(delta)) throw invalidValue(delta, 'must be integer');
  if (settings !== undefined && settings !== null && !isObject(settings)) throw invalidValue(settings, 'must be object');
  const given = Object.entries({ label, description, required, unique, hidden, delta }).filter(([, value]) => value !== undefined);
  Object.assign(field, Object.fromEntries(given));
  if (settings !== undefined) field.settings = settings === null ? null : withOptionIds(settings as Record<string, unknown>);
}

/** Options may be written as texts, or without ids: each gets one that is free. */
function withOptionIds(settings: Record<string, unknown>): Record<string, unknown> {
  if (settings.options === undefined) return settings;
  if (!Array.isArray(settings.options)) throw invalidValue(settings.options, 'must be array');
  const ids = settings.options.map((option) => (isObject(option) && isInteger(option.id) ? option.id : 0));
  let last = Math.max(0, ...ids);
  const options = settings.options.map((option, index) => {
    const written = isObject(option) ? option : { text: option };
    if (typeof written.text !== 'string' || written.text === '') throw invalidValue(written.text, 'must be string');
    const known = ids[index] ?? 0;
    if (known === 0) last += 1;
    return { status: 'active', color: 'DCEBD8', ...written, id: known === 0 ? last : known };
  });
  return { ...settings, options };
}
