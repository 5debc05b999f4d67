import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords, type Words } from '../i18n/index.ts';
import styles from './Banner.module.css';

export interface FormError {
  /** In whichever language the page is read meanwhile. */
  say: (words: Words) => string;
  /** Id of the control it is about; without one it is about the whole form. */
  field?: string;
}

/** What is wrong with a form, above its title; takes focus, and leads to the fields. */
export function ErrorSummary({ errors }: { errors: FormError[] }) {
  const words = useWords();
  const summary = useRef<HTMLDivElement>(null);
  const titleId = useId();
  // Each failed submit makes a new list: focus comes back for each.
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={summary} role="alert" tabIndex={-1} aria-labelledby={titleId} className={`${styles.banner} ${styles.danger}`}>
      <div className={styles.text}>
        <p id={titleId} className={styles.title}>
          {words.common.thereIsAProblem}
        </p>
        <ul>
          {errors.map(({ say, field }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
            <li key={index}>{field ? <FieldLink field={field}>{say(words)}</FieldLink> : say(words)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function FieldLink({ field, children }: { field: string; children: ReactNode }) {
  const go = (event: MouseEvent) => {
    event.preventDefault(); // the address is not the place for it: Back would only undo the jump
    document.getElementById(field)?.focus();
  };
  return (
    <a href={`#${field}`} onClick={go}>
      {children}
    </a>
  );
}
