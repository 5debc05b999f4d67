import type { ReactNode } from 'react';
import styles from './Card.module.css';

/** A box for one form or one question. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}
