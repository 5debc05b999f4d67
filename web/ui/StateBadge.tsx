import styles from './StateBadge.module.css';

export type BadgeState = 'active' | 'expires-soon' | 'sign-in-again' | 'rate-limited' | 'checking';

const shapes: Record<BadgeState, string> = {
  active: '●',
  'expires-soon': '◐',
  'sign-in-again': '▲',
  'rate-limited': '■',
  checking: '◌',
};

/** A state in words with a shape; colour only repeats them. */
export function StateBadge({ state, text }: { state: BadgeState; text: string }) {
  return (
    <span className={`${styles.badge} ${styles[state]}`}>
      <span aria-hidden="true">{shapes[state]}</span> {text}
    </span>
  );
}
