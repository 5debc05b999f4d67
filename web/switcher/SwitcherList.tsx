import { Combobox } from '@base-ui/react/combobox';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { useGrowingRows } from '../ui/use-growing-rows.ts';
import type { Group, Row } from './groups.ts';
import styles from './SwitcherPopup.module.css';

/** As many as the tallest telephone shows. */
const firstRows = 16;

interface SwitcherListProps {
  /** The rows that match, in the order of their groups. */
  found: readonly Row[];
  query: string;
  children: (row: Row) => ReactNode;
}

/** The list of the switcher, group by group: at first the rows in sight, the others a frame later. Of sixty, they are most of what an opening takes. */
export function SwitcherList({ found, query, children }: SwitcherListProps) {
  const { switcher } = useWords();
  const drawn = new Set(useGrowingRows(found, query, firstRows).map(({ id }) => id));
  return (
    <Combobox.List aria-label={switcher.list} className={styles.list}>
      {(group: Group) =>
        group.items.some(({ id }) => drawn.has(id)) && (
          <Combobox.Group key={group.key} items={group.items}>
            <Combobox.GroupLabel className={styles.label}>{group.label}</Combobox.GroupLabel>
            <Combobox.Collection>{(row: Row) => drawn.has(row.id) && children(row)}</Combobox.Collection>
          </Combobox.Group>
        )
      }
    </Combobox.List>
  );
}
