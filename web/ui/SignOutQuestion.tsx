import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Authentication } from '../../server/contract.ts';
import { displayName } from '../api/remembered.ts';
import { noteSignedOut, signedOutHere } from '../api/signed-out.ts';
import { createStore, useStore } from '../api/store.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthentications, useSignOut } from '../react/index.ts';
import { announce } from './Announcer.tsx';
import { ConfirmDialog } from './lazy-dialogs.tsx';
import { signedOutOfEverything, signedOutRowId } from './signed-out-state.ts';

const asked = createStore<Authentication | undefined>(undefined);

/** Signs out of a person at once; of an app after a question, as its token is needed to come back. */
export function askToSignOut(authentication: Authentication): void {
  asked.set(authentication);
}

/** Stands once in the frame of the page and answers `askToSignOut`. */
export function SignOutQuestion() {
  const authentication = useStore(asked);
  // A new question begins with nothing of the one before.
  return authentication ? <Asked key={authentication.id} authentication={authentication} /> : null;
}

/** The row that says so takes the focus where there is one; else the title of the page that came instead. */
const focusAfterSignOut = (id: string) => document.getElementById(signedOutRowId(id)) ?? document.querySelector('h1');

function Asked({ authentication }: { authentication: Authentication }) {
  const { signOut: words } = useWords();
  const { leave, failure, isPending } = useLeave(authentication);
  const started = useRef(false);
  const atOnce = authentication.ref.type === 'user';
  useEffect(() => {
    if (!atOnce || started.current) return;
    started.current = true;
    leave();
  });
  if (atOnce && !failure) return null;
  const name = displayName(authentication);
  return (
    <ConfirmDialog
      title={words.title(name)}
      confirm={words.button}
      busy={isPending && words.busy}
      onConfirm={leave}
      onCancel={() => asked.set(undefined)}
      focusAfter={() => (signedOutHere.get()[authentication.id] ? focusAfterSignOut(authentication.id) : undefined)}
    >
      {failure ? words.failed(failure.message) : words.text}
    </ConfirmDialog>
  );
}

function useLeave(authentication: Authentication) {
  const { signOut: words } = useWords();
  const { mutate, error, isPending } = useSignOut();
  const { authentications } = useAuthentications();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { id } = authentication;
  const name = displayName(authentication);
  const leave = () => {
    // Before it happens: the page turns into the chooser in the same moment in which the authentication is gone.
    noteSignedOut(signedOutHere, { [id]: name });
    mutate(id, {
      onSuccess: () => {
        asked.set(undefined);
        announce(words.done(name));
        const last = authentications.every((other) => other.id === id);
        if (last && pathname.startsWith('/as/')) navigate(paths.signIn(), { state: signedOutOfEverything });
      },
    });
  };
  return { leave, failure: error, isPending };
}
