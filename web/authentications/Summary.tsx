import { useWords } from '../i18n/index.ts';
import type { Row } from './use-rows.ts';

/** From so many below the capacity on it is worth showing also where nothing is wrong. */
export function Summary({ rows, capacity }: { rows: Row[]; capacity: number | undefined }) {
  const { authentications: words } = useWords();
  const present = rows.filter(({ gone }) => !gone);
  const count = (state: string) => present.filter(({ badge }) => badge.state === state).length;
  const expiring = count('expires-soon');
  const expired = count('sign-in-again');
  const parts = [
    words.held(present.length, capacity ?? present.length),
    words.active(count('active')),
    expiring > 0 && words.expiring(expiring),
    expired > 0 && words.expired(expired),
  ];
  return <p className="muted">{parts.filter(Boolean).join(' · ')}</p>;
}
