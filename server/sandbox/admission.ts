import type { FastifyReply, FastifyRequest } from 'fastify';
import { rateLimited, unauthorized } from './errors.ts';
import type { AccessToken, Grant } from './grant-store.ts';
import { pause } from './pause.ts';
import { plantedDelayMs } from './planted.ts';
import { RateLimiter, type RateState } from './rate-limit.ts';
import type { SandboxState } from './state.ts';

/**
 * Lets an API call in, or says why not: the token first, then what is planted for its ref, then the rate limit.
 *
 * @throws {ApiError} 401, 420, or what is planted
 */
export async function admit(request: FastifyRequest, reply: FastifyReply, state: SandboxState, heavy: boolean): Promise<Grant> {
  setRateHeaders(reply, RateLimiter.idle(state.settings));
  const { grant } = readAccessToken(request, state);
  const admission = state.rates.admit(grant.ref, grant.clientId, heavy, state.settings);
  setRateHeaders(reply, admission.rate);
  await pause(plantedDelayMs(grant.ref));
  if (!admission.admitted) throw rateLimited(admission.retryAfterSeconds);
  state.planted.checkAvailable(grant.ref);
  return grant;
}

/** Integers, on every answer of the API: one of Podio's clients parses nothing else. */
function setRateHeaders(reply: FastifyReply, { limit, remaining }: RateState): void {
  reply.header('x-rate-limit-limit', String(limit)).header('x-rate-limit-remaining', String(remaining));
}

/**
 * The access token of `Authorization: OAuth2 …` (or `Bearer …`, which Podio's own challenge names) or of `?oauth_token=`.
 *
 * @throws {ApiError} 401 in the three forms that clients tell apart: expired (refresh), unknown (refresh, or sign in), none (signed out)
 */
function readAccessToken(request: FastifyRequest, state: SandboxState): AccessToken {
  const token = presentedToken(request);
  if (token === undefined) throw unauthorized('unauthorized', 'Authentication is required', 'invalid_request');
  const accessToken = state.grants.findAccessToken(token);
  if (!accessToken || accessToken.grant.revoked) throw unauthorized('invalid_token', 'invalid_token', 'invalid_token');
  if (state.grants.isExpired(accessToken)) throw unauthorized('unauthorized', 'expired_token', 'expired_token');
  return accessToken;
}

function presentedToken({ headers, url }: FastifyRequest): string | undefined {
  const fromHeader = /^(?:OAuth2|Bearer)\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
  if (fromHeader !== undefined) return fromHeader;
  const at = url.indexOf('?');
  return at === -1 ? undefined : (new URLSearchParams(url.slice(at + 1)).getAll('oauth_token').at(-1) ?? undefined);
}
