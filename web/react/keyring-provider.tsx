import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { happened } from '../api/happenings.ts';
import { setBasePath } from '../api/http.ts';
import { type KeyringEvent, onOtherTabs } from '../api/keyring-channel.ts';
import { createQueryClient } from '../api/query-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { forgetAuthentication, forgetEverything, namesInKeyring } from './keyring-cache.ts';

export interface KeyringProviderProps {
  /** One of yours; by default one that asks Podio for nothing twice within a minute. */
  queryClient?: QueryClient;
  /** What the addresses of the token handler begin with: the `prefix` of the Fastify plugin. One a page. */
  basePath?: string;
  children: ReactNode;
}

/** Holds the keyring of this browser for all hooks below it, and keeps it the same in all tabs. */
export function KeyringProvider({ queryClient, basePath = '', children }: KeyringProviderProps) {
  const [client] = useState(() => {
    setBasePath(basePath);
    return queryClient ?? createQueryClient();
  });
  return (
    <QueryClientProvider client={client}>
      <OtherTabs />
      {children}
    </QueryClientProvider>
  );
}

function OtherTabs() {
  const client = useQueryClient();
  useEffect(() => onOtherTabs((event) => follow(client, event)), [client]);
  useEffect(() => {
    // A page taken out of the browser's back-forward cache may be older than a sign-out.
    const restored = (event: PageTransitionEvent) => event.persisted && client.invalidateQueries({ queryKey: queryKeys.keyring });
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, [client]);
  return null;
}

function follow(client: QueryClient, event: KeyringEvent): void {
  if (event.type === 'added' || event.type === 'renewed') {
    happened({ type: 'signed-in', id: event.id });
    void client.invalidateQueries({ queryKey: queryKeys.keyring });
    if (event.type === 'renewed') void client.invalidateQueries({ queryKey: queryKeys.as(event.id) });
  } else if (event.type === 'changed') {
    void client.invalidateQueries({ queryKey: queryKeys.keyring });
  } else if (event.type === 'signed-out') {
    happened({ type: 'signed-out-elsewhere', names: { [event.id]: event.name } });
    forgetAuthentication(client, event.id);
  } else if (event.type === 'signing-out-of-everything') {
    happened({ type: 'signing-out-of-everything' });
  } else if (event.type === 'signed-out-of-everything') {
    happened({ type: 'signed-out-elsewhere', names: namesInKeyring(client) });
    forgetEverything(client);
  }
}
