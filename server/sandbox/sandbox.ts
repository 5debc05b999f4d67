import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { apiOperations } from './api/api.ts';
import { authorizePage } from './authorize/authorize-page.ts';
import { bodyLimit, fromFrameworkError, readApiBodies, readTextBodies } from './bodies.ts';
import { compressAnswers } from './compression.ts';
import { controls } from './controls.ts';
import { admitPages } from './cors.ts';
import { ApiError, errorBody, noPath } from './errors.ts';
import { interfere, isOwnPath, pathOf } from './interference.ts';
import { isLoopbackAddress } from './loopback.ts';
import { ownPage } from './own-page.ts';
import { refusePath } from './router.ts';
import type { Sandbox as PublicSandbox, SandboxOptions } from './sandbox-types.ts';
import { SandboxState } from './state.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** A running sandbox, with its Fastify instance for `inject`. */
export interface Sandbox extends PublicSandbox {
  app: FastifyInstance;
}

/** The sandbox as a Fastify instance that does not listen, for `inject`. */
export function buildSandbox({ settings }: Pick<SandboxOptions, 'settings'> = {}): { app: FastifyInstance; state: SandboxState } {
  const state = new SandboxState(settings);
  const app = Fastify({
    bodyLimit,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: 1000 },
    exposeHeadRoutes: false,
    return503OnClosing: false,
  });
  admitPages(app); // first: a browser's question whether it may ask is no call, and meets no fault
  interfere(app, state);
  compressAnswers(app);
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  readApiBodies(app);
  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request.url);
    if (isOwnPath(path)) throw noPath(path);
    return refusePath(path, request, reply, state);
  });
  app.register(async (oauth) => {
    readTextBodies(oauth);
    authorizePage(oauth, state);
    tokenEndpoint(oauth, state);
  });
  app.register(async (own) => controls(own, state));
  app.register(async (own) => ownPage(own, state));
  app.register(async (api) => apiOperations(api, state));
  return { app, state };
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const apiError = fromFrameworkError(error) ?? new ApiError(500, 'unexpected', error instanceof Error ? error.message : String(error));
  const { method, url, headers } = request;
  return reply
    .code(apiError.status)
    .headers(apiError.details.headers ?? {})
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(apiError, { method, url, host: headers.host ?? 'localhost' })));
}

/**
 * Starts a sandbox on a port of its own. Several may run in one process.
 *
 * @throws an error with `code` (`EADDRINUSE` for a port that is taken) whose message names the port
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port: wanted = 0, host = '127.0.0.1' } = options;
  if (!isLoopbackAddress(host)) throw new Error(`The sandbox cannot start: ${host} is no loopback address.`);
  const { app, state } = buildSandbox(options);
  await app.listen({ host, port: wanted }).catch((error) => refuse(error, wanted));
  const { port } = app.server.address() as AddressInfo;
  const second = host === '127.0.0.1' ? await listenOnIpv6(app, port) : undefined;
  if (second instanceof Error) {
    await app.close();
    if (wanted === 0) return startSandbox(options); // a free port of one address need not be free on the other
    refuse(second, wanted);
  }
  state.origin = `http://localhost:${port}`;
  const close = async (): Promise<void> => {
    state.deliveries.stop();
    second?.closeAllConnections();
    second?.close();
    await app.close();
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    app,
    publishedCredentials: state.publishedCredentials(),
    close,
  };
}

/** `localhost` may mean ::1 too. A machine without it does without; where somebody else has the port there, callers would reach them. */
function listenOnIpv6(app: FastifyInstance, port: number): Promise<Server | NodeJS.ErrnoException | undefined> {
  const server = createServer((request, response) => app.routing(request, response));
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE' ? error : undefined));
    server.listen({ port, host: '::1', ipv6Only: true }, () => resolve(server));
  });
}

function refuse(error: NodeJS.ErrnoException, port: number): never {
  const reason = error.code === 'EADDRINUSE' ? `port ${port} is taken` : `port ${port} cannot be used (${error.code ?? error.message})`;
  throw Object.assign(new Error(`The sandbox cannot start: ${reason}.`, { cause: error }), { code: error.code });
}
