import type { ReactNode } from 'react';
import type { Tone } from './Banner.tsx';
import styles from './Notice.module.css';

/** A quiet line beside what it is about. It has no role of its own: who shows it announces it. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return <div className={`${styles.notice} ${styles[tone]}`}>{children}</div>;
}
