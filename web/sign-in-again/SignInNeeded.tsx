import type { Authentication } from '../../server/contract.ts';
import { useAuthenticationState } from '../api/authentication-state.ts';
import { useDisplayName } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useDataSince } from '../shell/use-data-since.ts';
import { askToSignInAgain } from '../ui/ask-to-sign-in-again.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/** An ended authentication, at the top of its page: from when the data is, and the way to repair it. */
export function SignInNeeded({ authentication }: { authentication: Authentication }) {
  const { signInAgain, common, format } = useWords();
  const { expired } = useAuthenticationState(authentication.id);
  const name = useDisplayName(authentication);
  const since = useDataSince();
  if (!expired) return null;
  return (
    <Banner
      tone="warn"
      label={signInAgain.region}
      actions={<Button onClick={() => void askToSignInAgain(authentication.id, 'nothing')}>{common.signInAgain}</Button>}
    >
      <p>
        {signInAgain.needed(name)} {since !== undefined && signInAgain.since(format.time(since))}
      </p>
    </Banner>
  );
}
