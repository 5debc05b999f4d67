import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  id?: string;
  /** Gets what ties the control to its label, hint and error. */
  children: (control: { id: string; className: string | undefined; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

/** Label, hint and error around one control, tied together. */
export function Field({ label, hint, error, id, children }: FieldProps) {
  const own = useId();
  const controlId = id ?? own;
  const described = [hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean).join(' ');
  const control = {
    id: controlId,
    className: styles.control,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true as const }),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={controlId} className={styles.label}>
        {label}
      </label>
      {hint && (
        <div id={`${controlId}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${controlId}-error`} className={styles.error}>
          {error}
        </div>
      )}
      {children(control)}
    </div>
  );
}
