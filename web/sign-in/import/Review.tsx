import { useWords } from '../../i18n/index.ts';
import { useAuthentications } from '../../react/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CheckTable } from './CheckTable.tsx';
import styles from './Import.module.css';
import type { ImportLines } from './import-lines.ts';

interface ReviewProps {
  checked: ImportLines;
  onStart: () => void;
  onEdit: () => void;
}

/** What would happen, before it does. */
export function Review({ checked, onStart, onEdit }: ReviewProps) {
  const { import: words } = useWords();
  const { authentications, capacity } = useAuthentications();
  const held = new Set(authentications.map(({ id }) => id));
  const added = checked.apps.filter(({ appId }) => !held.has(`app-${appId}`)).length;
  const room = (capacity ?? Number.POSITIVE_INFINITY) - authentications.length;
  return (
    <div className={styles.form}>
      <CheckTable checked={checked} />
      {added > room && <Notice tone="warn">{words.room(room)}</Notice>}
      <div className={`${styles.actions} ${styles.decide}`}>
        <Button look="primary" onClick={onStart}>
          {words.submit(checked.apps.length)}
        </Button>
        <Button onClick={onEdit}>{words.edit}</Button>
      </div>
    </div>
  );
}
