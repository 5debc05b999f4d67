import { ApiError, invalidGrant } from '../errors.ts';
import type { TokenPair } from '../grant-store.ts';
import { defaultScope, parseScope } from '../scope.ts';
import type { GrantRequest } from './grant.ts';

/**
 * A person's email and password. The text for an unknown name is a recorded one, that for a wrong password is made after it.
 *
 * @see https://developers.podio.com/authentication/username_password
 */
export function exchangePassword({ client, state, parameter, optional }: GrantRequest): TokenPair {
  const username = parameter('username').trim().toLowerCase();
  const password = parameter('password');
  const scope = optional('scope')?.trim() || defaultScope;
  const user = [...state.store.users.values()].find(({ mail }) => mail === username);
  if (!user) throw invalidGrant('The username is not valid', { detail: 'user.invalid.username', propagate: true });
  if (user.password !== password) throw invalidGrant('The password is not valid', { detail: 'user.invalid.password', propagate: true });
  if (!parseScope(scope)) throw new ApiError(400, 'invalid_scope', 'The scope must be of the form type:permission');
  return state.grants.issue(client.clientId, { type: 'user', id: user.userId }, scope, state.settings);
}
