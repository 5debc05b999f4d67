import type { WholeItem } from '../api/podio-wire.ts';
import { useWords } from '../i18n/index.ts';
import { FieldContent } from './FieldContent.tsx';
import { FileList } from './FileList.tsx';
import styles from './Item.module.css';

/** The fields that have a value, in the order of the app; which ones have none is said in one line. */
export function ItemFields({ item, empty }: { item: WholeItem; empty: string[] }) {
  const { item: words } = useWords();
  const fields = item.fields ?? [];
  const files = item.files ?? [];
  return (
    <section aria-label={words.fields} className={styles.fields}>
      {fields.length + files.length > 0 ? (
        <dl className={styles.pairs}>
          {fields.map((field) => (
            <div key={field.field_id}>
              <dt>{field.label ?? field.external_id}</dt>
              <dd>
                <FieldContent field={field} />
              </dd>
            </div>
          ))}
          {files.length > 0 && (
            <div>
              <dt>{words.values.files}</dt>
              <dd>
                <FileList files={files} />
              </dd>
            </div>
          )}
        </dl>
      ) : (
        <p className="muted">{words.noFields}</p>
      )}
      {empty.length > 0 && <p className="muted small">{words.empty(empty)}</p>}
    </section>
  );
}
