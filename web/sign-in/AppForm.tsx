import { type FormEvent, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { hasCode } from '../api/errors.ts';
import { setLabel } from '../api/remembered.ts';
import { signInMessage } from '../errors/sign-in-message.ts';
import { useWords } from '../i18n/index.ts';
import { useSignInAsApp } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorSummary, type FormError } from '../ui/ErrorSummary.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AppIdField } from './AppIdField.tsx';
import { KeyringFull } from './KeyringFull.tsx';
import { OtherWays } from './OtherWays.tsx';
import { SampleApps } from './SampleApps.tsx';
import styles from './SignIn.module.css';
import { useLanding } from './use-landing.tsx';
import { useReturn } from './use-return.ts';

/** Signs in as one app with its id and token. `?app=` fills the id in. */
export default function AppForm() {
  const words = useWords();
  const { app, busy } = words.signIn;
  const [search] = useSearchParams();
  const { returnTo } = useReturn();
  const land = useLanding();
  const { mutate, isPending } = useSignInAsApp();
  const [appId, setAppId] = useState(search.get('app') ?? '');
  const [appToken, setAppToken] = useState('');
  const [label, setOwnLabel] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [full, setFull] = useState(false);
  const idField = useRef<HTMLInputElement>(null);
  const tokenField = useRef<HTMLInputElement>(null);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.say(words);

  const fill = (id: string, token: string) => {
    setAppId(id);
    setAppToken(token);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = check(appId.trim(), appToken.trim());
    setErrors(problems);
    if (problems.length > 0) return;
    mutate(
      { appId: appId.trim(), appToken: appToken.trim() },
      {
        onSuccess: (signedIn) => {
          setAppToken('');
          if (label.trim()) setLabel(signedIn.authentication.id, label);
          land(signedIn, { returnTo });
        },
        onError: (error) => {
          if (hasCode(error, 'invalid_credentials') || hasCode(error, 'keyring_full')) setAppToken('');
          if (hasCode(error, 'keyring_full')) return setFull(true);
          const field = hasCode(error, 'invalid_credentials') ? 'app-token' : undefined;
          setErrors([{ say: (words) => signInMessage(words, error, 'app'), field }]);
        },
      },
    );
  };

  if (full) return <KeyringFull method="app" onRoom={() => setFull(false)} />;
  return (
    <Card>
      <OtherWays returnTo={returnTo} />
      <ErrorSummary errors={errors} />
      <PageTitle page={app.title} error={errors.length > 0} focus={appId ? tokenField : idField}>
        {app.title}
      </PageTitle>
      <form onSubmit={submit} noValidate className={styles.form}>
        <AppIdField ref={idField} value={appId} onChange={setAppId} onPair={fill} error={errorOf('app-id')} />
        <SecretField
          ref={tokenField}
          id="app-token"
          label={app.token}
          reveal={app.reveal}
          value={appToken}
          onChange={(event) => setAppToken(event.target.value)}
          error={errorOf('app-token')}
          sending={isPending}
          autoComplete="section-app current-password"
        />
        <TextField label={app.label} value={label} onChange={(event) => setOwnLabel(event.target.value)} autoComplete="off" />
        <Button type="submit" look="primary" wide busy={isPending && busy}>
          {app.submit}
        </Button>
      </form>
      <SampleApps onFill={fill} />
    </Card>
  );
}

function check(appId: string, appToken: string): FormError[] {
  const problems: FormError[] = [];
  if (appId === '') problems.push({ say: ({ signIn }) => signIn.app.needsId, field: 'app-id' });
  else if (!/^[1-9]\d{0,15}$/.test(appId)) problems.push({ say: ({ signIn }) => signIn.app.idIsNumber, field: 'app-id' });
  if (appToken === '') problems.push({ say: ({ signIn }) => signIn.app.needsToken, field: 'app-token' });
  return problems;
}
