import { useState } from 'react';
import { forgetCalls } from '../api/call-log.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useWide } from '../ui/use-media.ts';
import styles from './Calls.module.css';
import { CallsList } from './CallsList.tsx';
import { CallsTable } from './CallsTable.tsx';
import { Filter } from './Filter.tsx';
import { Summary } from './Summary.tsx';
import { useCalls } from './use-calls.ts';

/** So many are shown at first: enough to look at, few enough to be there at once. */
const shownAtFirst = 100;

/** The calls that this tab made as the authentication in the address, newest first. */
export default function Calls() {
  const { calls: words } = useWords();
  const authId = useActingAs();
  const name = useDisplayName(useAuthentication(authId)) ?? authId;
  const state = useCalls(authId);
  const { calls, found } = state;
  const [whole, setWhole] = useState(false);
  const shown = whole ? found : found.slice(0, shownAtFirst);
  const Rows = useWide() ? CallsTable : CallsList;
  const clear = () => {
    forgetCalls(authId);
    document.querySelector('h1')?.focus(); // the button goes with the calls
    announce(words.cleared);
  };
  return (
    <>
      <PageTitle page={words.page} name={name}>
        {words.title}
      </PageTitle>
      {calls.length === 0 ? (
        <p className="muted">{words.empty(name)}</p>
      ) : (
        <>
          <Summary authId={authId} calls={calls} />
          <div className={styles.bar}>
            <Filter state={state} />
            <Button onClick={clear}>{words.clear}</Button>
          </div>
          {found.length === 0 ? (
            <p>
              {words.noMatch} <Button onClick={state.wantAll}>{words.showAll}</Button>
            </p>
          ) : (
            <Rows calls={shown} label={words.table(name)} />
          )}
          <p className={styles.foot}>
            {shown.length < found.length && <Button onClick={() => setWhole(true)}>{words.showRest(found.length)}</Button>}
            <span className="muted small">{words.kept}</span>
          </p>
        </>
      )}
    </>
  );
}
