import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { hasCode } from '../api/errors.ts';
import { signInMessage } from '../errors/sign-in-message.ts';
import { useWords } from '../i18n/index.ts';
import { useSignInWithPassword } from '../react/index.ts';
import { SecretField } from '../ui/SecretField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AgainActions } from './AgainActions.tsx';
import { knownEmail } from './known-email.ts';
import styles from './SignInAgain.module.css';
import type { AgainProps } from './SignInAgainDialog.tsx';

/** A person with a password; the email address is asked for where no answer in this tab has told it. */
export function PasswordAgainForm({ authentication, name, submit, onSignedIn, onNotNow }: AgainProps) {
  const words = useWords();
  const { password: texts, busy } = words.signIn;
  const known = knownEmail(useQueryClient(), authentication.id);
  const { mutate, isPending } = useSignInWithPassword();
  const [username, setUsername] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<{ text: string; field: 'username' | 'password' } | undefined>(undefined);
  const fields = { username: useRef<HTMLInputElement>(null), password: useRef<HTMLInputElement>(null) };
  const refuse = (text: string, field: 'username' | 'password') => {
    setError({ text, field });
    (fields[field].current ?? fields.password.current)?.focus();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (username.trim() === '') return refuse(texts.needsUsername, 'username');
    if (password === '') return refuse(texts.needsPassword, 'password');
    setError(undefined);
    mutate(
      { username: username.trim(), password },
      {
        onSuccess: (signedIn) => {
          if (signedIn.authentication.id === authentication.id) return onSignedIn();
          setPassword('');
          refuse(words.signInAgain.other(signedIn.authentication.name, name), 'username');
        },
        onError: (problem) => {
          if (hasCode(problem, 'invalid_credentials')) setPassword('');
          refuse(signInMessage(words, problem, 'password'), 'password');
        },
      },
    );
  };
  const errorOf = (field: 'username' | 'password') => (error?.field === field ? error.text : undefined);
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      {known !== undefined ? (
        <>
          <p>{known}</p>
          <input type="text" autoComplete="section-user username" value={known} readOnly hidden />
          {error?.field === 'username' && <p role="alert">{error.text}</p>}
        </>
      ) : (
        <TextField
          ref={fields.username}
          type="email"
          label={texts.username}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          error={errorOf('username')}
          autoComplete="section-user username"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <SecretField
        ref={fields.password}
        label={texts.password}
        reveal={texts.reveal}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={errorOf('password')}
        sending={isPending}
        autoComplete="section-user current-password"
      />
      <AgainActions submit={submit} busy={isPending && busy} onNotNow={onNotNow} />
    </form>
  );
}
