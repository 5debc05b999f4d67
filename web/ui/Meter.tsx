import styles from './Meter.module.css';

interface MeterProps {
  label: string;
  value: number;
  max: number;
  /** What a screen reader says: `742 of 1,000 calls left this hour`. */
  valueText: string;
  /** What stands beside the bar: `742 left`. */
  text: string;
  /** The same where there is little room: `742`. */
  figure: string;
}

/** How much is left of something; amber under 10 %, red at none, each in words too. */
export function Meter({ label, value, max, valueText, text, figure }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const level = value <= 0 ? 'none' : share < 0.1 ? 'low' : 'fine';
  return (
    <span className={`${styles.meter} ${styles[level]}`}>
      <span aria-hidden="true" className={styles.text}>
        <span className={styles.words}>{text}</span>
        <span className={styles.figure}>{figure}</span>
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers style a native meter each in its own way, and it has no aria-valuetext */}
      <span
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={valueText}
        className={styles.bar}
      >
        <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </span>
  );
}
