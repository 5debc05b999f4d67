import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect } from 'react';
import type { Keyring } from '../../../server/contract.ts';
import { signInAsApp } from '../../api/keyring.ts';
import { setLabel } from '../../api/remembered.ts';
import { endingsOfEverything } from '../../api/signed-out.ts';
import { createStore, useStore } from '../../api/store.ts';
import { words } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { queryKeys, takeIn } from '../../react/index.ts';
import { announce } from '../../ui/Announcer.tsx';
import type { ImportApp, LeftOut } from './import-lines.ts';
import { type Entry, type Host, type ImportRun, type RunState, startImportRun } from './import-run.ts';
import { countOf } from './outcomes.ts';

/**
 * The import of this tab. It lives beside the page, so that a run goes on while somebody looks at another page; in
 * memory only, as it holds app tokens, and it is forgotten when its page is left after the end.
 */
interface Session {
  state: RunState | undefined;
  /** What runs before this one left open: rejected, or not tried. */
  carried: readonly Entry[];
  /** Lines that were not understood when the run began. */
  leftOut: readonly LeftOut[];
}

const nothing: Session = { state: undefined, carried: [], leftOut: [] };
const session = createStore<Session>(nothing);
let run: ImportRun | undefined;

export const isUnderWay = ({ state }: Session): boolean => state !== undefined && state.phase.kind !== 'ended';

/** All entries that are not signed in, with those of runs before. */
export const openEntries = ({ carried, state }: Session): Entry[] =>
  [...carried, ...(state?.entries ?? [])].filter(({ outcome }) => outcome.kind === 'rejected' || outcome.kind === 'not-tried');

export function useImportSession() {
  const client = useQueryClient();
  const current = useStore(session);
  // In the moment in which the page is left: a run that ends a little later is one that somebody will come back to.
  useLayoutEffect(() => forgetOnLeaving, []);
  const start = useCallback((apps: readonly ImportApp[], leftOut: readonly LeftOut[] = []) => startRun(client, apps, leftOut), [client]);
  return { ...current, start, stop: () => run?.stop(), goOn: () => run?.goOn(), takeBack, takeBackLeftOut };
}

function startRun(client: QueryClient, apps: readonly ImportApp[], leftOut: readonly LeftOut[]): void {
  const anew = new Set(apps.map(({ appId }) => appId));
  const carried = openEntries(session.get()).filter(({ app }) => !anew.has(app.appId));
  session.set({ state: undefined, carried, leftOut: [...session.get().leftOut, ...leftOut] });
  window.addEventListener('beforeunload', askBeforeLeaving);
  run = startImportRun(apps, hostOf(client));
}

function hostOf(client: QueryClient): Host {
  const before = endingsOfEverything();
  const held = () => client.getQueryData<Keyring>(queryKeys.keyring)?.authentications;
  return {
    async signIn({ appId, appToken, label }) {
      const { authentication } = await signInAsApp({ appId, appToken });
      const { renewed } = await takeIn(client, authentication);
      if (label) setLabel(authentication.id, label);
      return { authentication, renewed: renewed.has(authentication.id) };
    },
    isHeld: (appId) => held()?.some(({ id }) => id === `app-${appId}`) ?? false,
    isKeyringLeft: () => endingsOfEverything() !== before,
    onChange(state) {
      session.set({ ...session.get(), state });
      if (state.phase.kind !== 'ended') return;
      window.removeEventListener('beforeunload', askBeforeLeaving);
      announce(words().import.ended(countOf(state.entries)));
    },
  };
}

/** Takes entries out, to be corrected in the field. */
function takeBack(entries: readonly Entry[]): void {
  const { state, carried, leftOut } = session.get();
  const stays = (entry: Entry) => !entries.includes(entry);
  session.set({ leftOut, carried: carried.filter(stays), state: state && { ...state, entries: state.entries.filter(stays) } });
}

function takeBackLeftOut(): void {
  session.set({ ...session.get(), leftOut: [] });
}

/** The browser asks whether to leave: what is not signed in yet would be lost. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function forgetOnLeaving(): void {
  if (location.pathname === paths.importApps() || isUnderWay(session.get())) return; // only rendered again; or it goes on
  session.set(nothing);
  run = undefined;
}
