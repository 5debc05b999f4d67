import { invalidValue } from '../errors.ts';
import { isInteger, isObject } from '../values.ts';
import type { Matcher } from './field-type.ts';

/** A list of ids, any of which a value may have; `null` among them means "has no value". One id alone will do. */
export function anyOf<Value>(wanted: unknown, idOf: (value: Value) => unknown, isId: (id: unknown) => boolean = isInteger): Matcher<Value> {
  const list = Array.isArray(wanted) ? wanted : [wanted];
  for (const id of list) if (id !== null && !isId(id)) throw invalidValue(id, isId === isInteger ? 'must be integer' : 'must be string');
  const ids = new Set(list);
  return (values) => (values.length === 0 ? ids.has(null) : values.some((value) => ids.has(idOf(value))));
}

/** A text that a value contains, in any case; `null` means "has no value". */
export function containing<Value>(wanted: unknown, textOf: (value: Value) => string): Matcher<Value> {
  const text = Array.isArray(wanted) && wanted.length === 1 ? wanted[0] : wanted;
  if (text === null) return (values) => values.length === 0;
  if (typeof text !== 'string') throw invalidValue(wanted, 'must be string');
  const needle = text.toLowerCase();
  return (values) => values.some((value) => textOf(value).toLowerCase().includes(needle));
}

/** `{from, to}`, both included and each optional. `null` means "has no value". */
export function between<Value>(wanted: unknown, numberOf: (value: Value) => number): Matcher<Value> {
  if (wanted === null) return (values) => values.length === 0;
  const { from, to } = readBounds(wanted);
  const least = readNumber(from, Number.NEGATIVE_INFINITY);
  const most = readNumber(to, Number.POSITIVE_INFINITY);
  return (values) =>
    values.some((value) => {
      const number = numberOf(value);
      return number >= least && number <= most;
    });
}

/** @throws {ApiError} 400 where it is no object of `from` and `to` */
export function readBounds(wanted: unknown): { from?: unknown; to?: unknown } {
  const bounds = Array.isArray(wanted) && wanted.length === 1 ? wanted[0] : wanted;
  if (!isObject(bounds)) throw invalidValue(wanted, 'must be object');
  const other = Object.keys(bounds).find((name) => name !== 'from' && name !== 'to');
  if (other !== undefined) throw invalidValue(other, 'must be from or to');
  return bounds;
}

function readNumber(bound: unknown, otherwise: number): number {
  if (bound === undefined || bound === null || bound === '') return otherwise;
  const number = typeof bound === 'string' && /^-?\d+(?:\.\d+)?$/.test(bound) ? Number(bound) : bound;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw invalidValue(bound, 'must be number');
  return number;
}
