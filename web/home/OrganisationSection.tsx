import { useId } from 'react';
import { useWords } from '../i18n/index.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AppRow } from './AppRow.tsx';
import styles from './Home.module.css';
import { SpaceError } from './SpaceError.tsx';
import type { ListedOrganisation, ListedSpace } from './use-spaces.ts';

export function OrganisationSection({ organisation }: { organisation: ListedOrganisation }) {
  const { home } = useWords();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.organisation}>
      <h2 id={titleId}>{organisation.name}</h2>
      {organisation.spaces.length === 0 && <p className="muted">{home.noSpaces}</p>}
      {organisation.spaces.map((space) => (
        <SpaceSection key={space.id} space={space} />
      ))}
    </section>
  );
}

function SpaceSection({ space }: { space: ListedSpace }) {
  const { home } = useWords();
  const { apps } = space;
  return (
    <div className={styles.space} aria-busy={(!apps && !space.error) || undefined}>
      <h3>{space.name}</h3>
      {space.error ? <SpaceError space={space} /> : !apps && <Skeleton widths={[1]} />}
      {apps && apps.length === 0 && <p className="muted small">{home.noApps}</p>}
      {apps && apps.length > 0 && (
        <ul aria-label={home.appsIn(space.name)} className={styles.apps}>
          {apps.map((app) => (
            <AppRow key={app.id} app={app} />
          ))}
        </ul>
      )}
    </div>
  );
}
