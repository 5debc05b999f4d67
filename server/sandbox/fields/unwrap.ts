import { isInteger, isObject } from '../values.ts';

/** The value inside `{"value": …}`, the form in which values are read and some clients write them; anything else as it is. */
export const unwrap = (written: unknown): unknown => (isObject(written) && 'value' in written ? written.value : written);

/** The id in a value: itself, in digits, or in the object that is read in its place. */
export function unwrapId(written: unknown, name: string): number | undefined {
  const value = unwrap(written);
  const id = isObject(value) ? value[name] : value;
  if (isInteger(id)) return id;
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}
