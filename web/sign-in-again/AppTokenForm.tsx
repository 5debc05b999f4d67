import { type FormEvent, useRef, useState } from 'react';
import { hasCode } from '../api/errors.ts';
import { signInMessage } from '../errors/sign-in-message.ts';
import { useWords } from '../i18n/index.ts';
import { useSignInAsApp } from '../react/index.ts';
import { SecretField } from '../ui/SecretField.tsx';
import { AgainActions } from './AgainActions.tsx';
import styles from './SignInAgain.module.css';
import type { AgainProps } from './SignInAgainDialog.tsx';

/** An app: its id is known, its token is not. */
export function AppTokenForm({ authentication, submit, onSignedIn, onNotNow }: AgainProps) {
  const words = useWords();
  const { app, busy } = words.signIn;
  const { mutate, isPending } = useSignInAsApp();
  const [appToken, setAppToken] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const refuse = (text: string) => {
    setError(text);
    field.current?.focus();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (appToken.trim() === '') return refuse(app.needsToken);
    setError(undefined);
    mutate(
      { appId: authentication.ref.id, appToken: appToken.trim() },
      {
        onSuccess: onSignedIn,
        onError: (problem) => {
          if (hasCode(problem, 'invalid_credentials')) setAppToken('');
          refuse(signInMessage(words, problem, 'app'));
        },
      },
    );
  };
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      {/* Password managers keep a token under its app's id. */}
      <input type="text" autoComplete="section-app username" value={authentication.ref.id} readOnly hidden />
      <SecretField
        ref={field}
        label={app.token}
        reveal={app.reveal}
        value={appToken}
        onChange={(event) => setAppToken(event.target.value)}
        error={error}
        sending={isPending}
        autoComplete="section-app current-password"
      />
      <AgainActions submit={submit} busy={isPending && busy} onNotNow={onNotNow} />
    </form>
  );
}
