import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './SandboxControls.module.css';
import type { GroupName, Result } from './use-control.ts';

/** Controls of one kind, and below them what the last one that was used came to. */
export function Group({ name, result, children }: { name: GroupName; result: Result | undefined; children: ReactNode }) {
  const { sandboxControls: words } = useWords();
  const mine = result?.group === name ? result : undefined;
  return (
    <section className={styles.group}>
      <h3>{words[name]}</h3>
      {children}
      {mine?.error && (
        <p role="alert" className={styles.error}>
          {words.failed(mine.error.message)}
        </p>
      )}
      <StatusText text={mine?.said ?? ''} className={styles.done} />
    </section>
  );
}
