import { useId } from 'react';
import { useLocation } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { useSpacesOfApps } from '../api/known-spaces.ts';
import { useWords } from '../i18n/index.ts';
import { swapAuthentication } from '../paths.ts';
import { useActingAs, useAuthentications } from '../react/index.ts';
import { OtherAuthentications } from '../shell/OtherAuthentications.tsx';
import styles from './errors.module.css';

/** So many are worth reading; the switcher has all of them. */
const most = 8;

/** Links to this very page under each other authentication for which it exists. */
export function OpenWithAnother() {
  const { errors } = useWords();
  const others = useThoseThatMay();
  const titleId = useId();
  if (others.length === 0) return null;
  return (
    <section className={styles.others}>
      <h2 id={titleId}>{errors.cannotOpen.others}</h2>
      <OtherAuthentications labelledBy={titleId} only={others} />
    </section>
  );
}

/** Apps of the acting one's space first, then people, then the rest. */
function useThoseThatMay(): Authentication[] {
  const acting = useActingAs();
  const { authentications } = useAuthentications();
  const spaces = useSpacesOfApps();
  const { pathname } = useLocation();
  const page = pathname.replace(/^\/as\/[^/]+/, '');
  const spaceOf = (id: string) => (id.startsWith('app-') ? spaces[id.slice('app-'.length)] : undefined);
  const here = spaceOf(acting);
  const rank = ({ id, ref }: Authentication) => (here !== undefined && spaceOf(id) === here ? 0 : ref.type === 'user' ? 1 : 2);
  return authentications
    .filter(({ id }) => id !== acting && swapAuthentication(pathname, id) === `/as/${id}${page}`)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, most);
}
