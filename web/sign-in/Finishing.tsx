import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { type SignedIn, takeIn, useAuthentications } from '../react/index.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { useWaitingPhase } from '../ui/Waiting.tsx';
import { CallbackFailed } from './CallbackFailed.tsx';
import type { Arrival } from './callback-arrival.ts';
import { SomeoneElse } from './SomeoneElse.tsx';
import { useLanding } from './use-landing.tsx';

type Posted = Extract<Arrival, { kind: 'posted' }>;

/** Waits for the one post, takes the new authentication in, and goes where the sign-in was asked for. */
export function Finishing({ arrival }: { arrival: Posted }) {
  const { data, error } = useFinished(arrival);
  const wanted = useWanted(arrival, data?.returnTo);
  const land = useLanding();
  const landed = useRef(false);
  const someoneElse = data && wanted && wanted.id !== data.authentication.id;
  useEffect(() => {
    if (!data || someoneElse || landed.current) return;
    landed.current = true;
    land(data, { returnTo: data.returnTo, asked: arrival.underWay?.scope });
  });
  if (error) return <CallbackFailed error={error} />;
  if (someoneElse) return <SomeoneElse authentication={data.authentication} wanted={wanted} returnTo={data.returnTo} />;
  return <Waiting />;
}

function useFinished(arrival: Posted) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['callback'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<SignedIn & { returnTo: string }> => {
      const outcome = await arrival.outcome;
      if (!outcome.ok) throw outcome.error;
      const { authentication, returnTo } = outcome.response;
      await takeIn(client, authentication);
      // This page began with an empty cache: what was held before is what the tab noted before it left.
      return { authentication, returnTo, renewed: arrival.underWay?.held.includes(authentication.id) ?? false };
    },
  });
}

/** Who was meant to sign in again: noted before leaving, or named by the address that the new tab returns to. */
function useWanted(arrival: Posted, returnTo: string | undefined): { id: string; name: string } | undefined {
  const { authentications } = useAuthentications();
  const id = returnTo === undefined ? null : new URLSearchParams(returnTo.split('?')[1]).get('again');
  return arrival.underWay?.wanted ?? authentications.find((authentication) => authentication.id === id);
}

function Waiting() {
  const { callback, common } = useWords();
  const slow = useWaitingPhase() === 'slow';
  return (
    <>
      <PageTitle page={callback.page}>{callback.title}</PageTitle>
      <p role="status">{slow ? common.slow : callback.waiting}</p>
      {slow && (
        <p>
          <Link to={paths.authentications()}>{callback.toAuthentications}</Link>
        </p>
      )}
    </>
  );
}
