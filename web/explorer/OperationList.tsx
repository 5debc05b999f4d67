import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import styles from './OperationList.module.css';
import type { OperationPicker } from './use-operation-picker.ts';

interface OperationListProps {
  id: string;
  optionId: (index: number) => string;
  picker: OperationPicker;
}

/** The options of the path field, grouped by area. The focus stays in the field. */
export function OperationList({ id, optionId, picker }: OperationListProps) {
  const { explorer: words } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const { operations, active, isOpen, pick } = picker;
  useEffect(() => {
    if (active !== undefined) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const areas = [...new Set(operations.map(({ area }) => area))];
  return (
    <div ref={list} id={id} role="listbox" aria-label={words.operations} hidden={!isOpen} className={styles.list}>
      {areas.map((area) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
        <div key={area} role="group" aria-labelledby={`${id}-${area}`}>
          <div id={`${id}-${area}`} role="presentation" className={styles.area}>
            {words.operationText(area)}
          </div>
          {operations.map((operation, index) =>
            operation.area !== area ? null : (
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
              <div
                key={`${operation.method} ${operation.path}`}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                className={styles.option}
                onMouseDown={(event) => event.preventDefault()} // the focus stays in the field
                onClick={() => pick(index)}
              >
                <span className={styles.method}>{operation.method}</span> <span className={styles.path}>{operation.path}</span>{' '}
                <span lang="en" className={styles.name}>
                  {operation.name}
                </span>
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  );
}
