import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Limits } from '../limits.ts';
import { boundBody } from './bound-body.ts';
import { handleErrors, type OnProblem, type ToldRequest } from './error-handling.ts';
import { createHostCheck, refuseHost } from './host-check.ts';
import { ProblemError } from './problems.ts';
import type { SecurityHeaders } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers whatever the `Host` says: health checks come by address. */
    anyHost?: boolean;
    /** Passes its body on as it comes, so that it may take long. */
    streamsBody?: boolean;
  }
}

export interface Guards {
  /** The origin that people visit. */
  publicUrl: string;
  limits: Pick<Limits, 'requestBodyMs'>;
  securityHeaders: SecurityHeaders;
  onProblem: OnProblem;
  /** Hears of a body that did not come in time and is cut. */
  onLateBody: (request: ToldRequest) => void;
}

/** What every request of this instance passes: errors as problems, bodies of JSON only and not for ever, one host name, headers. */
export function guardRequests(app: FastifyInstance, guards: Guards): void {
  const { publicUrl, limits, securityHeaders, onProblem, onLateBody } = guards;
  const hostCheck = createHostCheck(publicUrl);
  handleErrors(app, onProblem);
  app.removeContentTypeParser('text/plain'); // a form on another site can send it without a preflight
  acceptEmptyJson(app);

  // The hooks that a proxied call meets take callbacks: a promise each would cost it more than they do.
  app.addHook('onRequest', (request, reply, done) => {
    const { anyHost, streamsBody } = request.routeOptions.config;
    if (!streamsBody) boundAnyBody(request.raw, limits.requestBodyMs, () => onLateBody(request));
    if (!isPlainlyCoded(request.raw)) {
      reply.header('connection', 'close');
      done(new ProblemError('bad_request', 'The body of a request comes in chunks or with a length, in no other coding.'));
      return;
    }
    if (!request.originalUrl.startsWith('/') || request.originalUrl.startsWith('//'))
      done(new ProblemError('bad_request', 'The address of a request begins with one slash.'));
    else if (anyHost || hostCheck(request.raw)) done();
    else refuseHost(publicUrl, request, reply);
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (!reply.hasHeader('x-content-type-options')) for (const [name, value] of securityHeaders.api) reply.header(name, value);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
}

/** Whether the body has no coding but chunks: two servers that read another differently see two requests (RFC 9112 §6.1 and §11.2). */
export function isPlainlyCoded({ headers }: IncomingMessage): boolean {
  const coding = headers['transfer-encoding'];
  return coding === undefined || coding.toLowerCase() === 'chunked';
}

/** DELETE and refresh are sent with a JSON content type and no body by common clients. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (request.headers['content-encoding'] !== undefined)
      done(new ProblemError('unsupported_media_type', 'Send the body as it is, without a Content-Encoding.'));
    else if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

/** A body that drips holds a connection; one that is not passed on has a minute, also where nobody asked for it, and behind its answer. */
function boundAnyBody(request: IncomingMessage, limitMs: number, onLate: () => void): void {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return;
  boundBody(request, limitMs, onLate);
}
