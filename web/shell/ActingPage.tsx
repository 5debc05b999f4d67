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
  const held = authentications.some(({ id }) => id === authId);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => noteUse(authId)); // it is written down, and the page need not wait for that
    return () => clearTimeout(timer);
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
  const holdsNone = authentications.length === 0;
  if (error && holdsNone) return <ServerUnreachable error={error} onRetry={refetch} />;
  return <NotHeld authId={authId} holdsNone={holdsNone} />;
}

/** Why this browser does not hold an authentication, as far as it remembers. Whoever holds it is not drawn again for what is noted here. */
function NotHeld({ authId, holdsNone }: { authId: string; holdsNone: boolean }) {
  const elsewhere = useStore(signedOutElsewhere)[authId];
  const here = useStore(signedOutHere)[authId];
  const usedHere = useWasUsed(authId);

  if (elsewhere !== undefined) return <SignedOut id={authId} name={elsewhere} elsewhere />;
  if (here !== undefined) return <SignedOut id={authId} name={here} />;
  if (usedHere && holdsNone) return <KeyringEnded id={authId} />;
  return <NeedsAuthentication id={authId} />;
}
