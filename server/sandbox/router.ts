import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit } from './admission.ts';
import { Call } from './call.ts';
import { ApiError, noPath } from './errors.ts';
import type { Grant } from './grant-store.ts';
import { pathOf } from './interference.ts';
import { type Found, RouteTable } from './route-table.ts';
import type { SandboxState } from './state.ts';

/** What an operation answers: an object or an array is sent as JSON, nothing is a 204; a sent reply is left alone. */
export type Operation = (call: Call) => unknown;

interface Options {
  /** Counts against the smaller limit too. */
  heavy?: boolean;
  /** An app may not call it at all: it is about people. */
  usersOnly?: boolean;
}

type Register = (path: string, operation: Operation, options?: Options) => void;

/** Where the API's areas register their operations. */
export type Router = Record<'get' | 'post' | 'put' | 'delete', Register>;

interface Route extends Options {
  operation: Operation;
}

/** A router whose operations are called only for those whom {@link admit} let in. */
export function makeRouter(app: FastifyInstance, state: SandboxState): Router {
  const routes = new RouteTable<Route>();
  const register =
    (method: string): Register =>
    (path, operation, options) =>
      routes.add(method, path, { operation, ...options });
  serve(app, routes, state);
  return { get: register('GET'), post: register('POST'), put: register('PUT'), delete: register('DELETE') };
}

interface Admitted extends Found<Route> {
  grant: Grant;
}

function serve(app: FastifyInstance, routes: RouteTable<Route>, state: SandboxState): void {
  const admitted = new WeakMap<FastifyRequest, Admitted>();
  app.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    url: '/*',
    // Before the body is read: who may not call learns so at once, however much is being sent.
    onRequest: async (request, reply) => {
      const path = pathOf(request.url);
      const found = routes.find(request.method === 'HEAD' ? 'GET' : request.method, path);
      if (!found) return refusePath(path, request, reply, state);
      admitted.set(request, { ...found, grant: await admit(request, reply, state, found.entry.heavy ?? false) });
    },
    handler: async (request, reply) => {
      const call = admitted.get(request);
      if (!call) throw new Error('an operation was called without a grant');
      const { entry, parameters, grant } = call;
      if (entry.usersOnly && grant.ref.type !== 'user')
        throw new ApiError(403, 'forbidden', 'Authentication as app is not allowed for this method');
      return send(await entry.operation(new Call(grant, state, { request, reply, parameters })), reply);
    },
  });
}

/** A known caller's mistakes count as calls; nobody has to sign in to learn that a path does not exist. @throws {ApiError} 404 */
export async function refusePath(path: string, request: FastifyRequest, reply: FastifyReply, state: SandboxState): Promise<never> {
  await admit(request, reply, state, false).catch((error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
  });
  throw noPath(path);
}

function send(answer: unknown, reply: FastifyReply): FastifyReply {
  if (reply.sent || answer === reply) return reply;
  if (answer === undefined) return reply.code(204).send();
  // Serialized here, since a string or null would otherwise be sent as it is.
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
}
