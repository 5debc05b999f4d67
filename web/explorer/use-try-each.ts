import { useEffect, useRef, useState } from 'react';
import type { PodioCall } from '../api/errors.ts';
import { podioCall } from '../api/http.ts';
import type { Tried } from './tried.ts';

/** So many are asked at the same time. */
const atOnce = 4;

/** One call, made as each of several authentications. */
export interface Round {
  call: PodioCall;
  /** Whom it is made as. */
  ids: readonly string[];
  tried: readonly Tried[];
  ended: boolean;
  stopped: boolean;
}

/** Makes one call as each of several authentications. Each fails alone; leaving the page stops it. */
export function useTryEach() {
  const [round, setRound] = useState<Round>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (call: PodioCall, ids: readonly string[]) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    const tried: Tried[] = [];
    const put = (ended: boolean) => {
      setRound({ call, ids, tried: [...tried], ended, stopped: ended && signal.aborted });
    };
    const waiting = [...ids];
    const askOneAfterAnother = async () => {
      for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
        const outcome = await attempt(id, call, signal);
        if (signal.aborted) return;
        tried.push({ id, ...outcome });
        put(false);
      }
    };
    put(false);
    await Promise.all(Array.from({ length: atOnce }, askOneAfterAnother));
    put(true);
  };

  return { round, start, stop: () => running.current?.abort() };
}

async function attempt(id: string, call: PodioCall, signal: AbortSignal): Promise<Omit<Tried, 'id'>> {
  try {
    return { answer: await podioCall(id, call, { signal }) };
  } catch (error) {
    return { error };
  }
}
