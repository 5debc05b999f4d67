import { useState } from 'react';
import type { AuthConfig } from '../../server/contract.ts';
import { noteSignInUnderWay } from '../api/sign-in-under-way.ts';
import { signInMessage } from '../errors/sign-in-message.ts';
import { useWords, type Words } from '../i18n/index.ts';
import { useAuthentications, useSignInWithPodio } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import type { FormError } from '../ui/ErrorSummary.tsx';
import { Permissions } from './Permissions.tsx';
import { type PermissionsChoice, scopeOf, scopeProblem, startChoice } from './permissions.ts';
import styles from './SignIn.module.css';

interface ContinueWithPodioProps {
  config: AuthConfig;
  returnTo: string | undefined;
  /** Someone is signed in already. */
  adding: boolean;
  onErrors: (errors: FormError[]) => void;
}

/** The main way: Podio's own page asks the person. */
export function ContinueWithPodio({ config, returnTo, adding, onErrors }: ContinueWithPodioProps) {
  const words = useWords();
  const { podio } = words.signIn;
  const { authentications } = useAuthentications();
  const { mutate, isPending, isSuccess } = useSignInWithPodio();
  const [choice, setChoice] = useState<PermissionsChoice>(() => startChoice(config.defaultScope));
  const [tried, setTried] = useState(false);
  const saysProblem = ({ signIn }: Words) => scopeProblem(choice, signIn.permissions);
  const problem = saysProblem(words);
  const sample = config.sandbox?.users[0];

  const go = () => {
    setTried(true);
    if (problem) return onErrors([{ say: (words) => saysProblem(words) ?? problem, field: 'scope' }]);
    onErrors([]);
    const scope = scopeOf(choice);
    noteSignInUnderWay({ scope, held: authentications.map(({ id }) => id) });
    mutate({ scope, returnTo }, { onError: (error) => onErrors([{ say: (words) => signInMessage(words, error, 'authorization_code') }]) });
  };

  return (
    <div className={styles.podio}>
      <Button look="primary" wide busy={(isPending || isSuccess) && podio.busy} onClick={go}>
        {podio.button}
      </Button>
      <p className="muted small">{podio.when}</p>
      {adding && <p className="muted small">{podio.another}</p>}
      {sample && <p className="muted small">{podio.sandbox(sample.username, sample.password)}</p>}
      <Permissions choice={choice} onChange={setChoice} error={tried ? problem : undefined} />
    </div>
  );
}
