import { useEffect } from 'react';
import { useWords } from '../i18n/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './Calls.module.css';
import type { useCalls, Wanted } from './use-calls.ts';

const saidAfterMs = 500;

/** Which of the calls are shown; how many, said once typing pauses. */
export function Filter({ state }: { state: ReturnType<typeof useCalls> }) {
  const { calls: words } = useWords();
  const { wanted, want, found } = state;
  const isFiltered = wanted.text.trim() !== '' || wanted.outcome !== 'all';
  const count = found.length;
  useEffect(() => {
    if (!isFiltered) return;
    const timer = setTimeout(announce, saidAfterMs, words.shown(count));
    return () => clearTimeout(timer);
  }, [isFiltered, count, words]);
  return (
    <span className={styles.filter}>
      <SearchField label={words.find} value={wanted.text} onChange={(text) => want({ text })} />
      <NativeSelect
        label={words.outcome}
        value={wanted.outcome}
        options={(['all', 'succeeded', 'failed'] as const).map((value) => ({ value, text: words.outcomes[value] }))}
        onChange={({ target: { value } }) => want({ outcome: value as Wanted['outcome'] })}
      />
    </span>
  );
}
