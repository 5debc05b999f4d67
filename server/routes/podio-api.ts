import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Pool } from 'undici';
import { refuseActiveDestination } from '../http/cross-site.ts';
import { ProblemError, problemType } from '../http/problems.ts';
import type { SecurityHeaders } from '../http/security-headers.ts';
import type { Keyring, OpenedHeld } from '../keyring/keyring.ts';
import { tokenExpired } from '../podio/errors.ts';
import type { Tokens } from '../podio/oauth.ts';
import { readsOnly } from '../podio/operations-lookup.ts';
import { needsRefresh, type Refresher } from '../podio/refresher.ts';
import { Answer } from '../proxied-call/answer.ts';
import { requestHeaders, responseHeaders } from '../proxied-call/headers.ts';
import { checkPath, mayHoldAppTokens } from '../proxied-call/path.ts';
import { closedBeforeAnswer } from '../proxied-call/podio-pool.ts';
import { ReplayableBody } from '../proxied-call/replayable-body.ts';
import type { Settings } from '../settings.ts';
import { openHeld } from './open-held.ts';
import { podioProblem, refreshProblem } from './podio-problems.ts';

export interface PodioApiOptions {
  settings: Settings;
  keyring: Keyring;
  refresher: Refresher;
  pool: Pool;
  securityHeaders: SecurityHeaders;
  /** Milliseconds since 1970. */
  now: () => number;
}

const description = {
  summary: 'The same call at Podio, as this authentication',
  description:
    'Method, path, query and body go up as they are; status and body come down as Podio sent them. App tokens inside are removed.',
  params: Type.Object({ id: Type.String(), '*': Type.String({ description: "Podio's path, byte for byte" }) }),
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * `/keyring/:id/api/*`: the same call at Podio, as the authentication in the address.
 *
 * The body is never parsed, so this lives in a context of its own; the reply is hijacked, and {@link Answer} writes to it.
 */
export const podioApiRoutes: FastifyPluginAsync<PodioApiOptions> = async (app, options) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onRequest', (request, _reply, done) => {
    // Fastify refuses a malformed type before any parser sees it; what the type is worth is Podio's to say. The raw headers keep it.
    delete request.raw.headers['content-type'];
    done();
  });
  app.route<{ Params: { id: string } }>({
    method: [...methods],
    url: '/keyring/:id/api/*',
    exposeHeadRoute: false,
    schema: description,
    validatorCompiler: () => () => true, // the path is Podio's; it is checked by hand, undecoded
    handler: (request, reply) => {
      const call = new ProxiedCall(request, reply, options);
      call.start(request.params.id);
    },
  });
};

/** One call on its way: up with a fresh token, down as Podio answers, once more after a refresh that Podio asked for. */
class ProxiedCall {
  private readonly request: FastifyRequest;
  private readonly reply: FastifyReply;
  private readonly options: PodioApiOptions;
  private readonly raw: IncomingMessage;
  private readonly response: ServerResponse;
  private path = '';
  private target = '';
  private redacted = false;
  private opened: OpenedHeld | undefined;
  private tokens: Tokens | undefined;
  private body: ReplayableBody | undefined;
  private answer: Answer | undefined;
  private refreshed = false;
  private resent = false;
  private done = false;

  constructor(request: FastifyRequest, reply: FastifyReply, options: PodioApiOptions) {
    this.request = request;
    this.reply = reply;
    this.options = options;
    this.raw = request.raw;
    this.response = reply.raw;
  }

  start(id: string): void {
    const { keyring, refresher, settings, now } = this.options;
    this.reply.hijack();
    this.response.on('close', () => this.leave());
    try {
      refuseActiveDestination(this.raw);
      this.readTarget();
      this.opened = openHeld(keyring.open(this.raw.headers.cookie, id), id);
      if (this.opened.entry.readOnly && !readsOnly(this.method, this.path)) throw readOnly(this.opened.entry.name);
    } catch (error) {
      this.fail(error);
      return;
    }
    this.tokens = refresher.newer(this.opened.held.tokens) ?? this.opened.held.tokens;
    if (hasBody(this.raw)) this.body = new ReplayableBody(this.raw, settings.limits.replayBodyBytes);
    // No promise on the usual path: a token that lives goes up in the same tick.
    if (needsRefresh(this.tokens, now(), settings.limits.refreshEarlySeconds)) void this.refreshFirst(this.tokens);
    else this.send();
  }

  private get method(): string {
    return this.raw.method ?? 'GET';
  }

  /** Takes the path and the query from the address as it came: the router has decoded its own copy. */
  private readTarget(): void {
    const url = this.request.originalUrl;
    const from = url.indexOf('/api/');
    this.target = url.slice(from + 4);
    const question = this.target.indexOf('?');
    this.path = question === -1 ? this.target : this.target.slice(0, question);
    checkPath(this.path);
    this.redacted = mayHoldAppTokens(this.path, question === -1 ? '' : this.target.slice(question));
  }

  private async refreshFirst(tokens: Tokens): Promise<void> {
    try {
      this.refreshed = true;
      this.tokens = await this.options.refresher.refresh(tokens);
      this.send();
    } catch (error) {
      this.fail(refreshProblem(error));
    }
  }

  private send(): void {
    const { pool, settings, securityHeaders } = this.options;
    if (this.done) return;
    this.answer = new Answer(this.response, {
      method: this.method,
      redacted: this.redacted,
      readsRefusal: true,
      stallMs: settings.limits.podioBodyMs,
      headers: (raw) => [...responseHeaders(raw, securityHeaders.api, this.redacted), ...this.cookieHeaders()],
      refused: (body) => this.refused(body),
      failed: (error) => this.failed(error),
      finished: () => void this.body?.drain().catch(() => undefined), // the client that broke off has been told by its own socket
    });
    try {
      pool.dispatch(
        {
          path: this.target,
          method: this.method as 'GET',
          headers: requestHeaders(this.raw.rawHeaders, `OAuth2 ${this.tokens?.accessToken}`, this.redacted),
          body: (this.body?.parts() as never) ?? null,
        },
        this.answer,
      );
    } catch (error) {
      this.fail(new ProblemError('bad_request', 'The request has a header or an address that cannot go up to Podio.', { cause: error }));
    }
  }

  /** @returns whether the call is made again, with refreshed tokens */
  private async refused(body: Buffer): Promise<boolean> {
    if (this.refreshed || !this.tokens || !tokenExpired(401, parseJson(body))) return false;
    this.refreshed = true;
    try {
      this.tokens = await this.options.refresher.refresh(this.tokens);
    } catch (error) {
      throw refreshProblem(error);
    }
    if (this.body && !this.body.replayable) return false;
    this.send();
    return true;
  }

  private failed(error: Error): void {
    const rereadable = (this.method === 'GET' || this.method === 'HEAD') && !this.body;
    if (rereadable && !this.resent && closedBeforeAnswer(error)) {
      this.resent = true;
      this.send();
      return;
    }
    this.fail(error instanceof ProblemError ? error : upstreamProblem(error));
  }

  /** Answers with an error of our own; an answer that has begun can only be broken off. */
  private fail(error: unknown): void {
    if (this.done) return;
    this.done = true;
    const problem = podioProblem(error);
    if (problem.status >= 500) this.request.log.error({ code: problem.code, err: problem.cause ?? problem }, 'proxied call failed');
    if (this.response.headersSent) {
      this.response.destroy();
      return;
    }
    const body = JSON.stringify(problem.toProblem());
    const headers = ['content-type', problemType, 'content-length', String(Buffer.byteLength(body)), 'cache-control', 'no-store'];
    for (const [name, value] of this.options.securityHeaders.api) headers.push(name, value);
    if (problem.retryAfterSeconds !== undefined) headers.push('retry-after', String(problem.retryAfterSeconds));
    this.response.writeHead(problem.status, [...headers, ...this.cookieHeaders()]);
    this.response.end(this.method === 'HEAD' ? undefined : body);
    if (this.body) void this.body.drain().catch(() => undefined);
    else this.raw.resume();
  }

  /** Every answer after a refresh carries the new cookie, an error too. */
  private cookieHeaders(): string[] {
    const { opened, tokens } = this;
    if (!opened || !tokens || tokens === opened.held.tokens) return [];
    return this.options.keyring.renew(opened, tokens).flatMap((cookie) => ['set-cookie', cookie]);
  }

  private leave(): void {
    if (this.response.writableFinished) return;
    this.done = true;
    this.answer?.abort();
  }
}

function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

function readOnly(name: string): ProblemError {
  return new ProblemError('read_only', `${name} is read-only here: this call would change something, so it was not sent to Podio.`);
}

function upstreamProblem(error: Error): ProblemError {
  const timedOut = (error as NodeJS.ErrnoException).code === 'UND_ERR_HEADERS_TIMEOUT';
  return timedOut
    ? new ProblemError('podio_timeout', 'Podio did not begin to answer in time.', { cause: error })
    : new ProblemError('podio_unreachable', 'Podio could not be reached, or closed the connection.', { cause: error });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined; // not one of Podio's errors, so it says nothing about the token
  }
}
