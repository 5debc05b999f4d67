import { Link } from 'react-router-dom';
import { asCode, codeFormats, variablesOf } from '../api/code/as-code.ts';
import type { PodioAnswer, PodioCall } from '../api/errors.ts';
import { statusPhrase } from '../api/status-phrase.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs } from '../react/index.ts';
import styles from './ApiCallPanel.module.css';
import { CopyButton } from './CopyButton.tsx';
import { RequestId } from './RequestId.tsx';
import { useCodeContext } from './use-code-context.ts';

interface ApiCallPanelProps {
  id: string;
  call: PodioCall;
  /** The last answer to it; none while it is under way. */
  answer: PodioAnswer | undefined;
}

/** The call behind a view: what was asked, what came, and how to ask it oneself. Never a token. */
export function ApiCallPanel({ id, call, answer }: ApiCallPanelProps) {
  const { apiCall } = useWords();
  const authId = useActingAs();
  const context = useCodeContext();
  const { method, path, body } = call;
  return (
    <section id={id} aria-label={apiCall.region} className={styles.panel}>
      <p className={styles.call}>
        <code>
          <strong>{method}</strong> {path}
        </code>
      </p>
      {body !== undefined && <code className={styles.body}>{body}</code>}
      <p className="muted small tabular">{answer ? <Facts answer={answer} /> : apiCall.waiting}</p>
      <RequestId of={answer} />
      <div className={styles.actions}>
        {codeFormats.map((format) => (
          <CopyButton key={format} text={() => asCode(format, call, context)} done={apiCall.copied(format, variablesOf(format, context))}>
            {apiCall.copyAs(format)}
          </CopyButton>
        ))}
        <Link to={paths.explorer(authId, { method, path })} state={{ body }} className={styles.open}>
          {apiCall.open}
        </Link>
      </div>
    </section>
  );
}

function Facts({ answer }: { answer: PodioAnswer }) {
  const { explorer, apiCall, format } = useWords();
  const status = apiCall.status(answer.status, statusPhrase(answer.status, answer.statusText));
  return explorer.result({ status, ms: answer.ms, bytes: format.bytes(answer.bytes), left: answer.rateLimitRemaining });
}
