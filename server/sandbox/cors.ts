import type { FastifyInstance } from 'fastify';
import { isOwnPath, pathOf } from './interference.ts';
import { isForeignOrigin } from './loopback.ts';

/**
 * Lets pages of this machine call the API from a browser, as podio-js does there. Pages of other origins may not, and nobody may reach the
 * authorize page or the controls that way. The rate headers stay hidden from scripts, as Podio's are said to.
 */
export function admitPages(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, url, headers }, reply) => {
    const { origin } = headers;
    const path = pathOf(url);
    if (origin === undefined || isForeignOrigin(origin) || isOwnPath(path) || path.startsWith('/oauth/authorize')) return;
    reply.headers({ 'access-control-allow-origin': origin, vary: 'Origin' });
    const asked = headers['access-control-request-method'];
    if (method !== 'OPTIONS' || asked === undefined) return;
    return reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, POST, PUT, DELETE',
        'access-control-allow-headers': headers['access-control-request-headers'] ?? 'authorization, content-type',
        'access-control-max-age': '600',
      })
      .send();
  });
}
