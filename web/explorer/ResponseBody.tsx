import { useMemo, useRef, useState } from 'react';
import type { PodioAnswer } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { CodeLines } from '../ui/CodeLines.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { saveFile } from '../ui/save-file.ts';
import styles from './Explorer.module.css';
import { FindBar } from './FindBar.tsx';
import { fileNameOf, type ResponseText, responseText } from './response-text.ts';
import { useFind } from './use-find.ts';

/** The body as text, never as anything that runs; what is no text, or too long to read, is downloaded. */
export function ResponseBody({ answer }: { answer: PodioAnswer }) {
  const { explorer: words } = useWords();
  const shown = useMemo(() => responseText(answer), [answer]);
  const hasText = shown.kind === 'text';
  const find = useFind(hasText ? shown.text : '');
  const [finding, setFinding] = useState(false);
  const findButton = useRef<HTMLButtonElement>(null);
  const close = () => {
    setFinding(false);
    find.look('');
    findButton.current?.focus();
  };
  return (
    <div className={styles.responseBody}>
      {hasText && finding && <FindBar find={find} onClose={close} />}
      {hasText && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
        <section aria-label={words.responseBody} tabIndex={0} className={styles.code}>
          {/* Another answer begins with nothing unfolded. */}
          <CodeLines key={answer.at} text={shown.text} matches={find.matches} current={find.current} />
        </section>
      )}
      <About answer={answer} shown={shown} />
      {(hasText || shown.kind === 'binary') && (
        <div className={styles.actions}>
          {hasText && (
            <CopyButton text={() => (shown.isCut ? answer.text : shown.text)} done={words.copied}>
              {words.copy}
            </CopyButton>
          )}
          {hasText && (
            <Button ref={findButton} aria-expanded={finding} onClick={() => (finding ? close() : setFinding(true))}>
              {words.find.open}
            </Button>
          )}
          <Button onClick={() => saveFile(answer.raw ?? answer.text, fileNameOf(answer))}>{words.download}</Button>
        </div>
      )}
    </div>
  );
}

function About({ answer, shown }: { answer: PodioAnswer; shown: ResponseText }) {
  const { explorer: words, format } = useWords();
  if (shown.kind === 'empty') return <p className="muted">{words.noContent}</p>;
  if (shown.kind === 'redirect') return <p className="muted">{words.redirect}</p>;
  if (shown.kind === 'binary') return <p className="muted">{words.binary(shown.contentType, format.bytes(answer.bytes))}</p>;
  if (!shown.isCut) return null;
  return <p className="muted small">{words.cutAt(format.bytes(shown.text.length), format.bytes(answer.bytes))}</p>;
}
