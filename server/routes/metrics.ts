import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { crossSiteProblem } from '../http/cross-site.ts';
import { ProblemError } from '../http/problems.ts';
import type { Metrics } from '../observability/metrics.ts';
import { isLoopback } from '../settings.ts';
import { problemResponses } from './problem-responses.ts';

export interface MetricsRoutesOptions {
  metrics: Metrics;
  /** The origin that people visit. */
  publicUrl: string;
}

/**
 * `GET /metrics`, for a Prometheus that asks this process itself: by its address, or by the name that people visit. What came by a proxy is
 * 404, so that the counts are not on the internet because nobody thought of them.
 */
export async function metricsRoutes(app: FastifyInstance, { metrics, publicUrl }: MetricsRoutesOptions): Promise<void> {
  const { host } = new URL(publicUrl);

  /** @throws {ProblemError} for whom the counts are not */
  const check = (request: FastifyRequest): void => {
    const asked = request.headers.host?.toLowerCase() ?? '';
    // An address is no name that could be made to point here (DNS rebinding).
    if (asked !== host && !isAddress(asked)) throw new ProblemError('bad_request', 'Ask for the metrics by the address of this process.');
    const refused = crossSiteProblem(request.raw, publicUrl);
    if (refused) throw refused;
    if (forwarding.some((name) => request.headers[name] !== undefined))
      throw new ProblemError('not_found', 'There is nothing at this address.');
  };

  app.get(
    '/metrics',
    {
      config: { anyHost: true },
      schema: {
        summary: 'Counts and durations, in the Prometheus text format',
        response: { 200: { content: { 'text/plain': { schema: Type.String() } } }, ...problemResponses },
      },
    },
    async (request, reply) => {
      check(request);
      return reply.type(metrics.contentType).send(await metrics.text());
    },
  );
}

/** What proxies say of those for whom they ask. */
const forwarding = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/** Whether a `Host` is an address, or names this machine. */
function isAddress(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return isIP(name) === 4 || isIP(name.replace(/^\[(.*)\]$/, '$1')) === 6 || isLoopback(name);
}
