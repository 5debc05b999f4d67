import { hasCode } from '../../api/errors.ts';
import { signInMessage } from '../../errors/sign-in-message.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Import.module.css';
import type { Entry } from './import-run.ts';

/** Apps that were refused, each with the reason, and the way back into the field. */
export function Rejected({ entries, onFix }: { entries: Entry[]; onFix: (entries: Entry[]) => void }) {
  const words = useWords();
  const { import: own, common } = words;
  const { columns } = own;
  const reason = ({ outcome }: Entry) => {
    if (outcome.kind !== 'rejected') return '';
    return hasCode(outcome.error, 'invalid_credentials') ? own.notAccepted : signInMessage(words, outcome.error, 'app');
  };
  return (
    <>
      <table className={styles.table}>
        <caption>{own.rejected}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.appId}</th>
            <th scope="col">{columns.reason}</th>
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.app.appId}>
              <th scope="row">
                {entry.app.appId}
                {entry.app.label && <span className="muted small"> {entry.app.label}</span>}
              </th>
              <td className={styles.words}>{reason(entry)}</td>
              <td className={styles.fix}>
                <Button
                  onClick={() => onFix([entry])}
                  aria-label={own.fixNamed(common.reference({ type: 'app', id: Number(entry.app.appId) }))}
                >
                  {own.fix}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">{own.checkBoth}</p>
      {entries.length > 1 && (
        <p>
          <Button onClick={() => onFix(entries)}>{own.fixAll(entries.length)}</Button>
        </p>
      )}
    </>
  );
}
