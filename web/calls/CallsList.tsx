import { useId, useState } from 'react';
import { hasFailed, type LoggedCall } from '../api/call-log.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { CallDetails } from './CallDetails.tsx';
import styles from './Calls.module.css';
import { statusShape, statusText } from './call-words.ts';
import { OpenCall } from './OpenCall.tsx';

/** The calls on a narrow screen: one under the other. */
export function CallsList({ calls, label }: { calls: readonly LoggedCall[]; label: string }) {
  return (
    <ul aria-label={label} className={styles.list}>
      {calls.map((call) => (
        <Entry key={call.id} call={call} />
      ))}
    </ul>
  );
}

function Entry({ call }: { call: LoggedCall }) {
  const words = useWords();
  const { calls, format, explorer } = words;
  const [open, setOpen] = useState(false);
  const id = useId();
  const left = call.rateLimitRemaining === undefined ? [] : [explorer.left(call.rateLimitRemaining)];
  return (
    <li className={styles.entry}>
      <OpenCall call={call} className={styles.path}>
        <span className={styles.method}>{call.method}</span> {call.path}
      </OpenCall>
      <p className={styles.line}>
        <span className={hasFailed(call) ? styles.failed : styles.fine}>
          <span aria-hidden="true">{statusShape(call)}</span> {statusText(words, call)}
        </span>
        <span className="muted">{[format.clock(call.at), explorer.ms(call.ms), ...left].join(' · ')}</span>
      </p>
      <Button
        look="quiet"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={calls.detailsOf(`${call.method} ${call.path}`)}
        onClick={() => setOpen(!open)}
      >
        {calls.details}
      </Button>
      {open && (
        <div id={id}>
          <CallDetails call={call} />
        </div>
      )}
    </li>
  );
}
