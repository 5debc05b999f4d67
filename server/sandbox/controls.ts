import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ref } from '../podio/types.ts';
import { forbidden, invalidValue } from './errors.ts';
import { parseFault } from './faults.ts';
import { isForeignOrigin, isLoopbackHost } from './loopback.ts';
import { patchSettings } from './settings.ts';
import type { SandboxState } from './state.ts';
import { isInteger, isObject } from './values.ts';

const mostSeconds = 100 * 365 * 24 * 60 * 60;

/** `/_sandbox`: what tests and demonstrations switch. It answers only this machine: no page from elsewhere may reach it. */
export function controls(app: FastifyInstance, state: SandboxState): void {
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (!isLoopbackHost(headers.host)) throw forbidden('The controls answer only to localhost, 127.0.0.1 and [::1]');
    if (isForeignOrigin(headers.origin)) throw forbidden('The controls do not answer to pages of other origins');
    reply.header('cache-control', 'no-store');
  });

  app.get('/_sandbox', () => {
    const { clients, users, apps } = state.publishedCredentials();
    return { settings: state.settings, clients, users, apps, counts: state.counts };
  });

  app.patch('/_sandbox/settings', (request) => {
    state.settings = patchSettings(state.settings, objectBody(request));
    return { settings: state.settings };
  });

  app.post('/_sandbox/expire', (request) => ({ accessTokens: state.grants.expireAccessTokens(optionalRef(request)) }));

  app.post('/_sandbox/revoke', (request) => {
    const ref = optionalRef(request);
    return { accessTokens: state.grants.expireAccessTokens(ref), refreshTokens: state.grants.expireRefreshTokens(ref) };
  });

  app.get('/_sandbox/faults', () => ({ faults: state.faults.list() }));

  app.post('/_sandbox/faults', (request, reply) => {
    const fault = parseFault(objectBody(request));
    state.faults.add(fault);
    reply.code(201);
    return { fault: { ...fault } };
  });

  app.delete('/_sandbox/faults', (_request, reply) => {
    state.faults.clear();
    return reply.code(204).send();
  });

  app.get('/_sandbox/requests', () => ({ requests: state.log.list() }));

  app.get('/_sandbox/deliveries', () => ({ deliveries: state.deliveries.list() }));

  app.post('/_sandbox/advance', (request) => {
    const { seconds } = objectBody(request);
    if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= mostSeconds))
      throw invalidValue(seconds, `seconds must be a number from 0 to ${mostSeconds}`);
    state.clock.advance(seconds);
    return { now: new Date(state.clock.now()).toISOString() };
  });

  app.get('/_sandbox/issued', () => ({
    ...state.grants.issued(),
    codes: state.codes.issued(),
    appTokens: [...[...state.store.apps.values()].map(({ token }) => token), ...state.formerAppTokens.keys()],
  }));

  app.delete('/_sandbox', (_request, reply) => {
    state.reset();
    return reply.code(204).send();
  });
}

/** @throws {ApiError} 400 where there is a body and it is no object */
function objectBody({ body }: FastifyRequest): Record<string, unknown> {
  if (body === undefined) return {};
  if (!isObject(body)) throw invalidValue(body, 'must be object');
  return body;
}

function optionalRef(request: FastifyRequest): Ref | undefined {
  const { ref, ...others } = objectBody(request);
  const [other] = Object.keys(others);
  if (other !== undefined) throw invalidValue(other, 'is not known here; the body is {} or {"ref": {"type", "id"}}');
  if (ref === undefined || ref === null) return undefined;
  if (!isObject(ref) || (ref.type !== 'user' && ref.type !== 'app') || !isInteger(ref.id))
    throw invalidValue(ref, 'ref must be {"type": "user" or "app", "id": integer}');
  return { type: ref.type, id: ref.id };
}
