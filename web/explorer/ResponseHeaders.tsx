import type { PodioAnswer } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { RequestId } from '../ui/RequestId.tsx';
import styles from './Explorer.module.css';

/** The headers that the token handler lets through. */
export function ResponseHeaders({ answer }: { answer: PodioAnswer }) {
  const { explorer: words } = useWords();
  return (
    <div className={styles.headers}>
      <RequestId of={answer} />
      <table aria-label={words.headersTable}>
        <thead>
          <tr>
            <th scope="col">{words.headerName}</th>
            <th scope="col">{words.headerValue}</th>
          </tr>
        </thead>
        <tbody>
          {answer.headers.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
