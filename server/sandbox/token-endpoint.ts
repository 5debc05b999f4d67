import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenResponse } from '../podio/types.ts';
import { type Client, findClient } from './credentials.ts';
import { ApiError, invalidRequest, invalidValue } from './errors.ts';
import type { TokenPair } from './grant-store.ts';
import { exchangeApp } from './grants/app.ts';
import { exchangeAuthorizationCode } from './grants/authorization-code.ts';
import type { GrantHandler } from './grants/grant.ts';
import { exchangePassword } from './grants/password.ts';
import { exchangeRefreshToken } from './grants/refresh-token.ts';
import { pause } from './pause.ts';
import { plantedDelayMs } from './planted.ts';
import { type GrantType, grantTypes, type SandboxState } from './state.ts';
import { isObject } from './values.ts';

const grants: Record<GrantType, GrantHandler> = {
  authorization_code: exchangeAuthorizationCode,
  app: exchangeApp,
  password: exchangePassword,
  refresh_token: exchangeRefreshToken,
};

/**
 * `/oauth/token` (form; what the older clients use) and `/oauth/token/v2` (JSON; what the documentation prescribes).
 * No refusal is a 401: two of Podio's clients answer a 401 with `invalid_token` by refreshing without end.
 *
 * @see https://developers.podio.com/doc/oauth-authorization/get-access-token-22359
 */
export function tokenEndpoint(app: FastifyInstance, state: SandboxState): void {
  app.post('/oauth/token', (request, reply) => answer(readForm(request), request, reply));
  app.post('/oauth/token/v2', (request, reply) => answer(() => readJson(request), request, reply));

  async function answer(read: () => URLSearchParams, { headers }: FastifyRequest, reply: FastifyReply): Promise<TokenResponse> {
    try {
      const parameters = read();
      const client = authenticateClient(parameters, headers.authorization);
      const grantType = required(parameters, 'grant_type');
      if (!isGrantType(grantType)) throw new ApiError(400, 'unsupported_grant_type', `The grant type "${grantType}" is not supported`);
      const pair = grants[grantType]({
        client,
        state,
        parameter: (name) => required(parameters, name),
        optional: (name) => last(parameters, name),
      });
      await pause(plantedDelayMs(pair.accessToken.grant.ref));
      state.counts.token[grantType] += 1;
      reply.header('cache-control', 'no-store');
      return tokenResponse(pair, state.clock.now());
    } catch (error) {
      state.counts.tokenErrors += 1;
      throw error;
    }
  }
}

/** Form parameters of the body and of the query; the body's count where both have one. */
function readForm({ url, body, headers }: FastifyRequest): () => URLSearchParams {
  return () => {
    const type = headers['content-type'] ?? '';
    const text = typeof body === 'string' ? body : '';
    if (text !== '' && !/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
      throw invalidRequest('The body must be application/x-www-form-urlencoded; for JSON there is /oauth/token/v2');
    const parameters = new URLSearchParams(url.split('?', 2)[1] ?? '');
    for (const [name, value] of new URLSearchParams(text)) parameters.append(name, value);
    return parameters;
  };
}

/** The members of a JSON object. Numbers count as strings do: `app_id` comes either way. */
function readJson({ body, headers }: FastifyRequest): URLSearchParams {
  const isJson = /^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
  const parsed = isJson && typeof body === 'string' ? parseJson(body) : null;
  if (!isObject(parsed)) throw invalidValue(parsed, 'must be object');
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(parsed)) {
    if (value === null) continue;
    if (typeof value !== 'string' && typeof value !== 'number') throw invalidValue(value, 'must be string');
    parameters.append(name, String(value));
  }
  return parameters;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON at all: answered as a body that is no object
  }
}

/** @throws {ApiError} 400 `invalid_client`: with 401 two of Podio's clients report nothing */
function authenticateClient(parameters: URLSearchParams, authorization: string | undefined): Client {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const decoded = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString();
  const colon = decoded?.indexOf(':') ?? -1;
  const clientId = last(parameters, 'client_id') ?? decoded?.slice(0, Math.max(colon, 0));
  const clientSecret = last(parameters, 'client_secret') ?? (colon === -1 ? undefined : decoded?.slice(colon + 1));
  if (clientId === undefined) throw invalidRequest('Missing parameter: client_id');
  if (clientSecret === undefined) throw invalidRequest('Missing parameter: client_secret');
  const client = findClient(clientId);
  if (!client || client.clientSecret !== clientSecret) throw new ApiError(400, 'invalid_client', 'invalid_auth');
  return client;
}

function tokenResponse({ accessToken, refreshToken }: TokenPair, now: number): TokenResponse {
  return {
    access_token: accessToken.token,
    token_type: 'bearer',
    expires_in: Math.max(0, Math.round((accessToken.expiresAt - now) / 1000)),
    refresh_token: refreshToken.token,
    ref: accessToken.grant.ref,
    scope: accessToken.grant.scope,
  };
}

const last = (parameters: URLSearchParams, name: string): string | undefined => parameters.getAll(name).at(-1);

function required(parameters: URLSearchParams, name: string): string {
  const value = last(parameters, name);
  if (!value) throw invalidRequest(`Missing parameter: ${name}`);
  return value;
}

const isGrantType = (text: string): text is GrantType => (grantTypes as readonly string[]).includes(text);
