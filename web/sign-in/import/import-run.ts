import { CookiesNotKeptError, hasCode, ProblemError, UnreachableError } from '../../api/errors.ts';
import type { SignedIn } from '../../react/index.ts';
import type { ImportApp } from './import-lines.ts';

/** What came of one app. */
export type Outcome =
  | { kind: 'waiting' }
  | { kind: 'signing-in' }
  | { kind: 'signed-in'; authId: string; name: string; renewed: boolean }
  | { kind: 'rejected'; error: Error }
  | { kind: 'not-tried'; why: 'full' | 'stopped' };

export interface Entry {
  /** Its token is forgotten as soon as it is signed in. */
  app: ImportApp;
  /** The last four characters of the token: all of it that is shown. */
  ending: string;
  outcome: Outcome;
}

export type Phase =
  | { kind: 'running' }
  /** Somebody pressed Stop; the app under way is finished first. */
  | { kind: 'stopping' }
  /** Too many were refused; goes on by itself at `until`, in milliseconds since the epoch. */
  | { kind: 'waiting'; until: number }
  /** Nothing can be done at the moment, and no app is to blame. */
  | { kind: 'paused'; error: Error }
  /** `because`: what ended it before its time. */
  | { kind: 'ended'; because?: 'stop' | 'signed-out' | Error };

export interface RunState {
  phase: Phase;
  entries: readonly Entry[];
}

/** What a run needs of the world. */
export interface Host {
  signIn(app: ImportApp): Promise<SignedIn>;
  /** Renewing works in a full keyring too. */
  isHeld(appId: string): boolean;
  /** Somebody signed out of everything meanwhile. */
  isKeyringLeft(): boolean;
  onChange(state: RunState): void;
}

export interface ImportRun {
  stop(): void;
  /** Ends a pause. */
  goOn(): void;
  /** Resolves when it has ended. */
  ended: Promise<void>;
}

/** Where the server names no time, the length of its window of attempts. */
const defaultWaitSeconds = 60;

/**
 * Signs in as one app after another. A rejected one does not stop the rest; a full keyring leaves those out that would
 * be new; when the server asks to wait it waits; when nobody answers it pauses.
 */
export function startImportRun(apps: readonly ImportApp[], host: Host): ImportRun {
  let state: RunState = { phase: { kind: 'running' }, entries: apps.map(toEntry) };
  let wake = () => {};
  let stopped = false;

  const change = (next: Partial<RunState>) => {
    state = { ...state, ...next };
    host.onChange(state);
  };
  const put = (index: number, outcome: Outcome) =>
    change({ entries: state.entries.map((entry, at) => (at === index ? settled(entry, outcome) : entry)) });
  /** Rests in a phase until `goOn` or `stop`, or until the time is over. */
  const rest = async (phase: Phase, ms?: number) => {
    if (stopped) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (ms !== undefined) timer = setTimeout(resolve, ms);
      change({ phase });
    });
    clearTimeout(timer);
    if (!stopped) change({ phase: { kind: 'running' } });
  };

  const run = async (): Promise<Extract<Phase, { kind: 'ended' }>> => {
    let full = false;
    for (let index = 0; index < apps.length; ) {
      const app = apps[index] as ImportApp;
      if (stopped) return { kind: 'ended', because: 'stop' };
      if (host.isKeyringLeft()) return { kind: 'ended', because: 'signed-out' };
      if (full && !host.isHeld(app.appId)) {
        put(index++, { kind: 'not-tried', why: 'full' });
        continue;
      }
      put(index, { kind: 'signing-in' });
      try {
        const { authentication, renewed } = await host.signIn(app);
        put(index++, { kind: 'signed-in', authId: authentication.id, name: authentication.name, renewed });
      } catch (thrown) {
        const error = thrown as Error;
        const reaction = reactionTo(error);
        if (reaction === 'reject') put(index++, { kind: 'rejected', error });
        else put(index, { kind: 'waiting' });
        if (reaction === 'full') full = true;
        if (reaction === 'wait') {
          const seconds = (error as ProblemError).retryAfterSeconds ?? defaultWaitSeconds;
          await rest({ kind: 'waiting', until: Date.now() + seconds * 1000 }, seconds * 1000);
        }
        if (reaction === 'pause') await rest({ kind: 'paused', error });
        if (reaction === 'end') return { kind: 'ended', because: host.isKeyringLeft() ? 'signed-out' : error };
      }
    }
    return { kind: 'ended' };
  };

  const end = (phase: Phase) => {
    const untried: Outcome = { kind: 'not-tried', why: 'stopped' };
    change({ phase, entries: state.entries.map((entry) => (entry.outcome.kind === 'waiting' ? { ...entry, outcome: untried } : entry)) });
  };
  host.onChange(state);
  return {
    ended: run().then(end),
    goOn: () => wake(),
    stop() {
      if (stopped || state.phase.kind === 'ended') return;
      stopped = true;
      change({ phase: { kind: 'stopping' } });
      wake();
    },
  };
}

const toEntry = (app: ImportApp): Entry => ({ app, ending: endingOf(app.appToken), outcome: { kind: 'waiting' } });

/** The last four characters; nothing of a token so short that this would be half of it. */
export const endingOf = (appToken: string): string => (appToken.length > 8 ? appToken.slice(-4) : '');

const settled = (entry: Entry, outcome: Outcome): Entry =>
  outcome.kind === 'signed-in' ? { ...entry, app: { ...entry.app, appToken: '' }, outcome } : { ...entry, outcome };

/** What a failure means for the rest: it is this app's own, or everybody's. */
function reactionTo(error: Error): 'reject' | 'full' | 'wait' | 'pause' | 'end' {
  if (error instanceof UnreachableError) return 'pause';
  if (error instanceof CookiesNotKeptError) return 'end';
  if (!(error instanceof ProblemError)) return 'end';
  if (hasCode(error, 'keyring_full')) return 'full';
  if (hasCode(error, 'too_many_attempts')) return 'wait';
  if (hasCode(error, 'podio_unreachable') || hasCode(error, 'store_unavailable')) return 'pause';
  if (hasCode(error, 'client_rejected') || hasCode(error, 'method_disabled') || hasCode(error, 'cross_site')) return 'end';
  return 'reject';
}
