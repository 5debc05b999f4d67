import type { Item, ItemList } from '../api/podio-wire.ts';
import type { Items } from './use-items.ts';
import type { ItemsView } from './view-address.ts';

/** What the table and the list are given alike. */
export interface RowsProps {
  /** Of the app. */
  name: string;
  view: ItemsView;
  items: Items;
  list: ItemList;
  /** The items of the list that are drawn by now, from its beginning on. */
  drawn: readonly Item[];
}
