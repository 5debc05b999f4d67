import styles from './Sparkline.module.css';

const height = 32;

/** How values went, drawn small. Silent: text beside it says the same. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const points = values.map((value, index) => `${index},${height - 2 - (value / most) * (height - 4)}`);
  const last = values.length - 1;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${last} ${height}`} preserveAspectRatio="none" className={styles.sparkline}>
      <polygon points={`0,${height} ${points.join(' ')} ${last},${height}`} className={styles.area} />
      <polyline points={points.join(' ')} className={styles.line} />
    </svg>
  );
}
