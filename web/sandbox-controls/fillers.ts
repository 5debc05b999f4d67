import type { QueryClient } from '@tanstack/react-query';
import type { Authentication } from '../../server/contract.ts';
import { hasCode } from '../api/errors.ts';
import { signInAsApp } from '../api/keyring.ts';
import { endingsOfEverything } from '../api/signed-out.ts';
import { createStore, useStore } from '../api/store.ts';
import { takeIn } from '../react/index.ts';

/** A sample app with its published token. */
export interface SampleApp {
  appId: number;
  appToken: string;
}

/** How adding many at once stands; it goes on while the dialog is closed. */
export type FillersRun =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'ended'; added: number; because?: 'stop' | 'signed-out' | 'full' | Error };

const run = createStore<FillersRun>({ kind: 'idle' });
export const useFillersRun = (): FillersRun => useStore(run);

let stopped = false;
/** The one under way is finished first. */
export function stopFillers(): void {
  stopped = true;
}

/** Signs in as one app after another, since each writes the keyring; what was added is shown at the end. */
export async function addFillers(client: QueryClient, apps: readonly SampleApp[]): Promise<void> {
  if (run.get().kind === 'running') return;
  stopped = false;
  const endings = endingsOfEverything();
  const added: Authentication[] = [];
  const reason = async (): Promise<Extract<FillersRun, { kind: 'ended' }>['because']> => {
    for (const app of apps) {
      if (stopped) return 'stop';
      if (endingsOfEverything() !== endings) return 'signed-out';
      run.set({ kind: 'running', done: added.length, total: apps.length });
      added.push((await signInAsApp({ appId: app.appId, appToken: app.appToken })).authentication);
    }
    return undefined;
  };
  let because = await reason().catch((error: Error) => (hasCode(error, 'keyring_full') ? ('full' as const) : error));
  if (because !== 'signed-out' && added.length > 0) {
    await takeIn(client, ...added).catch((error: Error) => {
      because = error;
    });
  }
  run.set({ kind: 'ended', added: added.length, ...(because !== undefined && { because }) });
}
