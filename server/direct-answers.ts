import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyBaseLogger } from 'fastify';
import { crossSiteProblem } from './http/cross-site.ts';
import { isPlainlyCoded } from './http/guards.ts';
import { createHostCheck } from './http/host-check.ts';
import { type SinglePageApp, sendFile } from './http/single-page-app.ts';
import type { Metrics } from './observability/metrics.ts';
import { proxiedCallRoute } from './routes/podio-api.ts';
import { type CallRequest, ProxiedCall, type ProxiedCallOptions } from './routes/proxied-call.ts';

/** Whether a peer may say whose request it hands on. */
type Trust = (address: string, hop: number) => boolean;

/** A proxied call in its plain spelling; the router knows the others. */
const plainCall = /^\/keyring\/((?:user|app)-[1-9][0-9]{0,15})\/api\//;
const callMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

export interface DirectAnswersOptions {
  publicUrl: string;
  page: SinglePageApp;
  calls: ProxiedCallOptions;
  /** Which peers may say whose request it is, as the framework takes it. */
  trustProxy: false | string[] | Trust;
  newRequestId: () => string;
  log: FastifyBaseLogger;
  metrics: Metrics | undefined;
}

/**
 * Answers what is asked most before the framework sees it: proxied calls, and the files of the page. Routing, hooks and a logger for each
 * request cost a call more than all that is done for it here.
 *
 * It takes only what is plain in every way, by the same checks as in the framework. All else – another host name, another site, an odd
 * coding, another spelling of an address, the time while the server stops – is left to the framework, which refuses or serves it. So
 * nothing passes here that would not pass there, and no refusal is written twice.
 *
 * @returns whether it has taken the request
 */
export function createDirectAnswers(options: DirectAnswersOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { publicUrl, page, calls, newRequestId, log, metrics } = options;
  const isOurHost = createHostCheck(publicUrl);
  const trusts = trustOf(options.trustProxy);

  return (request, response) => {
    const { url = '', method = '', headers } = request;
    const [, id] = plainCall.exec(url) ?? [];
    if (id) {
      if (!callMethods.has(method) || !isOurHost(request) || !isPlainlyCoded(request)) return false;
      if (crossSiteProblem(request, publicUrl)) return false;
      if (metrics) measure(response, metrics, proxiedCallRoute);
      new ProxiedCall(new DirectRequest(request, newRequestId(), log, trusts), response, calls).start(id);
      return true;
    }
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    const file = hasBody || !isOurHost(request) ? undefined : page.findPlain(request);
    if (!file) return false;
    if (metrics) measure(response, metrics, 'other');
    sendFile(request, response, file);
    return true;
  };
}

/** Puts direct answers before the framework's own listener. `stopping` tells when all goes to the framework. */
export function answerDirectly(server: Server, answer: ReturnType<typeof createDirectAnswers>, stopping: () => boolean): void {
  const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!stopping() && answer(request, response)) return;
    for (const listener of listeners) listener.call(server, request, response);
  });
}

function trustOf(trustProxy: DirectAnswersOptions['trustProxy']): Trust {
  if (typeof trustProxy === 'function') return trustProxy;
  return trustProxy === false ? () => false : proxyAddr.compile(trustProxy);
}

/** As the framework measures it: to the end of the answer. */
function measure(response: ServerResponse, metrics: Metrics, route: string): void {
  const startedAt = performance.now();
  response.once('finish', () => metrics.request(route, (performance.now() - startedAt) / 1000));
}

/** What the framework knows of a request, found out where it is asked for. */
class DirectRequest implements CallRequest {
  readonly raw: IncomingMessage;
  readonly id: string;
  private readonly ownLog: FastifyBaseLogger;
  private readonly trusts: Trust;

  constructor(raw: IncomingMessage, id: string, log: FastifyBaseLogger, trusts: Trust) {
    this.raw = raw;
    this.id = id;
    this.ownLog = log;
    this.trusts = trusts;
  }

  get originalUrl(): string {
    return this.raw.url ?? '';
  }

  get ip(): string {
    return proxyAddr(this.raw, this.trusts);
  }

  get log(): FastifyBaseLogger {
    return this.ownLog.child({ reqId: this.id });
  }
}
