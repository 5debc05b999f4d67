import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { PodioAnswerError } from '../api/errors.ts';
import { statusPhrase } from '../api/status-phrase.ts';
import { errorSentence, needsSignIn } from '../errors/error-sentence.ts';
import { SentenceText } from '../errors/SentenceText.tsx';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import { useAuthentication } from '../react/index.ts';
import { hueOf } from '../ui/identity.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import styles from './Compare.module.css';
import type { Comparison, Side } from './use-compare.ts';

interface SideSummaryProps {
  authId: string | undefined;
  name: string;
  side: Side;
  comparison: Comparison;
}

/** One side in short: status, time, calls left, or what went wrong. Each fails alone. */
export function SideSummary({ authId, name, side, comparison }: SideSummaryProps) {
  const words = useWords();
  const held = useAuthentication(authId);
  const ref = parseAuthId(authId ?? '');
  if (authId === undefined) return <div />;
  if (!held) {
    return (
      <Frame authId={authId} name={name}>
        <p>{words.compare.gone(ref ? words.common.reference(ref) : name)}</p>
        {ref && <Again authId={authId}>{words.shell.needed.add(words.common.reference(ref))}</Again>}
      </Frame>
    );
  }
  const { answer, error, isFetching } = side;
  const refused = error ?? (answer && answer.status >= 400 ? new PodioAnswerError(answer) : undefined);
  return (
    <Frame authId={authId} name={name}>
      {isFetching ? (
        <Waiting key={comparison.call.path} label={words.compare.waiting(name)} onCancel={side.cancel}>
          <p className="muted">{words.apiCall.waiting}</p>
        </Waiting>
      ) : (
        <>
          {answer && <p className="muted tabular">{inShort(words, answer)}</p>}
          {refused && (
            <p className={styles.refused}>
              <SentenceText {...errorSentence(words, refused, name)} />
            </p>
          )}
          {needsSignIn(refused) && <Again authId={authId}>{words.common.signInAgain}</Again>}
        </>
      )}
    </Frame>
  );
}

function inShort({ apiCall, explorer }: ReturnType<typeof useWords>, answer: NonNullable<Side['answer']>): string {
  const { status, statusText, ms, rateLimitRemaining } = answer;
  const left = rateLimitRemaining === undefined ? [] : [explorer.left(rateLimitRemaining)];
  return [apiCall.status(status, statusPhrase(status, statusText)), explorer.ms(ms), ...left].join(' · ');
}

function Frame({ authId, name, children }: { authId: string; name: string; children: ReactNode }) {
  const { compare: words } = useWords();
  return (
    <section aria-label={words.answerOf(name)} data-hue={hueOf(authId)} className={styles.side}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

/** Signs in (again), and comes back here. */
function Again({ authId, children }: { authId: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const ref = parseAuthId(authId);
  const back = pathname + search;
  const to = ref?.type === 'app' ? paths.signInAsApp({ app: ref.id, return: back }) : paths.signIn({ return: back });
  return (
    <p>
      <LinkButton to={to}>{children}</LinkButton>
    </p>
  );
}
