import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { CookiesNotKeptError, hasCode, ProblemError, UnreachableError } from '../api/errors.ts';
import { signInMessage } from '../errors/sign-in-message.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './Callback.module.css';
import { KeyringFull } from './KeyringFull.tsx';

/** Which of the ways a sign-in can fail this was. */
export function CallbackFailed({ error }: { error: Error }) {
  const words = useWords();
  const navigate = useNavigate();
  const { callback } = words;
  if (hasCode(error, 'access_denied')) return <Denied description={error.problem.detail} />;
  if (hasCode(error, 'state_mismatch')) return <Mismatch />;
  if (hasCode(error, 'keyring_full')) return <KeyringFull method="authorization_code" onRoom={() => navigate(paths.signIn())} />;
  if (error instanceof CookiesNotKeptError)
    return <Failed title={callback.cookies.title}>{signInMessage(words, error, 'authorization_code')}</Failed>;
  if (error instanceof UnreachableError)
    return <Failed title={callback.server.title}>{signInMessage(words, error, 'authorization_code')}</Failed>;
  const quotes = error instanceof ProblemError && ['podio_error', 'invalid_credentials', 'bad_request'].includes(error.problem.code);
  return (
    <Failed title={callback.failed.title}>
      {quotes ? <PodioSaid text={error.message} /> : signInMessage(words, error, 'authorization_code')}
    </Failed>
  );
}

/** The person said no; Podio's own words are quoted. */
export function Denied({ description }: { description: string | undefined }) {
  const { callback, common, signIn } = useWords();
  return (
    <Outcome
      title={callback.denied.title}
      actions={
        <>
          <LinkButton look="primary" to={paths.signIn()}>
            {common.tryAgain}
          </LinkButton>
          <LinkButton to={paths.signIn()}>{signIn.otherWays}</LinkButton>
        </>
      }
    >
      <p>{callback.denied.text}</p>
      {description && (
        <p>
          <PodioSaid text={description} />
        </p>
      )}
    </Outcome>
  );
}

/** Neither code nor error: Back, a reload, a bookmark. */
export function Used() {
  const { callback } = useWords();
  return (
    <Outcome title={callback.used.title} actions={<Ways />}>
      <p>{callback.used.text}</p>
    </Outcome>
  );
}

/** Another browser's, too old, or used: whoever is signed in already is led on. */
function Mismatch() {
  const { callback } = useWords();
  const { authentications } = useAuthentications();
  const startAgain = (
    <LinkButton look="primary" to={paths.signIn()}>
      {callback.startAgain}
    </LinkButton>
  );
  return (
    <Outcome title={callback.mismatch.title} actions={authentications.length > 0 ? <Ways /> : startAgain}>
      <p>{callback.mismatch.text}</p>
    </Outcome>
  );
}

function Failed({ title, children }: { title: string; children: ReactNode }) {
  const { common } = useWords();
  return (
    <Outcome
      title={title}
      actions={
        <LinkButton look="primary" to={paths.signIn()}>
          {common.tryAgain}
        </LinkButton>
      }
    >
      <p>{children}</p>
    </Outcome>
  );
}

function Ways() {
  const { callback } = useWords();
  return (
    <>
      <LinkButton look="primary" to={paths.authentications()}>
        {callback.toAuthentications}
      </LinkButton>
      <LinkButton to={paths.signIn()}>{callback.startAgain}</LinkButton>
    </>
  );
}

function PodioSaid({ text }: { text: string }) {
  const { common } = useWords();
  return (
    <>
      {common.podioSaid} <q lang="en">{text}</q>
    </>
  );
}

function Outcome({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  const { callback } = useWords();
  return (
    <>
      <PageTitle page={callback.page} error atOnce>
        {title}
      </PageTitle>
      {children}
      <div className={styles.actions}>{actions}</div>
    </>
  );
}
