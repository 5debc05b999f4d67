import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import type { AuthConfig } from '../../server/contract.ts';
import { ProblemError } from '../api/errors.ts';
import { signInAsApp, signInWithPassword } from '../api/keyring.ts';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { takeIn, useAuthConfig } from '../react/index.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { leaveNotice } from './PageNotice.tsx';
import styles from './SampleData.module.css';

/** What "Explore with sample data" puts into the keyring, and where it lands. */
const sampleApps = [22117, 22118, 22119];
const landingApp = 22119;

/** In sandbox mode: a keyring with a person and some apps in one press. Nothing elsewhere. */
export function SampleData({ question, className }: { question?: string; className?: string }) {
  const { common, signIn } = useWords();
  const { data: config } = useAuthConfig();
  const { mutate, isPending, error } = useExplore();
  if (!config?.sandbox) return null;
  return (
    <div className={className}>
      <p className={styles.row}>
        {question}
        <Button busy={isPending && signIn.samples.busy} onClick={() => mutate(config)}>
          {common.exploreSamples}
        </Button>
      </p>
      {error && (
        <div role="alert">
          <Notice tone="danger">{error instanceof ProblemError ? error.problem.detail : signIn.problems.server}</Notice>
        </div>
      )}
    </div>
  );
}

function useExplore() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { signIn } = useWords();
  return useMutation({
    mutationFn: async (config: AuthConfig) => takeIn(client, ...(await signInAll(config))),
    onSuccess: () => {
      const to = paths.home(`app-${landingApp}`);
      leaveNotice(to, { text: signIn.samples.done });
      navigate(to);
    },
  });
}

/** One after another: each writes the keyring. */
async function signInAll({ sandbox, methods }: AuthConfig) {
  const signedIn = [];
  const person = sandbox?.users[0];
  if (person && methods.includes('password'))
    signedIn.push((await signInWithPassword({ username: person.username, password: person.password })).authentication);
  for (const { appId, appToken } of sandbox?.apps ?? []) {
    if (sampleApps.includes(appId)) signedIn.push((await signInAsApp({ appId, appToken })).authentication);
  }
  return signedIn;
}
