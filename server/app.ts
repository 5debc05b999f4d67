import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import type { AuthConfig } from './contract.ts';
import { answerDirectly, createDirectAnswers } from './direct-answers.ts';
import { routedUrl, tokenHandler } from './fastify/token-handler.ts';
import { crossSiteProblem } from './http/cross-site.ts';
import { answerClientError, sendProblem, toProblemError } from './http/error-handling.ts';
import { guardRequests } from './http/guards.ts';
import { ProblemError } from './http/problems.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import { buildSerializer } from './http/serializers.ts';
import { createSinglePageApp, sendFile } from './http/single-page-app.ts';
import { createMetrics, measureRequests } from './observability/metrics.ts';
import { createObservability } from './observability/observability.ts';
import { reportClientError } from './observability/problem-events.ts';
import { apiReferenceRoutes } from './routes/api-reference.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { openapi, operationsRoutes } from './routes/operations.ts';
import type { ProxiedCallOptions } from './routes/proxied-call.ts';
import type { Settings } from './settings.ts';

export interface AppOptions {
  /** Folder of the built single-page app; without it only the routes of the token handler answer. */
  webRoot?: string;
  /** Published sample credentials, in sandbox mode. */
  sandbox?: AuthConfig['sandbox'];
  /** Where log lines go; standard output by default. */
  logTo?: Writable;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** The token handler: everything registered in the order in which a request meets it. */
export async function buildApp(
  settings: Settings,
  { webRoot = '', sandbox, logTo, now = Date.now }: AppOptions = {},
): Promise<FastifyInstance> {
  const { limits } = settings;
  const securityHeaders = createSecurityHeaders(settings.publicUrl);
  const metrics = settings.metrics ? await createMetrics() : undefined;
  const newRequestId = createRequestIds();
  const trustProxy = trustedProxies(settings.trustProxy);
  let calls: ProxiedCallOptions | undefined;
  const page = createSinglePageApp(webRoot, securityHeaders, (cookies) => {
    const held = settings.redisUrl === undefined ? calls?.keyring.list(cookies) : undefined;
    return held instanceof Promise ? undefined : held;
  });
  let draining = false;

  const app: FastifyInstance = fastify({
    logger: { level: settings.logLevel, ...(logTo && { stream: logTo }) },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    trustProxy,
    bodyLimit: limits.jsonBodyBytes,
    http: {
      maxHeaderSize: 32 * 1024, // two cookies of 4 KB, and those of sign-ins under way
      headersTimeout: limits.requestHeadMs,
      connectionsCheckingInterval: Math.min(5_000, limits.requestHeadMs),
      requireHostHeader: false, // the host check refuses it, with a problem as body
    },
    requestTimeout: 0, // a proxied body may take long; every other is bounded below
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still comes over a connection in use is served, and told to close it
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, validateSchema: false } }, // tests do: routes/description.test.ts
    schemaController: { compilersFactory: { buildSerializer } },
    rewriteUrl: (request) => routedUrl(request.url ?? ''),
    clientErrorHandler(error, socket) {
      reportClientError(observability.security, error, (socket as Socket).remoteAddress);
      answerClientError(error, socket as Socket, securityHeaders);
    },
    frameworkErrors: (error, request, reply) => sendProblem(toProblemError(error), request, reply as unknown as FastifyReply),
  });

  const observability = createObservability(app.log, metrics, now);
  const { security, onProblem } = observability;
  app.server.maxConnections = limits.clientConnections;
  app.server.on('drop', (dropped) => security.report('limit_hit', { limit: 'connections', address: dropped?.remoteAddress }));
  // Of expectations only "100-continue" has a meaning, which Node sees to; another may be ignored (RFC 9110 §10.1.1).
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  guardRequests(app, { publicUrl: settings.publicUrl, limits, securityHeaders, ...observability });
  if (metrics) measureRequests(app, metrics);

  app.addHook('preClose', async () => {
    draining = true;
  });

  await app.register(openapi.plugin, openapi.options);
  await app.register(apiReferenceRoutes, { securityHeaders });
  await app.register(operationsRoutes, {
    readiness: async () => (draining ? 'draining' : (await app.podioKeyring.ready()) ? 'ok' : 'store_unavailable'),
  });

  if (metrics) await app.register(metricsRoutes, { metrics, publicUrl: settings.publicUrl });

  await app.register(tokenHandler, { settings, sandbox, guarded: true, observability, now, onCalls: (options) => (calls = options) });
  if (calls) {
    const { publicUrl } = settings;
    const answer = createDirectAnswers({ publicUrl, page, calls, trustProxy, newRequestId, log: app.log, metrics });
    answerDirectly(app.server, answer, () => draining);
  }

  app.setNotFoundHandler((request, reply) => {
    const guarded = /^\/(?:auth|keyring|sandbox)(?:[/?]|$)/.test(request.originalUrl);
    const refused = guarded ? crossSiteProblem(request.raw, settings.publicUrl) : undefined;
    if (refused) {
      onProblem(refused, request);
      return sendProblem(refused, request, reply);
    }
    const file = /^\/sandbox(?:[/?]|$)/.test(request.originalUrl) ? undefined : page.find(request.raw);
    if (file) {
      reply.hijack();
      sendFile(request.raw, reply.raw, file);
      return reply;
    }
    return sendProblem(new ProblemError('not_found', 'There is nothing at this address.'), request, reply);
  });
  return app;
}

/** Ids of requests, that two instances do not share: somebody quotes one from an error, and the log has the cause. */
function createRequestIds(): () => string {
  const instance = randomBytes(3).toString('hex');
  let count = 0;
  return () => `${instance}-${(++count).toString(36)}`;
}

/** Fastify itself no longer counts hops, since it cannot know the nearest peer; whoever sets a number says that it is always a proxy. */
function trustedProxies(trustProxy: Settings['trustProxy']) {
  return typeof trustProxy === 'number' ? (_address: string, hop: number) => hop < trustProxy : trustProxy;
}
