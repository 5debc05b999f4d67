import { invalidGrant } from '../errors.ts';
import type { TokenPair } from '../grant-store.ts';
import { refusesRefresh } from '../planted.ts';
import type { GrantRequest } from './grant.ts';

/**
 * A new access token for any grant's refresh token; ref and scope stay. Where refresh tokens rotate, one that was already used
 * ends its whole grant (RFC 9700 §4.14.2): somebody else may hold the other.
 */
export function exchangeRefreshToken({ client, state, parameter }: GrantRequest): TokenPair {
  const refreshToken = state.grants.findRefreshToken(parameter('refresh_token'));
  if (!refreshToken || refreshToken.grant.clientId !== client.clientId) throw refused();
  const { grant } = refreshToken;
  if (refreshToken.used) grant.revoked = true;
  if (grant.revoked || state.grants.isExpired(refreshToken) || refusesRefresh(grant.ref)) throw refused();
  return state.grants.refresh(refreshToken, state.settings);
}

const refused = () => invalidGrant('The refresh token is not valid or has expired');
