import type { ReactNode } from 'react';
import type { LoggedCall } from '../api/call-log.ts';
import { asCode, codeFormats, variablesOf } from '../api/code/as-code.ts';
import { useWords } from '../i18n/index.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useCodeContext } from '../ui/use-code-context.ts';
import styles from './Calls.module.css';
import { whyText } from './call-words.ts';
import { OpenCall } from './OpenCall.tsx';

/** Everything that the log knows of one call, and ways to make it again. */
export function CallDetails({ call }: { call: LoggedCall }) {
  const words = useWords();
  const { calls, apiCall, format } = words;
  const context = useCodeContext();
  const why = whyText(words, call);
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        {why && <Fact name={calls.why}>{why}</Fact>}
        <Fact name={calls.when}>{format.dateTime(call.at)}</Fact>
        {call.bytes !== undefined && <Fact name={calls.size}>{format.bytes(call.bytes)}</Fact>}
        {call.rateLimit !== undefined && <Fact name={calls.countedAs}>{call.rateLimit <= 250 ? calls.heavyCall : calls.ordinaryCall}</Fact>}
        {call.requestId && (
          <Fact name={calls.requestId}>
            <span className={styles.id}>
              <code>{call.requestId}</code>
              <CopyButton text={call.requestId}>{calls.copyRequestId}</CopyButton>
            </span>
          </Fact>
        )}
        {call.body !== undefined && (
          <Fact name={calls.body}>
            <code className={styles.body}>{call.body}</code>
          </Fact>
        )}
        {call.bodyDropped && <Fact name={calls.body}>{calls.bodyDropped}</Fact>}
      </dl>
      <div className={styles.actions}>
        {codeFormats.map((format) => (
          <CopyButton key={format} text={() => asCode(format, call, context)} done={apiCall.copied(format, variablesOf(format, context))}>
            {apiCall.copyAs(format)}
          </CopyButton>
        ))}
        <OpenCall call={call}>{apiCall.open}</OpenCall>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
