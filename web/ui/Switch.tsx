import styles from './Switch.module.css';

interface SwitchProps {
  /** Its name; what stands beside it says the same to those who see it. */
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** While the change is under way: it stays, and ignores presses. */
  busy?: boolean;
}

/** On or off, at once. The browser's checkbox, drawn as a switch: the place of its knob says it, colour only repeats it. */
export function Switch({ label, checked, onChange, busy }: SwitchProps) {
  return (
    <input
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
      role="switch"
      aria-label={label}
      aria-disabled={busy || undefined}
      checked={checked}
      onChange={(event) => !busy && onChange(event.target.checked)}
      className={styles.switch}
    />
  );
}
