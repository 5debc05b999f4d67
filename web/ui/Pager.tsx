import { useId } from 'react';
import { useNavigate } from 'react-router-dom';
import { Button } from './Button.tsx';
import styles from './Pager.module.css';

interface PagerProps {
  /** Address of the page before; undefined on the first. */
  previous: string | undefined;
  next: string | undefined;
  words: { previous: string; next: string; first: string; last: string };
}

/** Steps between the pages of one list. At an end the step stays reachable and says why it goes nowhere. */
export function Pager({ previous, next, words }: PagerProps) {
  return (
    <span className={styles.pager}>
      <Step to={previous} name={words.previous} end={words.first} />
      <Step to={next} name={words.next} end={words.last} />
    </span>
  );
}

function Step({ to, name, end }: { to: string | undefined; name: string; end: string }) {
  const navigate = useNavigate();
  const endId = useId();
  const atEnd = to === undefined;
  return (
    <>
      <Button unavailable={atEnd} aria-describedby={atEnd ? endId : undefined} onClick={() => to !== undefined && navigate(to)}>
        {name}
      </Button>
      {atEnd && (
        <span id={endId} className="visually-hidden">
          {end}
        </span>
      )}
    </>
  );
}
