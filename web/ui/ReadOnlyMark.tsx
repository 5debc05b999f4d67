import { useWords } from '../i18n/index.ts';
import styles from './ReadOnlyMark.module.css';

/** Says that an authentication only reads, beside its name. */
export function ReadOnlyMark({ className }: { className?: string }) {
  const { common } = useWords();
  return <span className={[styles.mark, className].filter(Boolean).join(' ')}>{common.readOnly}</span>;
}
