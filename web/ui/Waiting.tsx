import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from './Announcer.tsx';
import { Button } from './Button.tsx';
import styles from './Waiting.module.css';

const skeletonAfterMs = 300;
const slowAfterMs = 4_000;

interface WaitingProps {
  /** What is being waited for, said once: `Loading spaces`. */
  label: string;
  /** Skeletons of about the height of what will come. */
  children?: ReactNode;
  onCancel?: () => void;
}

/** Nothing for 300 ms, then the skeleton; after 4 seconds it says that Podio is slow, with a way out. */
export function Waiting({ label, children, onCancel }: WaitingProps) {
  const { common } = useWords();
  const phase = useWaitingPhase();
  useEffect(() => {
    if (phase === 'waiting') announce(label);
    if (phase === 'slow') announce(common.slow);
  }, [phase, label, common]);
  if (phase === 'instant') return <div className={styles.instant}>{children}</div>;
  return (
    <div className={styles.waiting}>
      {phase === 'slow' && (
        <p className={styles.slow}>
          {common.slow} {onCancel && <Button onClick={onCancel}>{common.cancel}</Button>}
        </p>
      )}
      {children}
    </div>
  );
}

/** How long this component has been waiting, in the three steps that the screen shows. */
export function useWaitingPhase(): 'instant' | 'waiting' | 'slow' {
  const [phase, setPhase] = useState<'instant' | 'waiting' | 'slow'>('instant');
  useEffect(() => {
    const timers = [setTimeout(setPhase, skeletonAfterMs, 'waiting'), setTimeout(setPhase, slowAfterMs, 'slow')];
    return () => timers.forEach(clearTimeout);
  }, []);
  return phase;
}
