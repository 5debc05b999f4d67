import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import styles from './NativeSelect.module.css';

interface NativeSelectProps extends Omit<ComponentPropsWithRef<'select'>, 'children' | 'className'> {
  label: ReactNode;
  /** The label is for screen readers only: what stands around says the rest. */
  labelHidden?: boolean;
  options: { value: string; text: string }[];
}

/** The browser's own select, label beside it. */
export function NativeSelect({ label, labelHidden, options, id, ...select }: NativeSelectProps) {
  const own = useId();
  return (
    <span className={styles.select}>
      <label htmlFor={id ?? own} className={labelHidden ? 'visually-hidden' : 'muted small'}>
        {label}
      </label>
      <select {...select} id={id ?? own} className={styles.control}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
