import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { useAuthConfig, useAuthentications } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorSummary, type FormError } from '../ui/ErrorSummary.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SampleData } from '../ui/SampleData.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { signedOutOfEverything } from '../ui/signed-out-state.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { AlreadyHere } from './AlreadyHere.tsx';
import { ContinueWithPodio } from './ContinueWithPodio.tsx';
import { OtherWay } from './OtherWay.tsx';
import styles from './SignIn.module.css';
import { useReturn } from './use-return.ts';

/** One list for as long as it lasts: a new one would take the focus again. */
const serverAway: FormError[] = [{ say: ({ shell }) => shell.unreachable.title }];

/** S1: the ways in that are enabled here, each with when to use it. */
export default function SignIn() {
  const words = useWords();
  const { signIn, shell, common, import: importWords } = words;
  const { state } = useLocation();
  const { returnTo, back } = useReturn();
  const config = useAuthConfig();
  const { isPending } = useAuthentications();
  const [errors, setErrors] = useState<FormError[]>([]);
  const methods = config.data?.methods ?? [];
  const summary = config.error ? serverAway : errors;

  return (
    <Card>
      <ErrorSummary errors={summary} />
      {(state as typeof signedOutOfEverything | null)?.signedOutOfEverything && !back && <p>{signIn.signedOutOfEverything}</p>}
      <AlreadyHere back={back} />
      <div className={styles.intro}>
        <PageTitle page={back ? signIn.addTitle : signIn.page} error={summary.length > 0}>
          {back ? signIn.addTitle : signIn.title}
        </PageTitle>
        {!back && !isPending && <p className="muted">{signIn.firstVisit}</p>}
        <p className="muted small">{signIn.promise}</p>
      </div>
      {config.isPending && (
        <Waiting label={shell.loading}>
          <Skeleton widths={[1, 0.7, 0.7]} />
        </Waiting>
      )}
      {config.error && (
        <>
          <p>{shell.unreachable.text}</p>
          <Button onClick={() => config.refetch()}>{common.tryAgain}</Button>
        </>
      )}
      {config.data && methods.includes('authorization_code') && (
        <ContinueWithPodio config={config.data} returnTo={returnTo} adding={back !== undefined} onErrors={setErrors} />
      )}
      {methods.includes('authorization_code') && methods.length > 1 && <p className={styles.or}>{signIn.or}</p>}
      {methods.length > 0 && (
        <ul className={styles.ways}>
          {methods.includes('app') && (
            <OtherWay to={paths.signInAsApp({ return: returnTo })} text={signIn.app.link} when={signIn.app.when} />
          )}
          {methods.includes('password') && (
            <OtherWay to={paths.signInWithPassword({ return: returnTo })} text={signIn.password.link} when={signIn.password.when} />
          )}
          {methods.includes('app') && (
            <OtherWay to={paths.importApps({ return: returnTo })} text={importWords.link} when={importWords.when} />
          )}
        </ul>
      )}
      <SampleData question={signIn.samples.question} className={styles.samples} />
    </Card>
  );
}
