import { useEffect, useState } from 'react';
import { statusPhrase } from '../api/status-phrase.ts';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import styles from './Explorer.module.css';
import type { Outcome } from './use-send.ts';

/** `200 OK, 184 ms, 12 KB, 741 calls left`, said when it comes; while waiting, the seconds, which are only shown. */
export function ResultLine({ outcome }: { outcome: Outcome }) {
  const { answer, notice, sendingSince } = outcome;
  return (
    <>
      <p role="status" className={styles.result}>
        {sendingSince === undefined && (notice ? <NoticeText notice={notice} /> : answer && <Result answer={answer} />)}
      </p>
      {sendingSince !== undefined && <WaitingLine since={sendingSince} />}
    </>
  );
}

function Result({ answer }: { answer: NonNullable<Outcome['answer']> }) {
  const { explorer, apiCall, format } = useWords();
  const { status, statusText, ms, bytes, rateLimitRemaining } = answer;
  const phrase = apiCall.status(status, statusPhrase(status, statusText));
  return explorer.result({ status: phrase, ms, bytes: format.bytes(bytes), left: rateLimitRemaining });
}

function NoticeText({ notice }: { notice: NonNullable<Outcome['notice']> }) {
  const { explorer, signInAgain } = useWords();
  if (notice === 'cancelled') return explorer.cancelled;
  const { before, strong, after } = signInAgain.notRepeated;
  return (
    <>
      {before} <strong>{strong}</strong> {after}
    </>
  );
}

const slowAfterSeconds = 4;

function WaitingLine({ since }: { since: number }) {
  const { explorer, common } = useWords();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - since) / 1000)), 250);
    return () => clearInterval(timer);
  }, [since]);
  const slow = seconds >= slowAfterSeconds;
  useEffect(() => {
    if (slow) announce(common.slow);
  }, [slow, common]);
  return (
    <p className={styles.result}>
      {explorer.waiting(seconds)}
      {slow && ` · ${common.slow}`}
    </p>
  );
}
