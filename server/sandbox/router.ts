import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit } from './admission.ts';
import { Call } from './call.ts';
import { ApiError } from './errors.ts';
import type { Grant } from './grant-store.ts';
import type { SandboxState } from './state.ts';

/** What an operation answers: an object or an array is sent as JSON, nothing is a 204; a sent reply is left alone. */
export type Operation = (call: Call) => unknown;

interface Options {
  /** Counts against the smaller limit too. */
  heavy?: boolean;
  /** An app may not call it at all: it is about people. */
  usersOnly?: boolean;
}

/** Where the API's areas register their operations. */
export interface Router {
  get: (path: string, operation: Operation, options?: Options) => void;
  post: (path: string, operation: Operation, options?: Options) => void;
  put: (path: string, operation: Operation, options?: Options) => void;
  delete: (path: string, operation: Operation, options?: Options) => void;
}

/** A router whose operations are called only for those whom {@link admit} let in. */
export function makeRouter(app: FastifyInstance, state: SandboxState): Router {
  const register =
    (method: 'GET' | 'POST' | 'PUT' | 'DELETE') =>
    (url: string, operation: Operation, { heavy = false, usersOnly = false }: Options = {}) => {
      const grants = new WeakMap<FastifyRequest, Grant>();
      app.route({
        method,
        url,
        // Before the body is read: who may not call learns so at once, however much is being sent.
        onRequest: async (request, reply) => {
          grants.set(request, await admit(request, reply, state, heavy));
        },
        handler: async (request, reply) => {
          const grant = grants.get(request);
          if (!grant) throw new Error('an operation was called without a grant');
          if (usersOnly && grant.ref.type !== 'user')
            throw new ApiError(403, 'forbidden', 'Authentication as app is not allowed for this method');
          return send(await operation(new Call(grant, state, request, reply)), reply);
        },
      });
    };
  return { get: register('GET'), post: register('POST'), put: register('PUT'), delete: register('DELETE') };
}

function send(answer: unknown, reply: FastifyReply): FastifyReply {
  if (reply.sent || answer === reply) return reply;
  if (answer === undefined) return reply.code(204).send();
  // Serialized here, since a string or null would otherwise be sent as it is.
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
}
