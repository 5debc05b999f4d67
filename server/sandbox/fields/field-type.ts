import type { Store, StoredField, StoredItem } from '../store.ts';

/** What values are read and shown with. */
export interface FieldContext {
  store: Store;
  /** Where files and links of the sandbox's own are, as `http://localhost:3001`. */
  origin: string;
}

/** What makes a value comparable: empties are not given to it. */
export type SortKey = number | string;

/** Whether the values of a field match a filter. Typed as a method, so that matchers of all types of field fit in one table. */
export type Matcher<Value> = { matches(values: readonly Value[]): boolean }['matches'];

/**
 * How one type of field reads, stores and shows its values.
 *
 * @see https://developers.podio.com/doc/items
 */
export interface FieldType<Value = unknown> {
  /** Whether a field of these settings may hold several values. */
  several(field: StoredField): boolean;
  /** Reads one value as it is written, or as it is read. @throws {ApiError} 400 */
  parse(written: unknown, field: StoredField, context: FieldContext): Value;
  /** One entry of `values`, as it is read. */
  render(value: Value, field: StoredField, context: FieldContext): Record<string, unknown>;
  /** For titles, search, and filters by text. */
  text(value: Value, field: StoredField, store: Store): string;
  /** Reads a filter. @throws {ApiError} 400 */
  matcher(wanted: unknown, field: StoredField, now: number): Matcher<Value>;
  /** Absent for types by which Podio does not sort. */
  sortKey?(values: readonly Value[], field: StoredField, store: Store): SortKey;
  /** For types whose values are not written but follow from the item. */
  compute?(item: StoredItem, field: StoredField, fields: readonly StoredField[]): readonly Value[];
}
