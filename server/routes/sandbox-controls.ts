import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'undici';
import { ProblemError } from '../http/problems.ts';

/** What holds tokens: a script of a page does not get to read even practice ones. */
const holdsTokens = /(?:^|\/)(?:issued|requests)(?:\/|$)/;

/** `/sandbox/*`, in sandbox mode: passes on to the sandbox's `/_sandbox/*`, so that the page can switch faults under its own origin. */
export async function sandboxControlRoutes(app: FastifyInstance, { pool }: { pool: Pool }): Promise<void> {
  app.route<{ Params: { '*'?: string } }>({
    method: ['GET', 'PATCH', 'POST', 'DELETE'],
    url: '/sandbox/*',
    schema: { hide: true },
    handler: async (request, reply) => pass(request.params['*'] ?? '', request, reply),
  });
  app.route({
    method: ['GET', 'PATCH', 'POST', 'DELETE'],
    url: '/sandbox',
    schema: { hide: true },
    handler: async (request, reply) => pass('', request, reply),
  });

  async function pass(path: string, request: FastifyRequest, reply: FastifyReply) {
    if (!/^[a-z/]*$/.test(path)) throw new ProblemError('not_found', 'The sandbox has no such control.');
    if (holdsTokens.test(path) && request.headers['sec-fetch-site'] !== undefined)
      throw new ProblemError('forbidden_path', 'What holds tokens is not shown to a page. Ask the sandbox at its own address.');
    const sends = request.body !== undefined && request.body !== null;
    const answer = await pool
      .request({
        path: path === '' ? '/_sandbox' : `/_sandbox/${path}`,
        method: request.method as 'GET',
        headers: sends ? { 'content-type': 'application/json' } : {},
        body: sends ? JSON.stringify(request.body) : null,
      })
      .catch((error: unknown) => {
        throw new ProblemError('podio_unreachable', 'The sandbox does not answer.', { cause: error });
      });
    const type = answer.headers['content-type'];
    if (typeof type === 'string') reply.header('content-type', type);
    return reply.code(answer.statusCode).send(Buffer.from(await answer.body.arrayBuffer()));
  }
}
