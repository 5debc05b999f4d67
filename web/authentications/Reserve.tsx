import { useId } from 'react';
import { reserveChoices, setReserve, useReserve } from '../api/reserve.ts';
import { useWords } from '../i18n/index.ts';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import styles from './Authentications.module.css';

/** How many calls of each authentication are left to people; for all of them, in this browser. */
export function Reserve() {
  const { reserve: words } = useWords().authentications;
  const hintId = useId();
  return (
    <div className={styles.reserve}>
      <NativeSelect
        label={words.label}
        value={String(useReserve())}
        options={reserveChoices.map((calls) => ({ value: String(calls), text: calls === 0 ? words.none : words.choice(calls) }))}
        onChange={(event) => setReserve(Number(event.target.value))}
        aria-describedby={hintId}
      />
      <p id={hintId} className="muted small">
        {words.hint}
      </p>
    </div>
  );
}
