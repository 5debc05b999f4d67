import { createStore, useStore } from '../api/store.ts';

/** Somebody's action met an ended authentication: sign in again, in place, over the page. */
export interface SignInAgainAsked {
  authId: string;
  /** What waits for it: a call that only reads is made again afterwards, a write never is; nothing after the banner. */
  waits: 'read' | 'write' | 'nothing';
  /** Told once: whether it was signed in again. */
  answer(signedIn: boolean): void;
}

const asked = createStore<SignInAgainAsked | undefined>(undefined);

export const useSignInAgainAsked = (): SignInAgainAsked | undefined => useStore(asked);

/** Opens the dialog; resolves with whether the person signed in again. A question that stands is dropped for a new one. */
export function askToSignInAgain(authId: string, waits: SignInAgainAsked['waits']): Promise<boolean> {
  asked.get()?.answer(false);
  return new Promise((resolve) => {
    const answer = (signedIn: boolean) => {
      if (asked.get()?.answer === answer) asked.set(undefined);
      resolve(signedIn);
    };
    asked.set({ authId, waits, answer });
  });
}
