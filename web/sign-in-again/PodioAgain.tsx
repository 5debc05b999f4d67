import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { startSignIn } from '../api/keyring.ts';
import { onOtherTabs } from '../api/keyring-channel.ts';
import { noteSignInUnderWay } from '../api/sign-in-under-way.ts';
import { signInMessage } from '../errors/sign-in-message.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { requestableScope } from './requestable-scope.ts';
import styles from './SignInAgain.module.css';
import type { AgainProps } from './SignInAgainDialog.tsx';

/** A person signed in at Podio: Podio's page opens in a new tab, and this one goes on when that one is done. */
export function PodioAgain({ authentication, name, onSignedIn, onNotNow }: AgainProps) {
  const words = useWords();
  const { podio, other, notNow } = words.signInAgain;
  const newTab = useNewTab(authentication);
  const here = useHere(authentication, name);
  const opened = newTab.data === 'opened';
  const [someoneElse, setSomeoneElse] = useState<string | undefined>(undefined);
  useEffect(
    () =>
      onOtherTabs((event) => {
        if (event.type !== 'renewed' && event.type !== 'added') return;
        if (event.id === authentication.id) onSignedIn();
        else if (opened && event.id.startsWith('user-')) setSomeoneElse(event.name);
      }),
    [authentication.id, opened, onSignedIn],
  );
  const blocked = newTab.data === 'blocked';
  const error = newTab.error ?? here.error;
  return (
    <div className={styles.form}>
      <p className="muted small">{podio.opens}</p>
      {someoneElse !== undefined && <Notice tone="warn">{other(someoneElse, name)}</Notice>}
      {blocked && <Notice tone="warn">{podio.blocked}</Notice>}
      {error && (
        <div role="alert">
          <Notice tone="danger">{signInMessage(words, error, 'authorization_code')}</Notice>
        </div>
      )}
      <div className={styles.actions}>
        <Button look="primary" busy={newTab.isPending && podio.busy} onClick={() => newTab.mutate()}>
          {podio.button}
        </Button>
        {(blocked || newTab.isSuccess) && (
          <Button busy={(here.isPending || here.isSuccess) && podio.going} onClick={() => here.mutate()}>
            {podio.here}
          </Button>
        )}
        <Button onClick={onNotNow}>{notNow}</Button>
      </div>
      {opened && (
        <p role="status" className="muted small">
          {podio.busy}
        </p>
      )}
    </div>
  );
}

/** The tab opens with the press itself, or the browser takes it for a pop-up; Podio's address follows. */
function useNewTab({ id, scope }: Authentication) {
  return useMutation({
    mutationFn: async (): Promise<'opened' | 'blocked'> => {
      const tab = window.open('about:blank', '_blank');
      if (!tab) return 'blocked';
      try {
        const { authorizeUrl } = await startSignIn({ scope: requestableScope(scope), returnTo: `${paths.callback()}?again=${id}` });
        tab.location.replace(authorizeUrl);
        return 'opened';
      } catch (error) {
        tab.close();
        throw error;
      }
    },
  });
}

/** In this tab instead: what is written here is kept, and the page comes back to this address. */
function useHere({ id, scope }: Authentication, name: string) {
  const { pathname, search } = useLocation();
  const { authentications } = useAuthentications();
  return useMutation({
    mutationFn: async () => {
      const { authorizeUrl } = await startSignIn({ scope: requestableScope(scope), returnTo: pathname + search });
      noteSignInUnderWay({ held: authentications.map((held) => held.id), wanted: { id, name } });
      location.assign(authorizeUrl);
    },
  });
}
