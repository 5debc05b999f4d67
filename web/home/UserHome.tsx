import { useId, useState } from 'react';
import { hasCode } from '../api/errors.ts';
import { useDisplayName } from '../api/remembered.ts';
import { CallError } from '../errors/CallError.tsx';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { ApiCallPanel } from '../ui/ApiCallPanel.tsx';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ReadsPaused } from '../ui/ReadsPaused.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Facts } from './Facts.tsx';
import { countApps, findApps } from './find-apps.ts';
import styles from './Home.module.css';
import { NoSpaces } from './NoSpaces.tsx';
import { OrganisationSection } from './OrganisationSection.tsx';
import { useSpaces } from './use-spaces.ts';
import { useSpokenCount } from './use-spoken-count.ts';
import { WaitingForSpaces } from './WaitingForSpaces.tsx';

/** So many spaces are asked for their apps at once; each costs a call. */
const step = 12;

/** Home of a person: the organisations, spaces and apps that Podio shows them. */
export default function UserHome() {
  const { home, apiCall, common } = useWords();
  const authId = useActingAs();
  const authentication = useAuthentication(authId);
  const name = useDisplayName(authentication) ?? authId;
  const [most, setMost] = useState(step);
  const [query, setQuery] = useState('');
  const [showsCall, setShowsCall] = useState(false);
  const panelId = useId();
  const spaces = useSpaces(most);
  const found = findApps(spaces.organisations ?? [], query);
  const count = countApps(found);
  useSpokenCount(query.trim() ? count : undefined);

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <PageTitle page={home.page} name={name}>
          {name}
        </PageTitle>
        {authentication && <Facts authentication={authentication} />}
      </header>
      {spaces.organisations && !spaces.isEmpty && (
        <div className={styles.toolbar}>
          <SearchField label={home.find} value={query} onChange={setQuery} />
          {(count > 0 || query.trim()) && <span className="muted small tabular">{home.apps(count)}</span>}
          <Button onClick={() => setShowsCall(!showsCall)} aria-expanded={showsCall} aria-controls={panelId} className={styles.end}>
            {apiCall.show}
          </Button>
        </div>
      )}
      {spaces.organisations && <ReadsPaused since={spaces.readAt} />}
      {showsCall && <ApiCallPanel id={panelId} call={{ method: 'GET', path: '/org/' }} answer={spaces.answer} />}
      {spaces.error && !hasCode(spaces.error, 'authentication_expired') && (
        <CallError error={spaces.error} onRetry={spaces.retry} retrying={spaces.isFetching} />
      )}
      {!spaces.organisations && spaces.isFetching && <WaitingForSpaces />}
      {!spaces.organisations && !spaces.isFetching && !spaces.error && <Button onClick={spaces.retry}>{common.tryAgain}</Button>}
      {spaces.isEmpty && <NoSpaces name={name} />}
      {found.map((organisation) => (
        <OrganisationSection key={organisation.id} organisation={organisation} />
      ))}
      {query.trim() && count === 0 && (
        <p>
          {home.noMatch(query.trim())} <Button onClick={() => setQuery('')}>{home.showAll}</Button>
        </p>
      )}
      {spaces.rest > 0 && (
        <div className={styles.rest}>
          <Button onClick={() => setMost(most + step)}>{home.restOf(Math.min(step, spaces.rest))}</Button>
          <span className="muted small">{home.restCosts(Math.min(step, spaces.rest))}</span>
        </div>
      )}
    </div>
  );
}
