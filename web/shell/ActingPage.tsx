import { useEffect } from 'react';
import { Outlet, useParams } from 'react-router-dom';
import { noteUse, useWasUsed } from '../api/remembered.ts';
import { signedOutElsewhere, signedOutHere } from '../api/signed-out.ts';
import { useStore } from '../api/store.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId } from '../paths.ts';
import { ActingAs, useAuthentications } from '../react/index.ts';
import { KeyringEnded } from '../sign-in-again/KeyringEnded.tsx';
import { SignInAgain } from '../sign-in-again/SignInAgain.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { NeedsAuthentication } from './NeedsAuthentication.tsx';
import { NotFound } from './NotFound.tsx';
import { ServerUnreachable } from './ServerUnreachable.tsx';
import { SignedOut } from './SignedOut.tsx';

/** Everything below `/as/:auth`: the page, where this browser holds that authentication; else what to do about it. */
export default function ActingPage() {
  const { shell } = useWords();
  const authId = useParams().auth ?? '';
  const ref = parseAuthId(authId);
  const { authentications, isPending, error, refetch } = useAuthentications();
  const elsewhere = useStore(signedOutElsewhere)[authId];
  const here = useStore(signedOutHere)[authId];
  const usedHere = useWasUsed(authId);
  const held = authentications.some(({ id }) => id === authId);
  useEffect(() => {
    if (held) noteUse(authId);
  }, [held, authId]);

  if (!ref) return <NotFound malformed />;
  if (held) {
    return (
      <ActingAs id={authId}>
        <SignInAgain />
        <Outlet />
      </ActingAs>
    );
  }
  if (isPending) {
    return (
      <Waiting label={shell.loading}>
        <Skeleton widths={[0.4, 0.7, 1, 1, 1]} />
      </Waiting>
    );
  }
  if (error && authentications.length === 0) return <ServerUnreachable error={error} onRetry={refetch} />;
  if (elsewhere !== undefined) return <SignedOut id={authId} name={elsewhere} elsewhere />;
  if (here !== undefined) return <SignedOut id={authId} name={here} />;
  if (usedHere && authentications.length === 0) return <KeyringEnded id={authId} />;
  return <NeedsAuthentication id={authId} />;
}
