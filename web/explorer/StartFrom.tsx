import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Explorer.module.css';
import { startCall } from './start-calls.ts';
import type { ExplorerState } from './use-explorer.ts';

const starts = ['getApp', 'filterItems', 'getCurrentUser'] as const;

/** In place of an answer: calls to begin with. They fill in the request and send nothing. */
export function StartFrom({ explorer }: { explorer: ExplorerState }) {
  const { explorer: words } = useWords();
  const { authId, change, fields } = explorer;
  const begin = (kind: (typeof starts)[number]) => {
    change({ ...startCall(kind, authId), tab: 'parameters' });
    fields.path.current?.focus();
  };
  return (
    <div className={styles.start}>
      <p>{words.start.text}</p>
      <div className={styles.actions}>
        {starts.map((kind) => (
          <Button key={kind} onClick={() => begin(kind)}>
            {words.start[kind]}
          </Button>
        ))}
      </div>
    </div>
  );
}
