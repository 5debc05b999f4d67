import { rememberedStore } from './browser-storage.ts';
import { createStore, useStore } from './store.ts';

/** Names of a person's own for authentications, by id: "Bugs, staging" beside Podio's "Bugs". */
const labels = rememberedStore<Readonly<Record<string, string>>>('keyring:labels', {});
/** When each authentication was last acted as, in milliseconds since the epoch, by id. */
const used = rememberedStore<Readonly<Record<string, number>>>('keyring:used', {});
/** Who this tab acted as last; pages without an authentication in their address show it. */
const inThisTab = createStore<string | undefined>(undefined);

interface Named {
  id: string;
  name: string;
}

export const useLabels = (): Readonly<Record<string, string>> => useStore(labels);
export const useLastUsed = (): Readonly<Record<string, number>> => useStore(used);
export const useLastInThisTab = (): string | undefined => useStore(inThisTab);

export function setLabel(authId: string, label: string): void {
  const { [authId]: _before, ...rest } = labels.get();
  labels.set(label.trim() ? { ...rest, [authId]: label.trim() } : rest);
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
  const { [authId]: _gone, ...rest } = used.get();
  used.set(rest);
}

/** Most recently used first; those never used keep their order, at the end. */
export function byLastUse<T extends { id: string }>(authentications: readonly T[], lastUsed = used.get()): T[] {
  return [...authentications].sort((one, other) => (lastUsed[other.id] ?? 0) - (lastUsed[one.id] ?? 0));
}

/** After signing out of everything nothing about anyone stays in this browser. */
export function forgetRemembered(): void {
  labels.set({});
  used.set({});
  inThisTab.set(undefined);
}
