import { Link, useNavigate } from 'react-router-dom';
import { hasCode } from '../api/errors.ts';
import { useDisplayName } from '../api/remembered.ts';
import { errorSentence } from '../errors/error-sentence.ts';
import { SentenceText } from '../errors/SentenceText.tsx';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useActingAs, useAuthConfig, useAuthentication, useSignInAsAppOf } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { leaveNotice } from '../ui/PageNotice.tsx';
import styles from './Home.module.css';
import type { ListedApp } from './use-spaces.ts';

/**
 * Signs in as an app that this person administers, in one press and without anybody seeing its token. Where Podio hides
 * the token the app form opens, filled in, and says why.
 */
export function ActAsApp({ app }: { app: ListedApp }) {
  const words = useWords();
  const { home, common, signIn } = words;
  const userId = useActingAs();
  const person = useDisplayName(useAuthentication(userId)) ?? userId;
  const { data: config } = useAuthConfig();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useSignInAsAppOf(userId);
  if (config && !config.methods.includes('app')) return null;
  const act = () =>
    mutate(app.id, {
      onSuccess: ({ authentication }) => {
        const to = paths.home(authentication.id);
        leaveNotice(to, { text: signIn.done(authentication.name) });
        navigate(to);
      },
      onError: (refusal) => {
        if (!hasCode(refusal, 'app_token_hidden')) return;
        const to = paths.signInAsApp({ app: app.id, return: paths.home(`app-${app.id}`) });
        leaveNotice(to, { text: home.tokenHidden(app.name, person), tone: 'info' });
        navigate(to);
      },
    });
  return (
    <>
      <Button
        look="quiet"
        onClick={act}
        busy={isPending && signIn.busy}
        aria-label={isPending ? undefined : home.actAs(common.named(app.name, { type: 'app', id: app.id }))}
        className={styles.badge}
      >
        {home.actAsShort}
      </Button>
      {error && !isPending && !hasCode(error, 'app_token_hidden') && (
        <p role="alert" className={styles.refusal}>
          {hasCode(error, 'keyring_full') ? (
            <>
              {home.keyringFull} <Link to={paths.authentications()}>{signIn.seeAll}</Link>
            </>
          ) : (
            <SentenceText {...errorSentence(words, error, person)} />
          )}
        </p>
      )}
    </>
  );
}
