import { useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useDisplayName } from '../api/remembered.ts';
import type { toTryEach } from '../errors/TryEachLink.tsx';
import { useWords } from '../i18n/index.ts';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useSendShortcut } from '../ui/use-send-shortcut.ts';
import styles from './Explorer.module.css';
import { RequestBar } from './RequestBar.tsx';
import { RequestTabs } from './RequestTabs.tsx';
import { ResponsePane } from './ResponsePane.tsx';
import { TryEach } from './TryEach.tsx';
import { useExplorer } from './use-explorer.ts';
import { WriteGuard } from './WriteGuard.tsx';

/** Any call to Podio's API as the authentication in the address. */
export default function Explorer() {
  const { explorer: words } = useWords();
  const authId = useActingAs();
  const name = useDisplayName(useAuthentication(authId)) ?? authId;
  const explorer = useExplorer(authId);
  const linked = (useLocation().state as Partial<typeof toTryEach> | null)?.tryEach;
  const [triesEach, setTriesEach] = useState<'no' | 'pressed' | 'linked'>(linked ? 'linked' : 'no');
  const tryEachButton = useRef<HTMLButtonElement>(null);
  const closeTryEach = () => {
    setTriesEach('no');
    tryEachButton.current?.focus();
  };
  useSendShortcut(explorer.submit, () => explorer.compare({ send: true }));
  return (
    <div className={styles.page}>
      <PageTitle page={words.page} name={name}>
        {words.title}
      </PageTitle>
      <RequestBar
        explorer={explorer}
        name={name}
        tryEach={
          <Button
            ref={tryEachButton}
            aria-label={words.each.title}
            aria-expanded={triesEach !== 'no'}
            onClick={() => (triesEach === 'no' ? setTriesEach('pressed') : closeTryEach())}
          >
            {words.each.open}
          </Button>
        }
      />
      {triesEach !== 'no' && <TryEach explorer={explorer} takesFocus={triesEach === 'pressed'} onClose={closeTryEach} />}
      <div className={styles.panes}>
        <RequestTabs explorer={explorer} />
        <ResponsePane explorer={explorer} name={name} />
      </div>
      <WriteGuard explorer={explorer} name={name} />
    </div>
  );
}
