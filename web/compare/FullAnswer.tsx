import { useState } from 'react';
import type { PodioAnswer } from '../api/errors.ts';
import { prettyJson } from '../api/pretty-json.ts';
import { useWords } from '../i18n/index.ts';
import { CodeLines } from '../ui/CodeLines.tsx';
import styles from './Compare.module.css';

/** Of longer answers only the beginning is shown; the explorer has the rest to download. */
const mostCharacters = 200_000;

/** Everything that one side was answered. `folded`: under its name, to be opened. */
export function FullAnswer({ name, answer, folded }: { name: string; answer: PodioAnswer; folded?: boolean }) {
  const { compare: words } = useWords();
  const [open, setOpen] = useState(false);
  if (!folded) return <Text name={name} answer={answer} />;
  return (
    <details className={styles.full} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.fullAnswer(name)}</summary>
      {open && <Text name={name} answer={answer} />}
    </details>
  );
}

function Text({ name, answer }: { name: string; answer: PodioAnswer }) {
  const { compare: words } = useWords();
  const text = answer.json === undefined || answer.text.length > mostCharacters ? answer.text : prettyJson(answer.text);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
    <section aria-label={words.fullAnswer(name)} tabIndex={0} className={styles.code}>
      <CodeLines key={answer.at} text={text.slice(0, mostCharacters)} />
    </section>
  );
}
