import { rememberedStore, tabStore } from './browser-storage.ts';
import { cleanLabel } from './label.ts';
import { useStore } from './store.ts';

/** Names of a person's own for authentications, by id: "Bugs, staging" beside Podio's "Bugs". */
const labels = rememberedStore<Readonly<Record<string, string>>>('keyring:labels', {});
/** Colours of a person's own for authentications, by id; without one, an id has the colour that it always has. */
const colours = rememberedStore<Readonly<Record<string, string>>>('keyring:colours', {});
/** Whether to ask before a POST or a PUT, by id, where a person has decided. */
const asks = rememberedStore<Readonly<Record<string, boolean>>>('keyring:ask', {});
/** Whether writes of the explorer are quiet, by id, where a person has decided. */
const quiet = rememberedStore<Readonly<Record<string, boolean>>>('keyring:quiet', {});
/** How many authentications there were last time: so many rows are worth drawing while the list is fetched. */
const held = rememberedStore('keyring:held', 0);
/** When each authentication was last acted as, in milliseconds since the epoch, by id. */
const used = rememberedStore<Readonly<Record<string, number>>>('keyring:used', {});
/** Who this tab acted as last; pages without an authentication in their address show it. */
const inThisTab = tabStore<string | null>('keyring:acted-as', null);

interface Named {
  id: string;
  name: string;
}

export const useLabels = (): Readonly<Record<string, string>> => useStore(labels);
export const useColours = (): Readonly<Record<string, string>> => useStore(colours);
export const useAsks = (): Readonly<Record<string, boolean>> => useStore(asks);
/** Quiet unless somebody wanted it otherwise: that people were told of an experiment cannot be taken back. */
export const useQuiet = (authId: string): boolean => useStore(quiet)[authId] ?? true;
export const useHeldLastTime = (): number => useStore(held);
export const useLastUsed = (): Readonly<Record<string, number>> => useStore(used);
/** Whether it ever acted in this browser. When that was is nothing to the page: it would be drawn again at each switch. */
export const useWasUsed = (authId: string): boolean => useStore(used, (all) => all[authId] !== undefined);
/** Who acts: the one in the address, and on a page without one who acted last in this tab. */
export const useActingInThisTab = (inAddress: string | undefined): string | undefined =>
  useStore(inThisTab, (last) => inAddress ?? last ?? undefined);

/** Keeps it as {@link cleanLabel} makes it; one that is empty is forgotten. */
export function setLabel(authId: string, label: string): void {
  labels.set(having(labels.get(), authId, cleanLabel(label) || undefined));
}

/** Undefined: the colour that the id always has. */
export function setColour(authId: string, colour: string | undefined): void {
  colours.set(having(colours.get(), authId, colour));
}

/** Undefined: as it is usual. */
export function setAsks(authId: string, ask: boolean | undefined): void {
  asks.set(having(asks.get(), authId, ask));
}

export function setQuiet(authId: string, wanted: boolean): void {
  quiet.set(having(quiet.get(), authId, wanted ? undefined : false));
}

export const noteHeld = (count: number): void => held.set(count);

function having<T>(all: Readonly<Record<string, T>>, id: string, value: T | undefined): Readonly<Record<string, T>> {
  const { [id]: _before, ...rest } = all;
  return value === undefined ? rest : { ...rest, [id]: value };
}

/** What to call an authentication: its label, else Podio's name. */
export function displayName(authentication: Named, known: Readonly<Record<string, string>> = labels.get()): string {
  return known[authentication.id] ?? authentication.name;
}

/** What to call an authentication, kept up to date; undefined where there is none. */
export function useDisplayName<T extends Named | undefined>(authentication: T): T extends Named ? string : string | undefined;
export function useDisplayName(authentication: Named | undefined): string | undefined {
  const known = useLabels();
  return authentication && displayName(authentication, known);
}

/** This tab acts as it now. */
export function noteUse(authId: string): void {
  inThisTab.set(authId);
  used.set({ ...used.get(), [authId]: Date.now() });
}

/** It was signed out of: that it once was used says nothing any more. */
export function forgetUse(authId: string): void {
  used.set(having(used.get(), authId, undefined));
}

/** Most recently used first; those never used keep their order, at the end. */
export function byLastUse<T extends { id: string }>(authentications: readonly T[], lastUsed = used.get()): T[] {
  return [...authentications].sort((one, other) => (lastUsed[other.id] ?? 0) - (lastUsed[one.id] ?? 0));
}

/** After signing out of everything nothing about anyone stays in this browser. */
export function forgetRemembered(): void {
  for (const store of [labels, colours, asks, quiet, used]) store.set({});
  held.set(0);
  inThisTab.set(null);
}
