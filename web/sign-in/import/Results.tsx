import { Link } from 'react-router-dom';
import { useWords, type Words } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import styles from './Import.module.css';
import type { Entry, Outcome } from './import-run.ts';

/** What came of each line, as far as the run has come. */
export function Results({ entries }: { entries: readonly Entry[] }) {
  const { import: words } = useWords();
  const { columns } = words;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{words.results}</caption>
      <thead>
        <tr>
          {[columns.appId, columns.token, columns.label, columns.result].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ app, ending, outcome }) => (
          <tr key={app.appId} className={styles[outcome.kind]}>
            <th scope="row">{app.appId}</th>
            <td>
              <code>{words.ending(ending)}</code>
            </td>
            <td className={styles.words}>
              {outcome.kind === 'signed-in' ? <Link to={paths.home(outcome.authId)}>{app.label || outcome.name}</Link> : app.label}
            </td>
            <td>{outcomeText(words, outcome)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function outcomeText({ outcomes }: Words['import'], outcome: Outcome): string {
  if (outcome.kind === 'signed-in') return outcome.renewed ? outcomes.renewed : outcomes.added;
  return outcome.kind === 'not-tried' ? outcomes[outcome.why] : outcomes[outcome.kind];
}
