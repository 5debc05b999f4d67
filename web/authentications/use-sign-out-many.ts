import { useRef, useState } from 'react';
import { noteSignedOut, signedOutHere } from '../api/signed-out.ts';
import { useSignOut } from '../react/index.ts';
import type { Row } from './use-rows.ts';

/** How far a sign-out of many has come. */
export interface SigningOut {
  total: number;
  done: number;
  /** Who could not be signed out of, and why. */
  failed: { name: string; reason: string }[];
  ended: boolean;
  stopped: boolean;
}

/** Signs out of one after another: each writes the keyring. One that fails does not keep the next from going. */
export function useSignOutMany() {
  const { mutateAsync } = useSignOut();
  const [run, setRun] = useState<SigningOut | undefined>(undefined);
  const stopping = useRef(false);

  const start = async (rows: readonly Row[]) => {
    stopping.current = false;
    let state: SigningOut = { total: rows.length, done: 0, failed: [], ended: false, stopped: false };
    const put = (change: Partial<SigningOut>) => {
      state = { ...state, ...change };
      setRun(state);
    };
    put({});
    for (const { authentication, name } of rows) {
      if (stopping.current) break;
      try {
        noteSignedOut(signedOutHere, { [authentication.id]: name });
        await mutateAsync(authentication.id);
        put({ done: state.done + 1 });
      } catch (error) {
        put({ failed: [...state.failed, { name, reason: (error as Error).message }] });
      }
    }
    put({ ended: true, stopped: stopping.current });
  };
  return {
    run,
    start,
    stop: () => {
      stopping.current = true;
    },
  };
}
