/** Hooks for apps that act as many Podio authentications. No words, no styles and no router inside. */
export { CookiesNotKeptError, type PodioAnswer, PodioAnswerError, type PodioCall, ProblemError, UnreachableError } from '../api/errors.ts';
export { queryKeys } from '../api/query-keys.ts';
export { ActingAs, useActingAs, useActingAsIfAny } from './acting-as.tsx';
export { takeIn } from './keyring-cache.ts';
export { KeyringProvider } from './keyring-provider.tsx';
export { useAuthConfig, useAuthentication, useAuthentications, useRenewableUntil } from './use-authentications.ts';
export { type ReadingCall, succeeded, usePodioMutation, usePodioQueries, usePodioQuery } from './use-podio.ts';
export { useSetReadOnly } from './use-set-read-only.ts';
export {
  type SignedIn,
  useFinishSignIn,
  useSignInAsApp,
  useSignInAsAppOf,
  useSignInWithPassword,
  useSignInWithPodio,
} from './use-sign-in.ts';
export { useSignOut, useSignOutOfEverything } from './use-sign-out.ts';
