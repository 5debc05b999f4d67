import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { version } from '../version.ts';
import { describeApi } from './description.ts';

const Health = Type.Object({ status: Type.String() });

/** Whether the server can serve, or why not. */
export type Readiness = 'ok' | 'draining' | 'store_unavailable';

/** Health for whoever runs the server, and the description of it all. */
export async function operationsRoutes(app: FastifyInstance, { readiness }: { readiness: () => Promise<Readiness> }): Promise<void> {
  app.get('/healthz', { config: { anyHost: true }, schema: { summary: 'Whether the process lives', response: { 200: Health } } }, () => ({
    status: 'ok',
  }));
  app.get(
    '/readyz',
    { config: { anyHost: true }, schema: { summary: 'Whether it can serve', response: { 200: Health, 503: Health } } },
    async (_request, reply) => {
      const status = await readiness();
      return reply.code(status === 'ok' ? 200 : 503).send({ status });
    },
  );
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

export const openapi: { plugin: typeof swagger; options: FastifyDynamicSwaggerOptions } = {
  plugin: swagger,
  options: {
    transformObject: (document) => ('openapiObject' in document ? describeApi(document.openapiObject) : document.swaggerObject),
    // The wildcard is the path at Podio; OpenAPI has no name for one that holds slashes.
    transform: ({ schema, url }) => ({ schema, url: url.replace('/*', '/:path') }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'podio-keyring',
        description: 'Signs in to Podio, holds many authentications in one browser, and makes API calls as any of them.',
        version,
      },
    },
  },
};
