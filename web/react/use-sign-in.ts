import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Authentication } from '../../server/contract.ts';
import { noteExpired } from '../api/authentication-state.ts';
import { hasCode } from '../api/errors.ts';
import { type CallbackParameters, finishSignIn, signInAsApp, signInAsAppOf, signInWithPassword, startSignIn } from '../api/keyring.ts';
import { takeIn } from './keyring-cache.ts';

/** What a sign-in came to. */
export interface SignedIn {
  authentication: Authentication;
  /** It was in the keyring before: this was a renewal. */
  renewed: boolean;
}

async function takenIn(client: QueryClient, authentication: Authentication): Promise<SignedIn> {
  const { renewed } = await takeIn(client, authentication);
  return { authentication, renewed: renewed.has(authentication.id) };
}

/** Goes to Podio's page, which asks the person; Podio then sends the browser to `/callback`. */
export function useSignInWithPodio() {
  return useMutation({
    mutationFn: async (options: { scope?: string; returnTo?: string } = {}) => {
      const { authorizeUrl } = await startSignIn(options);
      location.assign(authorizeUrl);
    },
  });
}

/** Posts what Podio's redirect carried. A state works once: post it once, and outside an effect. */
export function useFinishSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (parameters: CallbackParameters) => {
      const { authentication, returnTo } = await finishSignIn(parameters);
      return { returnTo, ...(await takenIn(client, authentication)) };
    },
  });
}

export function useSignInAsApp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: { appId: number | string; appToken: string }): Promise<SignedIn> => {
      const { authentication } = await signInAsApp(credentials);
      return takenIn(client, authentication);
    },
  });
}

/** Signs in as an app that this person administers, without its token passing through the page. */
export function useSignInAsAppOf(userId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (appId: number): Promise<SignedIn> => {
      const { authentication } = await signInAsAppOf(userId, appId);
      return takenIn(client, authentication);
    },
    onError: (error) => {
      if (hasCode(error, 'authentication_expired')) noteExpired(userId);
    },
  });
}

export function useSignInWithPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: { username: string; password: string }): Promise<SignedIn> => {
      const { authentication } = await signInWithPassword(credentials);
      return takenIn(client, authentication);
    },
  });
}
