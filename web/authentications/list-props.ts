import type { Row } from './use-rows.ts';
import type { Selection } from './use-selection.ts';
import type { View } from './view.ts';

/** What the table and the cards are given. */
export interface ListProps {
  rows: Row[];
  view: View;
  onView: (view: View) => void;
  selection: Selection;
}
