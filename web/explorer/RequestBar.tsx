import { type ReactNode, useId } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyLink } from './CopyLink.tsx';
import { methods } from './draft.ts';
import styles from './Explorer.module.css';
import { PathField } from './PathField.tsx';
import { withSlash } from './path-parts.ts';
import { QuietChoice } from './QuietChoice.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { SendButton } from './SendButton.tsx';
import type { ExplorerState } from './use-explorer.ts';
import { useOperations } from './use-operations.ts';

interface RequestBarProps {
  explorer: ExplorerState;
  name: string;
  /** The button that opens `TryEach`. */
  tryEach: ReactNode;
}

/** Method, path and Send, and what else can be done with the call. */
export function RequestBar({ explorer, name, tryEach }: RequestBarProps) {
  const { explorer: words } = useWords();
  const { draft, change, submit, problems } = explorer;
  const operations = useOperations();
  const methodId = useId();
  const noteId = useId();
  return (
    <form
      noValidate
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.field}>
        <label htmlFor={methodId}>{words.method}</label>
        <select id={methodId} value={draft.method} onChange={(event) => change({ method: event.target.value })} className={styles.control}>
          {methods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
      </div>
      <PathField explorer={explorer} error={problems.shownPath} />
      <SendButton explorer={explorer} name={name} refused={explorer.isRefused ? noteId : undefined} />
      <div className={styles.beside}>
        {explorer.isRefused ? <ReadOnlyNote id={noteId} name={name} /> : <QuietChoice authId={explorer.authId} draft={draft} />}
        <div className={styles.others}>
          <Button aria-label={words.compareWith} onClick={() => explorer.compare()}>
            {words.compare}
          </Button>
          {tryEach}
          <CopyLink authId={explorer.authId} draft={draft} />
        </div>
      </div>
      {operations?.lacksSlash(draft.method, draft.path) && <SlashHint explorer={explorer} />}
    </form>
  );
}

/** Podio takes the final slash of its lists seriously. @see https://developers.podio.com/index/api */
function SlashHint({ explorer }: { explorer: ExplorerState }) {
  const { explorer: words } = useWords();
  const add = () => {
    explorer.change({ path: withSlash(explorer.draft.path) });
    explorer.fields.path.current?.focus();
    announce(words.slash.added);
  };
  return (
    <p className={styles.slash}>
      {words.slash.hint} <Button onClick={add}>{words.slash.add}</Button>
    </p>
  );
}
