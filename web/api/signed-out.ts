import { createStore } from './store.ts';

/** Ids with the names they had; what is gone cannot be asked for its name. */
type Names = Readonly<Record<string, string>>;

/** Authentications that another tab signed out of while this page was open. */
export const signedOutElsewhere = createStore<Names>({});
/** Those that this tab signed out of. */
export const signedOutHere = createStore<Names>({});

/** It is back: neither is true any more. */
export function noteBack(authId: string): void {
  for (const store of [signedOutElsewhere, signedOutHere]) {
    const { [authId]: _back, ...rest } = store.get();
    store.set(rest);
  }
}

export function noteSignedOut(store: typeof signedOutHere, names: Names): void {
  store.set({ ...store.get(), ...names });
}

let endings = 0;
/** How often somebody began to sign out of everything, in this tab or another: what adds many authentications ends with it. */
export const endingsOfEverything = (): number => endings;

export function noteSigningOutOfEverything(): void {
  endings++;
}
