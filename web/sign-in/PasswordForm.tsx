import { type FormEvent, useRef, useState } from 'react';
import { hasCode } from '../api/errors.ts';
import { signInMessage } from '../errors/sign-in-message.ts';
import { useWords } from '../i18n/index.ts';
import { useSignInWithPassword } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorSummary, type FormError } from '../ui/ErrorSummary.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { KeyringFull } from './KeyringFull.tsx';
import { OtherWays } from './OtherWays.tsx';
import { SamplePeople } from './SamplePeople.tsx';
import styles from './SignIn.module.css';
import { useLanding } from './use-landing.tsx';
import { useReturn } from './use-return.ts';

/** Signs in as a person with their password; the page says when that is a good idea. */
export default function PasswordForm() {
  const words = useWords();
  const { password: texts, busy } = words.signIn;
  const { returnTo } = useReturn();
  const land = useLanding();
  const { mutate, isPending } = useSignInWithPassword();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [full, setFull] = useState(false);
  const usernameField = useRef<HTMLInputElement>(null);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.say(words);

  const fill = (name: string, secret: string) => {
    setUsername(name);
    setPassword(secret);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems: FormError[] = [];
    if (username.trim() === '') problems.push({ say: ({ signIn }) => signIn.password.needsUsername, field: 'username' });
    if (password === '') problems.push({ say: ({ signIn }) => signIn.password.needsPassword, field: 'password' });
    setErrors(problems);
    if (problems.length > 0) return;
    // A password may begin or end with a space: it goes as it was typed.
    mutate(
      { username: username.trim(), password },
      {
        onSuccess: (signedIn) => {
          setPassword('');
          land(signedIn, { returnTo });
        },
        onError: (error) => {
          const refused = hasCode(error, 'invalid_credentials');
          if (refused || hasCode(error, 'keyring_full')) setPassword('');
          if (hasCode(error, 'keyring_full')) return setFull(true);
          setErrors([{ say: (words) => signInMessage(words, error, 'password'), field: refused ? 'password' : undefined }]);
        },
      },
    );
  };

  if (full) return <KeyringFull method="password" onRoom={() => setFull(false)} />;
  return (
    <Card>
      <OtherWays returnTo={returnTo} />
      <ErrorSummary errors={errors} />
      <div className={styles.intro}>
        <PageTitle page={texts.title} error={errors.length > 0} focus={usernameField}>
          {texts.title}
        </PageTitle>
        <p className="muted small">{texts.when}</p>
      </div>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextField
          ref={usernameField}
          id="username"
          type="email"
          label={texts.username}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          error={errorOf('username')}
          autoComplete="section-user username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SecretField
          id="password"
          label={texts.password}
          reveal={texts.reveal}
          hint={texts.hint}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={errorOf('password')}
          sending={isPending}
          autoComplete="section-user current-password"
        />
        <Button type="submit" look="primary" wide busy={isPending && busy}>
          {texts.submit}
        </Button>
      </form>
      <SamplePeople onFill={fill} />
    </Card>
  );
}
