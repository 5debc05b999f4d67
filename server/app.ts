import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { AuthConfig } from './contract.ts';
import { createAttempts } from './http/attempts.ts';
import { cookieNames } from './http/cookies.ts';
import { crossSiteProblem } from './http/cross-site.ts';
import { answerClientError, handleErrors, sendProblem, toProblemError } from './http/error-handling.ts';
import { createHostCheck } from './http/host-check.ts';
import { ProblemError } from './http/problems.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import { createSinglePageApp } from './http/single-page-app.ts';
import { Turns } from './http/turns.ts';
import { createCookieKeyring } from './keyring/cookie-keyring.ts';
import { createLogins } from './keyring/login.ts';
import { type OAuthClient, refreshTokenGrant } from './podio/oauth.ts';
import { createRefresher } from './podio/refresher.ts';
import { createPodioPool } from './proxied-call/podio-pool.ts';
import { keyringRoutes } from './routes/keyring.ts';
import { loginRoutes } from './routes/login.ts';
import { openapi, operationsRoutes } from './routes/operations.ts';
import { podioApiRoutes } from './routes/podio-api.ts';
import { sandboxControlRoutes } from './routes/sandbox-controls.ts';
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

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers whatever the `Host` says: health checks come by address. */
    anyHost?: boolean;
    /** Passes its body on as it comes, so that it may take long. */
    streamsBody?: boolean;
  }
}

/** The token handler: everything registered in the order in which a request meets it. */
export async function buildApp(
  settings: Settings,
  { webRoot = '', sandbox, logTo, now = Date.now }: AppOptions = {},
): Promise<FastifyInstance> {
  const { limits } = settings;
  const securityHeaders = createSecurityHeaders(settings.publicUrl);
  const names = cookieNames(settings.mode);
  const client: OAuthClient = { ...settings, timeoutMs: limits.tokenRequestMs, now };
  const keyring = createCookieKeyring({ ...settings, secrets: settings.cookieSecrets, names, now });
  const logins = createLogins({
    secrets: settings.cookieSecrets,
    names,
    lifetimeSeconds: limits.loginLifetimeSeconds,
    limit: limits.loginsUnderWay,
    pkce: settings.pkce,
    now,
  });
  const refreshTurns = new Turns(limits.refreshesAtOnce); // sixty that end in the same second are no storm
  const refresher = createRefresher({
    grant: (tokens) => refreshTurns.run('', () => refreshTokenGrant(client, tokens)),
    graceMs: limits.refreshGraceMs,
    refusalMs: limits.refreshRefusalMs,
    now,
  });
  const attempts = createAttempts(limits.refusedSignInsPerMinute, now);
  const pool = createPodioPool(settings);
  const turns = new Turns(limits.callsPerKeyring);
  const page = createSinglePageApp(webRoot, securityHeaders);
  const hostCheck = createHostCheck(settings.publicUrl);
  let draining = false;

  const app: FastifyInstance = fastify({
    logger: { level: settings.logLevel, ...(logTo && { stream: logTo }) },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies(settings.trustProxy),
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
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    rewriteUrl: (request) => routedUrl(request.url ?? ''),
    clientErrorHandler: (error, socket) => answerClientError(error, socket as Socket, securityHeaders),
    frameworkErrors: (error, request, reply) => sendProblem(toProblemError(error), request, reply as unknown as FastifyReply),
  });

  app.server.maxConnections = limits.clientConnections;
  // Of expectations only "100-continue" has a meaning, which Node sees to; another may be ignored (RFC 9110 §10.1.1).
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  handleErrors(app);
  app.removeContentTypeParser('text/plain'); // a form on another site can send it without a preflight
  acceptEmptyJson(app);

  // The hooks that a proxied call meets take callbacks: a promise each would cost it more than they do.
  app.addHook('onRequest', (request, reply, done) => {
    const { anyHost, streamsBody } = request.routeOptions.config;
    if (!streamsBody) boundBody(request, limits.requestBodyMs);
    if (!request.originalUrl.startsWith('/') || request.originalUrl.startsWith('//'))
      done(new ProblemError('bad_request', 'The address of a request begins with one slash.'));
    else if (anyHost || hostCheck(request, reply)) done();
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (!reply.hasHeader('x-content-type-options')) for (const [name, value] of securityHeaders.api) reply.header(name, value);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });

  app.addHook('onClose', async () => {
    await refresher.settled(); // a refresh under way is finished: its old token may be worth nothing already
    await pool.close();
  });
  app.addHook('preClose', async () => {
    draining = true;
  });

  await app.register(openapi.plugin, openapi.options);
  await app.register(operationsRoutes, { ready: () => !draining });

  await app.register(async (guarded) => {
    guarded.addHook('onRequest', (request, _reply, done) => done(crossSiteProblem(request.raw, settings.publicUrl)));
    await guarded.register(async (own) => {
      own.addHook('onResponse', async (request, reply) => {
        request.log.info(
          { method: request.method, path: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
          'request',
        );
      });
      await own.register(loginRoutes, { settings, keyring, logins, client, attempts, sandbox });
      await own.register(keyringRoutes, { settings, keyring, refresher, client, now });
      if (settings.mode === 'sandbox') await own.register(sandboxControlRoutes, { pool });
    });
    await guarded.register(podioApiRoutes, { settings, keyring, refresher, pool, turns, securityHeaders, now });
  });

  app.setNotFoundHandler((request, reply) => {
    const guarded = /^\/(?:auth|keyring|sandbox)(?:[/?]|$)/.test(request.originalUrl);
    const refused = guarded ? crossSiteProblem(request.raw, settings.publicUrl) : undefined;
    if (refused) return sendProblem(refused, request, reply);
    if (!/^\/sandbox(?:[/?]|$)/.test(request.originalUrl) && page.answer(request, reply)) return reply;
    return sendProblem(new ProblemError('not_found', 'There is nothing at this address.'), request, reply);
  });
  return app;
}

/** Fastify itself no longer counts hops, since it cannot know the nearest peer; whoever sets a number says that it is always a proxy. */
function trustedProxies(trustProxy: Settings['trustProxy']) {
  return typeof trustProxy === 'number' ? (_address: string, hop: number) => hop < trustProxy : trustProxy;
}

/** The path of a proxied call belongs to Podio: the router sees only whose it is, and never decodes it. */
function routedUrl(url: string): string {
  const proxied = /^\/keyring\/[^/?]+\/api\//.exec(url);
  return proxied ? proxied[0] : url;
}

/** DELETE and refresh are sent with a JSON content type and no body by common clients. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

/** A body that drips holds a connection; one that is not passed on has a minute, also where nobody asked for it. */
function boundBody(request: FastifyRequest, limitMs: number): void {
  if (request.raw.headers['content-length'] === undefined && request.raw.headers['transfer-encoding'] === undefined) return;
  const timer = setTimeout(() => {
    if (!request.raw.complete) request.raw.destroy();
  }, limitMs);
  request.raw.once('close', () => clearTimeout(timer)); // not with the answer: what comes after that is read as well, to be dropped
}
