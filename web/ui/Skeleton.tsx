import styles from './Skeleton.module.css';

/** Grey bars where text will be; `widths` are shares of the line, one a bar. Silent: `Waiting` says what is loading. */
export function Skeleton({ widths = [1] }: { widths?: number[] }) {
  return (
    <span aria-hidden="true" className={styles.skeleton}>
      {widths.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <span key={index} className={styles.bar} style={{ inlineSize: `${width * 100}%` }} />
      ))}
    </span>
  );
}
