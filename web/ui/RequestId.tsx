import { type PodioAnswer, PodioAnswerError } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './RequestId.module.css';

/**
 * "Podio or us?": Podio's own number for a call, to ask its support about. Only what came from Podio has one; nothing
 * is shown for an error of the token handler's.
 */
export function RequestId({ of }: { of: unknown }) {
  const { apiCall } = useWords();
  const id = of instanceof PodioAnswerError ? of.answer.requestId : (of as PodioAnswer | undefined)?.requestId;
  if (typeof id !== 'string') return null;
  return (
    <p className={styles.line}>
      <span className="muted small">
        {apiCall.requestId} <code>{id}</code>
      </span>
      <CopyButton look="quiet" text={id} done={apiCall.requestIdCopied} aria-label={apiCall.copyRequestId}>
        {apiCall.copy}
      </CopyButton>
    </p>
  );
}
