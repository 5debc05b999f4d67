import { createHash } from 'node:crypto';
import type { Permission } from '../authorize/codes.ts';
import { invalidGrant } from '../errors.ts';
import type { TokenPair } from '../grant-store.ts';
import type { GrantRequest } from './grant.ts';

/**
 * The server-side flow: a code from the authorize page, good once, for 10 minutes, for the client and the redirect URI of its request.
 *
 * @see https://developers.podio.com/authentication/server_side
 */
export function exchangeAuthorizationCode({ client, state, parameter, optional }: GrantRequest): TokenPair {
  const code = parameter('code');
  const redirectUri = parameter('redirect_uri');
  const permission = state.codes.find(code);
  if (!permission || permission.clientId !== client.clientId) throw invalidGrant('The authorization code is not valid or has expired');
  if (permission.redirectUri !== redirectUri) throw invalidGrant('The redirect_uri is not that of the authorization request');
  checkVerifier(permission, optional('code_verifier'));
  state.codes.use(code);
  return state.grants.issue(client.clientId, { type: 'user', id: permission.userId }, permission.scope, state.settings);
}

/** PKCE (RFC 7636), which Podio does not document: held to once it was begun, and refused where it was not. */
function checkVerifier({ codeChallenge, codeChallengeMethod }: Permission, verifier: string | undefined): void {
  if (codeChallenge === undefined) {
    if (verifier !== undefined) throw invalidGrant('A code_verifier was sent, but no code_challenge in the authorization request');
    return;
  }
  if (verifier === undefined) throw invalidGrant('The code_verifier is missing');
  const computed = codeChallengeMethod === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  if (computed !== codeChallenge) throw invalidGrant('The code_verifier does not fit the code_challenge');
}
