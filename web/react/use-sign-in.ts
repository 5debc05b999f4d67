import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Authentication } from '../../server/contract-types.ts';
import { finishSignIn, signInAsApp, signInAsAppOf, signInWithPassword, startSignIn } from '../api/keyring.ts';
import { takeIn } from './keyring-cache.ts';

/** What a sign-in came to. */
export interface SignedIn {
  authentication: Authentication;
  /** It was in the keyring before: this was a renewal. */
  renewed: boolean;
}

/** A sign-in whose answer names one authentication, and brings it into the cache. */
function useSigningIn<Input, Answer extends { authentication: Authentication }>(signIn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input): Promise<Answer & SignedIn> => {
      const answer = await signIn(input);
      const { renewed } = await takeIn(client, answer.authentication);
      return { ...answer, renewed: renewed.has(answer.authentication.id) };
    },
  });
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
export const useFinishSignIn = () => useSigningIn(finishSignIn);

export const useSignInAsApp = () => useSigningIn(signInAsApp);

/** Signs in as an app that this person administers, without its token passing through the page. */
export const useSignInAsAppOf = (userId: string) => useSigningIn((appId: number) => signInAsAppOf(userId, appId));

export const useSignInWithPassword = () => useSigningIn(signInWithPassword);
