import { useWords } from '../i18n/index.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { AboutOperation } from './AboutOperation.tsx';
import { BodyField } from './BodyField.tsx';
import type { Draft } from './draft.ts';
import styles from './Explorer.module.css';
import { Parameters } from './Parameters.tsx';
import type { ExplorerState } from './use-explorer.ts';

/** The parts of the request beside its path. */
export function RequestTabs({ explorer }: { explorer: ExplorerState }) {
  const { explorer: words } = useWords();
  const { draft, change } = explorer;
  return (
    <section aria-label={words.request} className={styles.pane}>
      <Tabs
        label={words.request}
        value={draft.tab}
        onChange={(tab) => change({ tab: tab as Draft['tab'] })}
        tabs={[
          { value: 'parameters', label: words.parameters, panel: <Parameters explorer={explorer} /> },
          { value: 'body', label: words.bodyTab, panel: <BodyField explorer={explorer} /> },
          { value: 'notes', label: words.notes, panel: <AboutOperation draft={draft} /> },
        ]}
      />
    </section>
  );
}
