import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useConnection } from '../api/connection.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useOnline } from '../ui/use-online.ts';
import { TryingAgain } from './TryingAgain.tsx';
import { useDataSince } from './use-data-since.ts';
import { useRetry } from './use-retry.ts';

/**
 * Above the content while the browser is offline or our server does not answer. What is cached stays readable; where
 * nothing is, the page itself says so.
 */
export function ConnectionBanner() {
  const page = useNothingToShow();
  const connection = useConnection();
  const online = useOnline();
  const wasDown = useWasDown(!online || !connection.up, online);
  if (!online) return <Offline />;
  if (!connection.up && connection.reason === 'not-ours') return <OlderThanServer />;
  if (!connection.up) return page ? null : <NoAnswer />;
  return wasDown;
}

/** As `ActingPage` decides it. */
function useNothingToShow(): boolean {
  const inAddress = useParams().auth;
  const { authentications, error } = useAuthentications();
  return inAddress !== undefined && parseAuthId(inAddress) !== undefined && error !== null && authentications.length === 0;
}

function Offline() {
  const { shell, format } = useWords();
  const since = useDataSince();
  return (
    <Banner tone="warn" role="status">
      {shell.unreachable.offline(since === undefined ? undefined : format.time(since))}
    </Banner>
  );
}

function NoAnswer() {
  const { shell } = useWords();
  const client = useQueryClient();
  const trying = useIsFetching({ queryKey: queryKeys.keyring }) > 0;
  const { seconds, tryNow } = useRetry(() => client.refetchQueries({ queryKey: queryKeys.keyring }));
  return (
    <Banner
      tone="danger"
      role="alert"
      actions={
        <Button busy={trying && shell.unreachable.tryNow} onClick={tryNow}>
          {shell.unreachable.tryNow}
        </Button>
      }
    >
      <p>
        {shell.unreachable.said} <TryingAgain seconds={trying ? undefined : seconds} />
      </p>
    </Banner>
  );
}

function OlderThanServer() {
  const { shell } = useWords();
  return (
    <Banner tone="warn" role="alert" actions={<Button onClick={() => location.reload()}>{shell.unreachable.reload}</Button>}>
      {shell.unreachable.old}
    </Banner>
  );
}

/** When the way is free again: says so once, and fetches what failed meanwhile. */
function useWasDown(down: boolean, online: boolean): null {
  const { shell } = useWords();
  const client = useQueryClient();
  const [before, setBefore] = useState<'up' | 'offline' | 'no-answer'>('up');
  const now = !down ? 'up' : online ? 'no-answer' : 'offline';
  useEffect(() => {
    if (now === before) return;
    setBefore(now);
    if (now !== 'up') return;
    announce(before === 'offline' ? shell.unreachable.online : shell.unreachable.back);
    void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  }, [now, before, client, shell]);
  return null;
}
