import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../i18n/index.ts';
import { useAuthConfig, useAuthentications } from '../react/index.ts';
import { Button } from '../ui/Button.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { addFillers, type FillersRun, type SampleApp, stopFillers, useFillersRun } from './fillers.ts';
import styles from './SandboxControls.module.css';

const fillers = 33;

/** Adds the sandbox's filler apps, for work with many. */
export function Fillers() {
  const { sandboxControls: words } = useWords();
  const client = useQueryClient();
  const run = useFillersRun();
  const missing = useMissing();
  const result = useResult(run);
  if (run.kind === 'running') {
    return (
      <div className={styles.row}>
        <progress aria-label={words.progress} max={run.total} value={run.done} className={styles.progress} />
        <span className="tabular">{words.progressText(run.done, run.total)}</span>
        <Button onClick={stopFillers}>{words.stop}</Button>
      </div>
    );
  }
  const nothing = missing.length === 0;
  return (
    <>
      <Button unavailable={nothing} onClick={() => void addFillers(client, missing)}>
        {words.fillers(nothing ? fillers : missing.length)}
      </Button>
      <StatusText text={result ?? (nothing ? words.fillersHeld : '')} />
    </>
  );
}

function useResult(run: FillersRun): string | undefined {
  const { sandboxControls: words } = useWords();
  if (run.kind !== 'ended') return undefined;
  const { added, because } = run;
  if (because === undefined) return words.fillersDone(added);
  const reasons = { stop: words.stoppedByYou, 'signed-out': words.signedOut, full: words.full };
  return words.fillersStopped(added, because instanceof Error ? because.message : reasons[because]);
}

/** Those of the first fillers that this keyring does not hold. */
function useMissing(): SampleApp[] {
  const published = useAuthConfig().data?.sandbox?.apps ?? [];
  const { authentications } = useAuthentications();
  const held = new Set(authentications.map(({ id }) => id));
  return published
    .filter(({ name }) => /^Filler \d+$/.test(name))
    .slice(0, fillers)
    .filter(({ appId }) => !held.has(`app-${appId}`));
}
