import styles from './SortHead.module.css';

interface SortHeadProps {
  label: string;
  /** How the rows are ordered by this column; undefined: by another. */
  sorted: 'ascending' | 'descending' | undefined;
  onSort: () => void;
  className?: string;
}

/** The head of a column that sorts by it when pressed. */
export function SortHead({ label, sorted, onSort, className }: SortHeadProps) {
  return (
    <th scope="col" className={className} aria-sort={sorted}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {label}
        <span aria-hidden="true" className={styles.arrow}>
          {sorted === undefined ? '↕' : sorted === 'descending' ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}
