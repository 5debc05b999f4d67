import type { AuthType, SessionTokens } from '../podio/session-manager.ts';

/** What podio-js keeps of an authentication, and what its session stores are given. */
export interface AuthObject {
  accessToken: string;
  refreshToken: string;
  /** Seconds, from when it was given. */
  expiresIn: number;
  ref?: { type: string; id: number } | undefined;
  transferToken?: string | undefined;
  scope?: string | undefined;
}

/** A token answer with Podio's own names, as callbacks get it. */
export interface TokenData {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  ref?: { type: string; id: number } | undefined;
  transfer_token?: string | undefined;
  scope?: string | undefined;
}

export type PodioJsAuthType = 'server' | 'client' | 'password' | 'app';

export function fromTokenData(data: TokenData): AuthObject {
  for (const [name, words] of [
    ['access_token', 'Access token'],
    ['refresh_token', 'Refresh token'],
    ['expires_in', 'Expiration timestamp'],
  ] as const)
    if (data[name] === undefined) throw new Error(`${words} is missing`);
  return {
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    expiresIn: data.expires_in,
    ref: data.ref,
    transferToken: data.transfer_token,
    scope: data.scope,
  };
}

export const toTokenData = ({ accessToken, refreshToken, expiresIn, ref, transferToken, scope }: AuthObject): TokenData => ({
  access_token: accessToken,
  refresh_token: refreshToken,
  expires_in: expiresIn,
  ref,
  transfer_token: transferToken,
  scope,
});

export function fromSession({ accessToken, refreshToken, obtainedAt, expiresAt, ref, scope }: SessionTokens): AuthObject {
  return { accessToken, refreshToken, expiresIn: Math.round((expiresAt - obtainedAt) / 1000), ref, transferToken: undefined, scope };
}

/** podio-js does not keep when a token was given: it counts as fresh until Podio says otherwise. */
export function toSession(auth: AuthObject, authType: AuthType, client: { clientId: string; apiUrl: string }): SessionTokens {
  const now = Date.now();
  return {
    accessToken: auth.accessToken,
    refreshToken: auth.refreshToken,
    obtainedAt: now,
    expiresAt: now + auth.expiresIn * 1000,
    ref: auth.ref as SessionTokens['ref'],
    scope: auth.scope,
    authType,
    ...client,
  };
}
