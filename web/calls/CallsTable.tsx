import { Fragment, useId, useState } from 'react';
import type { LoggedCall } from '../api/call-log.ts';
import { hasFailed } from '../api/call-log.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { CallDetails } from './CallDetails.tsx';
import styles from './Calls.module.css';
import { statusShape, statusText } from './call-words.ts';
import { OpenCall } from './OpenCall.tsx';

export function CallsTable({ calls, label }: { calls: readonly LoggedCall[]; label: string }) {
  const { calls: words } = useWords();
  const { columns } = words;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.time}</th>
            <th scope="col">{columns.method}</th>
            <th scope="col">{columns.path}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col" className={styles.number}>
              {columns.ms}
            </th>
            <th scope="col" className={styles.number}>
              {columns.left}
            </th>
            <th scope="col">
              <span className="visually-hidden">{columns.details}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <Row key={call.id} call={call} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ call }: { call: LoggedCall }) {
  const words = useWords();
  const { calls, format } = words;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Fragment>
      <tr>
        <td>
          <time dateTime={new Date(call.at).toISOString()} title={format.dateTime(call.at)}>
            {format.clock(call.at)}
          </time>
        </td>
        <td className={styles.method}>{call.method}</td>
        <th scope="row" className={styles.path}>
          <OpenCall call={call}>{call.path}</OpenCall>
        </th>
        <td className={hasFailed(call) ? styles.failed : styles.fine}>
          <span aria-hidden="true">{statusShape(call)}</span> {statusText(words, call)}
        </td>
        <td className={styles.number}>{format.number(call.ms)}</td>
        <td className={styles.number}>{call.rateLimitRemaining === undefined ? calls.unknown : format.number(call.rateLimitRemaining)}</td>
        <td>
          <Button
            look="quiet"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={calls.detailsOf(`${call.method} ${call.path}`)}
            onClick={() => setOpen(!open)}
          >
            {calls.details}
          </Button>
        </td>
      </tr>
      {open && (
        <tr id={id}>
          <td colSpan={7}>
            <CallDetails call={call} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}
