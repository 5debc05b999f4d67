/** Hooks for apps that act as many Podio authentications. No words, no styles and no router inside. */
export { CookiesNotKeptError, type PodioAnswer, PodioAnswerError, type PodioCall, ProblemError, UnreachableError } from '../api/errors.ts';
export { type Happening, onHappening } from '../api/happenings.ts';
export { queryKeys } from '../api/query-keys.ts';
export { ActingAs, useActingAs, useActingAsIfAny } from './acting-as.tsx';
export { takeIn } from './keyring-cache.ts';
export { KeyringProvider } from './keyring-provider.tsx';
export { useAuthConfig, useAuthentication, useAuthentications } from './use-authentications.ts';
export { type PodioQueryOptions, type ReadingCall, succeeded, usePodioMutation, usePodioQuery } from './use-podio.ts';
export {
  type SignedIn,
  useFinishSignIn,
  useSignInAsApp,
  useSignInAsAppOf,
  useSignInWithPassword,
  useSignInWithPodio,
} from './use-sign-in.ts';
export { useSignOut, useSignOutOfEverything } from './use-sign-out.ts';
export { useApp, useItem, useItems } from './use-typed.ts';
