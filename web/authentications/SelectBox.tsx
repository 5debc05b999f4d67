import { useEffect, useRef } from 'react';
import styles from './Authentications.module.css';

interface SelectBoxProps {
  /** Its name: what stands around says the same to those who see it. */
  label: string;
  checked: boolean;
  /** Some of what it stands for is selected. */
  partly?: boolean;
  onChange: (checked: boolean) => void;
}

/** A checkbox at the beginning of a row. */
export function SelectBox({ label, checked, partly = false, onChange }: SelectBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <label className={styles.select}>
      <span className="visually-hidden">{label}</span>
      <input ref={box} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    </label>
  );
}
