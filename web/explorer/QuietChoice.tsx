import { useId } from 'react';
import { setQuiet, useQuiet } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import type { Draft } from './draft.ts';
import styles from './Explorer.module.css';
import { quietParameters } from './quiet.ts';

/** Beside Send, for a call that changes something: whether Podio tells others of it. */
export function QuietChoice({ authId, draft }: { authId: string; draft: Draft }) {
  const { quiet: words } = useWords().explorer;
  const isQuiet = useQuiet(authId);
  const hintId = useId();
  const added = quietParameters({ method: draft.method, path: draft.path.trim() });
  if (added.length === 0) return null;
  return (
    <div className={styles.quiet}>
      <Checkbox label={words.label} checked={isQuiet} onChange={(wanted) => setQuiet(authId, wanted)} describedBy={hintId} />
      <span id={hintId} className="muted small">
        {isQuiet ? words.on(added.map(([name, value]) => `${name}=${value}`).join('&')) : words.off}
      </span>
    </div>
  );
}
