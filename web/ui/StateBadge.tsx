import styles from './StateBadge.module.css';

export type BadgeState = 'active' | 'expires-soon' | 'sign-in-again' | 'rate-limited' | 'checking';

const shapes: Record<BadgeState, string> = {
  active: '●',
  'expires-soon': '◐',
  'sign-in-again': '▲',
  'rate-limited': '■',
  checking: '◌',
};

/** A state in words with a shape; colour only repeats them. `compact`: the words are only spoken. */
export function StateBadge({ state, text, compact }: { state: BadgeState; text: string; compact?: boolean }) {
  return (
    <span className={`${styles.badge} ${styles[state]}`}>
      <span aria-hidden="true">{shapes[state]}</span> <span className={compact ? 'visually-hidden' : undefined}>{text}</span>
    </span>
  );
}
