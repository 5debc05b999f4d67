import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './Authentications.module.css';
import { report } from './report.ts';
import { SortChoice } from './SortChoice.tsx';
import type { Row } from './use-rows.ts';
import { filterStates, type View } from './view.ts';

interface BarProps {
  rows: Row[];
  view: View;
  onView: (view: View) => void;
  /** There are no heads to press. */
  withSort: boolean;
}

/** What is looked for, and the ways to add. */
export function Bar({ rows, view, onView, withSort }: BarProps) {
  const words = useWords();
  const { authentications, common } = words;
  const held = rows.filter(({ gone }) => !gone);
  return (
    <div className={styles.bar}>
      {rows.length > 0 && (
        <div className={styles.find}>
          <SearchField label={authentications.find} value={view.query} onChange={(query) => onView({ ...view, query })} />
          <NativeSelect
            label={authentications.state}
            value={view.state}
            options={(['all', ...filterStates] as const).map((state) => ({ value: state, text: authentications.states[state] }))}
            onChange={(event) => onView({ ...view, state: event.target.value as View['state'] })}
          />
          {withSort && <SortChoice view={view} onView={onView} />}
        </div>
      )}
      <div className={styles.add}>
        <LinkButton look="primary" to={paths.signIn({ return: paths.authentications() })}>
          {common.addAuthentication}
        </LinkButton>
        <LinkButton to={paths.importApps({ return: paths.authentications() })}>{words.import.short}</LinkButton>
        {held.length > 0 && (
          <CopyButton text={() => report(words, held, new Date())} done={authentications.report.copied(held.length)}>
            {authentications.report.button}
          </CopyButton>
        )}
      </div>
    </div>
  );
}

/** In place of rows when none is found. */
export function NoneFound({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { authentications: words } = useWords();
  return (
    <p className={styles.none}>
      {view.query.trim() === '' ? words.noneInState : words.noMatch}{' '}
      <Button look="quiet" onClick={() => onView({ ...view, query: '', state: 'all' })}>
        {words.showAll}
      </Button>
    </p>
  );
}
