import type { KeyboardEvent } from 'react';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Filters in place; Esc clears. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const clear = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || value === '') return;
    event.stopPropagation();
    onChange('');
  };
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={clear}
      autoComplete="off"
      spellCheck={false}
      className={styles.search}
    />
  );
}
