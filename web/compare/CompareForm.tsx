import { useId } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Compare.module.css';
import type { Comparison } from './use-compare.ts';

const methods = ['GET', 'POST'];

/** The call. Whether it can be sent is said beside the button. */
export function CompareForm({ comparison }: { comparison: Comparison }) {
  const { compare: words, explorer } = useWords();
  const { method, path, body, problem, bodyField, a, b, reads, canSend, setMethod, setPath, setBody, send } = comparison;
  const whyId = useId();
  const why = useWhyNot(comparison);
  const offered = methods.includes(method) ? methods : [...methods, method];
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={styles.call}>
        <div className={styles.method}>
          <NativeSelect
            label={explorer.method}
            value={method}
            options={offered.map((value) => ({ value, text: value }))}
            onChange={(event) => setMethod(event.target.value)}
          />
        </div>
        <div className={styles.path}>
          <TextField
            label={explorer.path}
            value={path}
            onChange={(event) => setPath(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <Button type="submit" look="primary" unavailable={!canSend} aria-describedby={why ? whyId : undefined} className={styles.send}>
          {words.send}
        </Button>
      </div>
      {method === 'POST' && reads && (
        <TextArea
          ref={bodyField}
          label={explorer.body}
          error={problem && explorer.jsonError(problem.line, problem.column, explorer.json[problem.kind])}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          rows={5}
          spellCheck={false}
        />
      )}
      {why && (
        <p id={whyId} className={styles.why}>
          {why}
        </p>
      )}
      {a !== undefined && a === b && <p className="muted">{words.same}</p>}
    </form>
  );
}

function useWhyNot({ reads, canSend, call }: Comparison): string | undefined {
  const { compare: words, explorer } = useWords();
  if (canSend) return undefined;
  if (!reads) return words.readsOnly;
  return call.path.startsWith('/') ? words.chooseBoth : explorer.needsPath;
}
