import { useWords } from '../i18n/index.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import type { Draft } from './draft.ts';
import styles from './Explorer.module.css';
import { useOperations } from './use-operations.ts';

/** What the explorer knows about the operation behind the draft. */
export function AboutOperation({ draft }: { draft: Draft }) {
  const { explorer: words } = useWords();
  const operations = useOperations();
  if (!operations) return null;
  const operation = operations.operationOf(draft.method, draft.path);
  if (!operation) return <p className="muted">{words.about.unknown}</p>;
  return (
    <div className={styles.about}>
      <p className={styles.operation}>
        <span lang="en">{operation.name}</span> · {words.operationText(operation.area)}
      </p>
      <p>
        <code>
          {operation.method} {operation.path}
        </code>
      </p>
      <p>
        {operation.reads ? words.about.reads : words.about.writes} {operation.heavy && words.about.heavy}
      </p>
      {operation.docs && (
        <p>
          <ExternalLink href={operation.docs}>{words.about.docs}</ExternalLink>
        </p>
      )}
    </div>
  );
}
