import type { ReactNode } from 'react';
import styles from './Banner.module.css';

export type Tone = 'info' | 'ok' | 'warn' | 'danger';

interface BannerProps {
  tone?: Tone;
  role?: 'alert' | 'status';
  /** Makes it a region of this name. */
  label?: string;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A message about the whole page, with what can be done about it. */
export function Banner({ tone = 'info', role, label, title, children, actions }: BannerProps) {
  const className = `${styles.banner} ${styles[tone]}`;
  const content = (
    <>
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </>
  );
  if (label) {
    return (
      <section aria-label={label} className={className}>
        {content}
      </section>
    );
  }
  return (
    <div role={role} className={className}>
      {content}
    </div>
  );
}
