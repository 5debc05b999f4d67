import type {
  AppRequest,
  AuthConfig,
  Authentication,
  CallbackResponse,
  Keyring,
  PasswordRequest,
  SignedIn,
} from '../../server/contract-types.ts';
import { request } from './http.ts';
import { withKeyringLock } from './keyring-lock.ts';

/** What Podio's redirect to `/callback` carried, as it stood there. */
export interface CallbackParameters {
  state: string;
  code?: string;
  error?: string;
  error_description?: string;
  error_reason?: string;
}

interface Options {
  signal?: AbortSignal;
}

export const readConfig = (options?: Options) => request<AuthConfig>('GET', '/auth/config', undefined, options);
export const readKeyring = (options?: Options) => request<Keyring>('GET', '/keyring', undefined, options);
/** The present state of one; the list has that of its sign-in. */
export const readAuthentication = (id: string, options?: Options) => request<Authentication>('GET', `/keyring/${id}`, undefined, options);

/** A request that writes the keyring cookie: of two at once the last would win. */
const change = <T>(method: string, path: string, body?: unknown): Promise<T> => withKeyringLock(() => request<T>(method, path, body));

/** Where to send the person: Podio's own page. Binds a fresh state to this browser, which with a store is done by the keyring cookie. */
export const startSignIn = (body: { scope?: string; returnTo?: string }) =>
  change<{ authorizeUrl: string }>('POST', '/auth/authorize', body);
export const finishSignIn = (body: CallbackParameters) => change<CallbackResponse>('POST', '/auth/callback', body);
export const signInAsApp = (body: AppRequest) => change<SignedIn>('POST', '/auth/app', body);
export const signInWithPassword = (body: PasswordRequest) => change<SignedIn>('POST', '/auth/password', body);
/** From a person to an app that they administer; its token stays on the server. */
export const signInAsAppOf = (userId: string, appId: number) => change<SignedIn>('POST', `/keyring/${userId}/apps`, { appId });
export const setReadOnly = (id: string, readOnly: boolean) => change<Authentication>('PATCH', `/keyring/${id}`, { readOnly });
export const signOut = (id: string) => change<void>('DELETE', `/keyring/${id}`);
export const signOutOfEverything = () => change<void>('DELETE', '/keyring');
