import type { App, AppField, Item, ItemField } from '../api/podio-wire.ts';
import type { Sort } from './view-address.ts';

/** A field of the app that can be a column. */
export interface Column {
  fieldId: number;
  externalId: string;
  label: string;
  type: string;
  sortable: boolean;
  /** How its values are ordered: decides what the sort is called. */
  order: 'text' | 'number' | 'time';
  /** Its values line up at their end. */
  quantity: boolean;
}

/** Types by which Podio sorts. @see https://developers.podio.com/doc/filters */
const sortable = new Set('state text location money number calculation progress duration app date contact category question'.split(' '));
const quantities = new Set(['money', 'number', 'progress', 'duration']);
/** Of little use in a row until asked for. */
const secondary = new Set(['image', 'embed']);
const defaultCount = 6;

/** The fields of an app in the order in which it shows them; deleted and hidden ones left out. */
export function columnsOf(app: Pick<App, 'fields'>): Column[] {
  return (app.fields ?? [])
    .filter(({ status, config }) => status !== 'deleted' && !config?.hidden)
    .sort((one, other) => (one.config?.delta ?? 0) - (other.config?.delta ?? 0))
    .map(toColumn);
}

function toColumn({ field_id, external_id, type, label, config }: AppField): Column {
  const returns = type === 'calculation' ? String(config?.settings?.return_type ?? 'number') : type;
  return {
    fieldId: field_id,
    externalId: external_id,
    label: config?.label ?? label ?? external_id,
    type,
    sortable: sortable.has(type),
    order: returns === 'date' ? 'time' : quantities.has(returns) ? 'number' : 'text',
    quantity: quantities.has(returns),
  };
}

/**
 * The columns that a view shows. Without a choice: the first six, but not the text that the item's title already
 * shows, nor long texts and pictures.
 */
export function chosenColumns(app: Pick<App, 'fields'>, chosen: readonly string[] | undefined): Column[] {
  const all = columnsOf(app);
  if (chosen) return chosen.flatMap((id) => all.find(({ externalId }) => externalId === id) ?? []);
  const title = all.find(({ type }) => type === 'text');
  const long = new Set((app.fields ?? []).filter(isLongText).map(({ field_id }) => field_id));
  return all.filter((column) => column !== title && !long.has(column.fieldId) && !secondary.has(column.type)).slice(0, defaultCount);
}

const isLongText = ({ type, config }: AppField) => type === 'text' && config?.settings?.size === 'large';

/** What Podio is asked to sort by; nothing for its own order. */
export function sortBody(sort: Sort, columns: Column[]): { sort_by?: string | number; sort_desc?: boolean } {
  if (sort.by === 'item') return sort.descending ? {} : { sort_by: 'app_item_id', sort_desc: false };
  if (sort.by === 'title') return { sort_by: 'title', sort_desc: sort.descending };
  const column = columns.find(({ externalId }) => externalId === sort.by);
  return column?.sortable ? { sort_by: column.fieldId, sort_desc: sort.descending } : {};
}

/** The order that really holds: one that Podio cannot give is its own order instead. */
export const effectiveSort = (sort: Sort, columns: Column[]): Sort =>
  sort.by === 'item' || sort.by === 'title' || columns.some(({ externalId, sortable }) => externalId === sort.by && sortable)
    ? sort
    : { by: 'item', descending: true };

/** The item's values of a column; undefined where it has none: Podio leaves empty fields out. */
export const fieldOf = (item: Item, { fieldId }: Column): ItemField | undefined =>
  item.fields?.find(({ field_id }) => field_id === fieldId);
