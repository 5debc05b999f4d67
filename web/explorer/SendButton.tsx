import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Explorer.module.css';
import type { ExplorerState } from './use-explorer.ts';

const cancelAfterMs = 1_000;

interface SendButtonProps {
  explorer: ExplorerState;
  name: string;
  /** Id of the note that says why this call would be refused. */
  refused: string | undefined;
}

/** Sends; while that takes longer than a second it cancels. It stays one element, so the focus stays on it. */
export function SendButton({ explorer, name, refused }: SendButtonProps) {
  const { explorer: words } = useWords();
  const { draft, outcome, isSending, cancel } = explorer;
  const button = useRef<HTMLButtonElement>(null);
  const cancels = useLongerThan(outcome.sendingSince, cancelAfterMs);
  const press = (event: MouseEvent) => {
    if (!cancels) return;
    event.preventDefault();
    // Enter in the path presses this button too, and does not mean to cancel.
    if (event.detail > 0 || document.activeElement === button.current) cancel();
  };
  return (
    <Button
      ref={button}
      type="submit"
      look={cancels || refused ? 'secondary' : 'primary'}
      aria-describedby={refused}
      unavailable={isSending && !cancels}
      onClick={press}
      className={styles.send}
    >
      {cancels ? words.cancelCall : words.send(draft.method, name)}
    </Button>
  );
}

/** Whether something has gone on for longer than this. */
function useLongerThan(since: number | undefined, ms: number): boolean {
  const [passed, setPassed] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (since === undefined) return;
    const timer = setTimeout(setPassed, Math.max(0, since + ms - Date.now()), since);
    return () => clearTimeout(timer);
  }, [since, ms]);
  return since !== undefined && passed === since;
}
