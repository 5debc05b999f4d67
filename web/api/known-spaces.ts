import type { PodioAnswer } from './errors.ts';
import { createStore, useStore } from './store.ts';

/** Names of spaces by app id, learnt from what Podio answered in this tab; no call is ever spent to learn them. */
const spaceOfApp = createStore<Readonly<Record<string, string>>>({});
const nameOfApp = createStore<Readonly<Record<string, string>>>({});
const spaceNames = new Map<number, string>();

export const useSpacesOfApps = (): Readonly<Record<string, string>> => useStore(spaceOfApp);
/** Names of apps by id, learnt in the same way. */
export const useNamesOfApps = (): Readonly<Record<string, string>> => useStore(nameOfApp);

interface WireSpace {
  space_id?: number;
  name?: string;
  spaces?: WireSpace[];
}

interface WireApp {
  app_id?: number;
  space_id?: number;
  space?: WireSpace;
  config?: { name?: string };
}

/** Takes what an answer says about apps, their names and the spaces they live in: the list of organisations, apps of a space, an app. */
export function learnSpaces({ status, call, json }: PodioAnswer): void {
  if (status !== 200 || !json) return;
  const path = call.path.split('?', 1)[0] ?? '';
  if (/^\/org\/?$/.test(path) && Array.isArray(json)) json.flatMap((org: WireSpace) => org.spaces ?? []).forEach(learnName);
  else if (/^\/space\/\d+$/.test(path)) learnName(json as WireSpace);
  else if (/^\/app\/space\/\d+\/?$/.test(path) && Array.isArray(json)) learnApps(json, Number(path.split('/')[3]));
  else if (/^\/app\/\d+$/.test(path)) learnApps([json as WireApp]);
}

function learnName({ space_id, name }: WireSpace): void {
  if (space_id && name) spaceNames.set(space_id, name);
}

function learnApps(apps: WireApp[], spaceId?: number): void {
  const known: Record<string, string> = {};
  const names: Record<string, string> = {};
  for (const { app_id, space_id, space, config } of apps) {
    if (app_id && config?.name) names[app_id] = config.name;
    const name = space?.name ?? spaceNames.get(space_id ?? space?.space_id ?? spaceId ?? 0);
    if (app_id && name) known[app_id] = name;
  }
  merge(spaceOfApp, known);
  merge(nameOfApp, names);
}

function merge(store: typeof spaceOfApp, known: Record<string, string>): void {
  const before = store.get();
  if (Object.entries(known).some(([id, name]) => before[id] !== name)) store.set({ ...before, ...known });
}
