import type { ReactNode } from 'react';
import styles from './Checkbox.module.css';

interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Id of a hint below it. */
  describedBy?: string;
}

/** The browser's own checkbox with its label, as one row to press on. */
export function Checkbox({ label, checked, onChange, describedBy }: CheckboxProps) {
  return (
    <label className={styles.row}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={describedBy}
        className={styles.box}
      />
      {label}
    </label>
  );
}
