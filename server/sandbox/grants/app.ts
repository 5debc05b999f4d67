import { invalidGrant } from '../errors.ts';
import type { TokenPair } from '../grant-store.ts';
import { defaultScope } from '../scope.ts';
import type { GrantRequest } from './grant.ts';

/** App authentication: the id and the token of an app, with any API key. @see https://developers.podio.com/authentication/app_auth */
export function exchangeApp({ client, state, parameter }: GrantRequest): TokenPair {
  const appId = Number(parameter('app_id'));
  const appToken = parameter('app_token');
  const app = state.store.apps.get(appId);
  if (!app || app.status === 'deleted' || app.token !== appToken)
    throw invalidGrant('The app id or the app token is not valid', { detail: 'app.invalid.token', propagate: true });
  return state.grants.issue(client.clientId, { type: 'app', id: appId }, defaultScope, state.settings);
}
