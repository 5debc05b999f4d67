import type { FastifyPluginAsync } from 'fastify';
import { Type } from 'typebox';
import { ProxiedCall, type ProxiedCallOptions } from './proxied-call.ts';

const description = {
  summary: 'The same call at Podio, as this authentication',
  description:
    'Method, path, query and body go up as they are; status and body come down as Podio sent them. App tokens inside are removed.',
  params: Type.Object({ id: Type.String(), '*': Type.String({ description: "Podio's path, byte for byte" }) }),
};

/** The pattern of the route, by which its answers are counted. */
export const proxiedCallRoute = '/keyring/:id/api/*';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * `/keyring/:id/api/*`: the same call at Podio, as the authentication in the address.
 *
 * The body is never parsed, so this lives in a context of its own; the reply is hijacked, and {@link ProxiedCall} writes to it.
 */
export const podioApiRoutes: FastifyPluginAsync<ProxiedCallOptions> = async (app, options) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onRequest', (request, _reply, done) => {
    // Fastify refuses a malformed type before any parser sees it; what the type is worth is Podio's to say. The raw headers keep it.
    delete request.raw.headers['content-type'];
    done();
  });
  app.route<{ Params: { id: string } }>({
    method: [...methods],
    url: proxiedCallRoute,
    exposeHeadRoute: false,
    config: { streamsBody: true },
    schema: description,
    validatorCompiler: () => () => true, // the path is Podio's; it is checked by hand, undecoded
    handler: (request, reply) => {
      reply.hijack();
      new ProxiedCall(request, reply.raw, options).start(request.params.id);
    },
  });
};
