import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { advance, exhaust, makeFail, makeSlow, readSandbox, resetSandbox, type SandboxState } from '../api/sandbox.ts';
import { useWords } from '../i18n/index.ts';

const key = ['sandbox'];

export type GroupName = 'time' | 'trouble' | 'data';

/** What the last control that was used came to; said beside it. */
export interface Result {
  group: GroupName;
  said?: string;
  error?: Error;
}

interface Step {
  group: GroupName;
  act: () => Promise<unknown>;
  /** What is said afterwards. */
  said: string;
  /** How the switches stand afterwards. */
  state?: Partial<SandboxState>;
  /** Answers on the screen are of a Podio that is no more. */
  forgets?: boolean;
}

/** The controls as steps, one at a time. */
export function useControl() {
  const client = useQueryClient();
  const { sandboxControls: words } = useWords();
  const [result, setResult] = useState<Result | undefined>(undefined);
  const { data: known } = useQuery({ queryKey: key, queryFn: ({ signal }) => readSandbox({ signal }), staleTime: 0 });
  const { mutate, isPending } = useMutation({
    mutationFn: ({ act }: Step) => act(),
    onSuccess: (_, { group, said, state, forgets }) => {
      client.setQueryData<SandboxState>(key, (before) => before && { ...before, ...state });
      if (forgets) void client.invalidateQueries({ queryKey: ['as'] });
      setResult({ group, said });
    },
    onError: (error, { group }) => setResult({ group, error }),
  });
  const step = (next: Step) => {
    if (isPending) return;
    setResult(undefined);
    mutate(next);
  };
  const trouble = (act: () => Promise<unknown>, said: string, state: Partial<SandboxState>) => step({ group: 'trouble', act, said, state });
  return {
    /** How the switches stand; undefined while that is not known. */
    known,
    isPending,
    result,
    advance: (seconds: number, said: string) => step({ group: 'time', act: () => advance(seconds), said }),
    exhaust: (on: boolean) => trouble(() => exhaust(on), on ? words.usedUp : words.gaveBack, { usedUp: on }),
    slow: (on: boolean) => trouble(() => makeSlow(on), on ? words.slowOn : words.slowOff, { slow: on }),
    fail: (on: boolean) => trouble(() => makeFail(on), on ? words.failOn : words.failOff, { failing: on }),
    reset: () =>
      step({
        group: 'data',
        act: resetSandbox,
        said: words.resetDone,
        state: { usedUp: false, slow: false, failing: false },
        forgets: true,
      }),
  };
}

export type Control = ReturnType<typeof useControl>;
