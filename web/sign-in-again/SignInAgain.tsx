import { lazy, Suspense, useEffect } from 'react';
import { useActingAs, useAuthentication } from '../react/index.ts';
import { useSignInAgainAsked } from '../ui/ask-to-sign-in-again.ts';
import { SignInNeeded } from './SignInNeeded.tsx';

const SignInAgainDialog = lazy(() => import('./SignInAgainDialog.tsx'));

/**
 * Stands once above the page of an authentication. What is found ended in the background gets a banner and interrupts
 * nobody; where the person's own action met it, a dialog repairs it in place.
 */
export function SignInAgain() {
  const authId = useActingAs();
  const authentication = useAuthentication(authId);
  const asked = useSignInAgainAsked();
  const mine = asked?.authId === authId ? asked : undefined;
  useEffect(() => {
    // The page of another identity is no place to ask for this one: its own page has the banner.
    if (asked && !mine) asked.answer(false);
  }, [asked, mine]);
  if (!authentication) return null;
  return (
    <>
      <SignInNeeded authentication={authentication} />
      {mine && (
        <Suspense fallback={null}>
          <SignInAgainDialog asked={mine} authentication={authentication} />
        </Suspense>
      )}
    </>
  );
}
