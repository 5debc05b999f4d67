import { type KeyboardEvent, useId } from 'react';
import { useWords } from '../i18n/index.ts';
import { hasBody } from './draft.ts';
import styles from './Explorer.module.css';
import type { Operation } from './known-operations.ts';
import { OperationList } from './OperationList.tsx';
import { pathFor } from './start-calls.ts';
import type { ExplorerState } from './use-explorer.ts';
import { useOperationPicker } from './use-operation-picker.ts';

/**
 * The path: free text, with a list of the operations that match it (ARIA Authoring Practices: editable combobox with
 * list autocomplete). Nothing of the list is chosen unless it is pointed at.
 */
export function PathField({ explorer, error }: { explorer: ExplorerState; error: string | undefined }) {
  const { explorer: words } = useWords();
  const { draft, change, fields, authId } = explorer;
  const id = useId();
  const picker = useOperationPicker(draft.path, (operation) => change(draftFor(operation, authId, draft.body)));
  const press = (event: KeyboardEvent) => {
    if (picker.press(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div className={`${styles.field} ${styles.path}`}>
      <label htmlFor={id}>{words.path}</label>
      <div className={styles.combobox}>
        <input
          ref={fields.path}
          id={id}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={picker.isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={picker.active === undefined ? undefined : `${id}-${picker.active}`}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          value={draft.path}
          onChange={(event) => {
            change({ path: event.target.value });
            picker.type();
          }}
          onKeyDown={press}
          onBlur={picker.close}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className={`${styles.control} ${styles.mono}`}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={words.operations}
          aria-expanded={picker.isOpen}
          aria-controls={`${id}-list`}
          onMouseDown={(event) => event.preventDefault()} // the focus belongs to the field
          onClick={() => {
            picker.toggle();
            fields.path.current?.focus();
          }}
          className={styles.open}
        >
          <span aria-hidden="true">⌄</span>
        </button>
        <OperationList id={`${id}-list`} optionId={(index) => `${id}-${index}`} picker={picker} />
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What choosing an operation does to the draft: a body that somebody wrote is never overwritten. */
function draftFor(operation: Operation, authId: string, body: string) {
  const example = hasBody(operation.method) && body.trim() === '' && operation.body !== undefined;
  return {
    method: operation.method,
    path: pathFor(operation.path, authId),
    ...(example && { body: JSON.stringify(operation.body, null, 2) }),
  };
}
