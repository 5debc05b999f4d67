import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useAuthentications } from '../../react/index.ts';
import { announce } from '../../ui/Announcer.tsx';
import styles from './Import.module.css';
import type { ImportLines } from './import-lines.ts';
import { endingOf } from './import-run.ts';
import { reasonText } from './reason-text.ts';

/** What was found, line by line. Lines that were not understood are told by their number: their text may hold a token. */
export function CheckTable({ checked: { apps, leftOut } }: { checked: ImportLines }) {
  const { import: words } = useWords();
  const { columns } = words;
  const { authentications } = useAuthentications();
  const held = new Set(authentications.map(({ id }) => id));
  const repeated = leftOut.filter(({ reason }) => reason.why === 'repeated' || reason.why === 'replaced').length;
  const summary = words.found(apps.length, leftOut.length - repeated, repeated);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    announce(summary);
  }, [summary]);
  const rows = [...apps.map((app) => ({ line: app.line, app })), ...leftOut].sort((one, other) => one.line - other.line);
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {summary}
      </h2>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span aria-hidden="true">#</span>
              <span className="visually-hidden">{columns.line}</span>
            </th>
            <th scope="col">{columns.appId}</th>
            <th scope="col">{columns.token}</th>
            <th scope="col">{columns.label}</th>
            <th scope="col">{columns.will}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line}${'app' in row}`} className={'app' in row ? undefined : styles.leftOut}>
              <td>{row.line}</td>
              {'app' in row ? (
                <>
                  <th scope="row">{row.app.appId}</th>
                  <td>
                    <code>{words.ending(endingOf(row.app.appToken))}</code>
                  </td>
                  <td className={styles.words}>{row.app.label}</td>
                  <td>{held.has(`app-${row.app.appId}`) ? words.renew : words.add}</td>
                </>
              ) : (
                <>
                  <td>{words.none}</td>
                  <td colSpan={3} className={styles.words}>
                    {words.line(row.line, reasonText(words, row.reason))}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
