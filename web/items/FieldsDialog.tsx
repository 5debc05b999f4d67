import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/lazy-dialogs.tsx';
import styles from './FieldsDialog.module.css';
import { SortChoice } from './SortChoice.tsx';
import type { Items } from './use-items.ts';
import { useView } from './use-view.ts';
import type { ItemsView } from './view-address.ts';

interface FieldsDialogProps {
  open: boolean;
  onClose: () => void;
  view: ItemsView;
  items: Items;
  /** On a narrow screen the order is chosen here too: there are no heads to press. */
  withSort: boolean;
}

/** Which fields are columns; each choice shows at once behind the dialog, and stands in the address. */
export function FieldsDialog({ open, onClose, view, items, withSort }: FieldsDialogProps) {
  const { items: words } = useWords();
  const { adjust } = useView(view);
  const shown = new Set(items.columns.map(({ externalId }) => externalId));
  const choose = (externalId: string, on: boolean) => {
    const next = items.all.filter((column) => (column.externalId === externalId ? on : shown.has(column.externalId)));
    adjust({ fields: next.map((column) => column.externalId) });
  };
  return (
    <Dialog title={withSort ? words.sortAndFields : words.fields.title} open={open} onClose={onClose}>
      {withSort && <SortChoice view={view} items={items} />}
      <fieldset className={styles.fields}>
        <legend className={styles.legend}>{words.fields.legend}</legend>
        {items.all.map(({ externalId, label }) => (
          <Checkbox key={externalId} label={label} checked={shown.has(externalId)} onChange={(on) => choose(externalId, on)} />
        ))}
      </fieldset>
      <div className={styles.actions}>
        <Button onClick={() => adjust({ fields: items.all.map(({ externalId }) => externalId) })}>{words.fields.showAll}</Button>
        <Button onClick={() => adjust({ fields: undefined })}>{words.fields.reset}</Button>
        <Button look="primary" onClick={onClose}>
          {words.fields.done}
        </Button>
      </div>
    </Dialog>
  );
}
