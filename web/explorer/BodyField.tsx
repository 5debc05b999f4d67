import { useState } from 'react';
import { jsonProblem } from '../api/json-problem.ts';
import { prettyJson } from '../api/pretty-json.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { hasBody } from './draft.ts';
import styles from './Explorer.module.css';
import type { ExplorerState } from './use-explorer.ts';
import { useOperations } from './use-operations.ts';

/** The body, as JSON text. A plain text field: it takes any size, the keyboard, and every help the browser has. */
export function BodyField({ explorer }: { explorer: ExplorerState }) {
  const { explorer: words } = useWords();
  const { draft, change, problems, fields } = explorer;
  const [done, setDone] = useState('');
  const example = useOperations()?.operationOf(draft.method, draft.path)?.body;
  const canHave = hasBody(draft.method);

  const format = () => {
    problems.show();
    if (jsonProblem(draft.body)) return fields.body.current?.focus();
    change({ body: prettyJson(draft.body) });
    setDone(words.formatted);
  };
  const fill = () => {
    change({ body: JSON.stringify(example, null, 2) });
    setDone(words.exampleFilled);
    fields.body.current?.focus();
  };

  return (
    <div className={styles.bodyPanel}>
      <Field label={words.body} hint={canHave ? undefined : words.noBody(draft.method)} error={problems.shownBody}>
        {(control) => (
          <textarea
            {...control}
            ref={fields.body}
            value={draft.body}
            onChange={(event) => {
              change({ body: event.target.value });
              setDone('');
            }}
            rows={14}
            spellCheck={false}
            autoCapitalize="none"
            className={`${styles.control} ${styles.mono} ${styles.body}`}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button onClick={format} unavailable={draft.body.trim() === ''}>
          {words.format}
        </Button>
        {example !== undefined && draft.body.trim() === '' && <Button onClick={fill}>{words.bodyExample}</Button>}
        <StatusText text={done} />
      </div>
    </div>
  );
}
