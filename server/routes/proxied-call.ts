import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'undici';
import { boundBody } from '../http/bound-body.ts';
import { clientAddress } from '../http/client-address.ts';
import { refuseActiveDestination } from '../http/cross-site.ts';
import type { ToldRequest } from '../http/error-handling.ts';
import { ProblemError, problemType } from '../http/problems.ts';
import type { SecurityHeaders } from '../http/security-headers.ts';
import type { Turns } from '../http/turns.ts';
import type { Keyring, Opened, OpenedHeld } from '../keyring/keyring.ts';
import { auditCall } from '../observability/audit.ts';
import type { Observability } from '../observability/observability.ts';
import { tokenExpired } from '../podio/errors.ts';
import type { Tokens } from '../podio/oauth.ts';
import { readsOnly } from '../podio/reads-only.ts';
import type { Refresher } from '../podio/refresher.ts';
import { Answer, type AnsweredCall } from '../proxied-call/answer.ts';
import { requestHeaders, responseHeaders } from '../proxied-call/headers.ts';
import { checkPath, mayHoldAppTokens } from '../proxied-call/path.ts';
import { closedBeforeAnswer } from '../proxied-call/podio-pool.ts';
import { hasBody, ReplayableBody } from '../proxied-call/replayable-body.ts';
import { UndiciHandler } from '../proxied-call/undici-handler.ts';
import type { Settings } from '../settings.ts';
import type { EarlyRefresh } from './early-refresh.ts';
import { openHeld } from './open-held.ts';
import { podioProblem, readOnlyProblem, refreshProblem, unansweredProblem } from './podio-problems.ts';

export interface ProxiedCallOptions {
  settings: Settings;
  keyring: Keyring;
  refresher: Refresher<OpenedHeld>;
  earlyRefresh: EarlyRefresh;
  pool: Pool;
  /** By keyring, so that one browser's calls never take all connections to Podio. */
  turns: Turns;
  securityHeaders: SecurityHeaders;
  observability: Observability;
}

/** The request of a call: the framework's, or one that never was there. */
export interface CallRequest extends ToldRequest {
  readonly raw: IncomingMessage;
  /** The address as it came. */
  readonly originalUrl: string;
}

/** One call on its way: up with a fresh token, down as Podio answers, once more after a refresh that Podio asked for. */
export class ProxiedCall implements AnsweredCall {
  private readonly request: CallRequest;
  private readonly options: ProxiedCallOptions;
  private readonly raw: IncomingMessage;
  private readonly response: ServerResponse;
  redacted = false;
  readonly stallMs: number;
  private path = '';
  private target = '';
  private opened: OpenedHeld | undefined;
  private tokens: Tokens | undefined;
  private body: ReplayableBody | undefined;
  private answer: Answer | undefined;
  private endTurn: (() => void) | undefined;
  /** Runs while the call waits for its turn or for a connection; else it is Podio's answer that has a time limit. */
  private waiting: NodeJS.Timeout | undefined;
  private refreshed = false;
  private resent = false;
  private done = false;

  constructor(request: CallRequest, response: ServerResponse, options: ProxiedCallOptions) {
    this.request = request;
    this.options = options;
    this.raw = request.raw;
    this.response = response;
    this.stallMs = options.settings.limits.podioBodyMs;
  }

  start(id: string): void {
    this.response.on('close', () => this.leave());
    try {
      refuseActiveDestination(this.raw);
      this.readTarget();
      const opened = this.options.keyring.open(this.raw.headers.cookie, id);
      if (opened instanceof Promise) void opened.then((found) => this.admit(found, id)).catch((error: unknown) => this.fail(error));
      else this.admit(opened, id);
    } catch (error) {
      this.fail(error);
    }
  }

  /** @throws {ProblemError} where the authentication does not take this call */
  private admit(found: Opened, id: string): void {
    if (this.done) return;
    const { settings, turns } = this.options;
    this.opened = openHeld(found, id);
    if (this.opened.entry.readOnly && !readsOnly(this.method, this.path)) throw readOnlyProblem(this.opened.entry.name);
    const { replayBodyBytes, podioBodyMs } = settings.limits;
    if (hasBody(this.raw)) this.body = new ReplayableBody(this.raw, replayBodyBytes, podioBodyMs);
    let begun = false;
    this.endTurn = turns.enter(this.opened.keyringId, () => {
      begun = true;
      this.begin();
    });
    if (!begun) this.wait();
  }

  get method(): string {
    return this.raw.method ?? 'GET';
  }

  /** Takes the path and the query from the address as it came: the router has decoded its own copy. */
  private readTarget(): void {
    const url = this.request.originalUrl;
    const from = url.indexOf('/api/', this.options.settings.basePath?.length);
    this.target = url.slice(from + 4);
    const question = this.target.indexOf('?');
    this.path = question === -1 ? this.target : this.target.slice(0, question);
    checkPath(this.path);
    this.redacted = mayHoldAppTokens(this.path, question === -1 ? '' : this.target.slice(question));
  }

  /** No promise on the usual path: a token that lives goes up in the same tick. */
  private begin(): void {
    clearTimeout(this.waiting);
    if (this.done || !this.opened) return;
    const { refresher, earlyRefresh } = this.options;
    const carried = this.opened.held.tokens;
    try {
      this.carry(refresher.newer(carried) ?? carried);
    } catch (error) {
      this.fail(error);
      return;
    }
    if (this.tokens && earlyRefresh.isDue(this.tokens, this.repeatable)) void this.refreshFirst(this.opened, this.tokens);
    else this.send();
  }

  /**
   * Goes on with these tokens.
   *
   * @throws {ProblemError} where they fit in no cookie: the browser could not keep them
   */
  private carry(tokens: Tokens): void {
    if (this.opened && tokens !== this.opened.held.tokens) this.options.keyring.renew(this.opened, tokens);
    this.tokens = tokens;
  }

  /** Whether it is certain that the call could be made a second time. */
  private get repeatable(): boolean {
    return (
      this.body === undefined || Number(this.raw.headers['content-length'] ?? Infinity) <= this.options.settings.limits.replayBodyBytes
    );
  }

  private async refreshFirst(opened: OpenedHeld, tokens: Tokens): Promise<void> {
    const { refresher, earlyRefresh } = this.options;
    try {
      this.carry(await refresher.refresh(tokens, opened));
      this.refreshed = true;
    } catch (error) {
      // The token lives for a moment yet; should Podio say otherwise, the refresh is tried once more, and its failure told.
      if (!this.repeatable || !earlyRefresh.isSurvivable(tokens, error)) return this.fail(refreshProblem(error));
    }
    this.send();
  }

  private send(): void {
    if (this.done) return;
    this.answer = new Answer(this.response, this);
    try {
      const request = {
        path: this.target,
        method: this.method as 'GET',
        headers: requestHeaders(this.raw.rawHeaders, `OAuth2 ${this.tokens?.accessToken}`, this.redacted),
        body: (this.body?.parts() as never) ?? null,
      };
      const free = this.options.pool.dispatch(request, new UndiciHandler(this.answer));
      if (!free && !this.answer.hasBegun) this.wait();
    } catch (error) {
      this.fail(new ProblemError('bad_request', 'The request has a header or an address that cannot go up to Podio.', { cause: error }));
    }
  }

  begun(): void {
    clearTimeout(this.waiting);
  }

  headers(raw: readonly (Buffer | string)[]): string[] {
    const headers = responseHeaders(raw, this.options.securityHeaders.api, this.redacted);
    this.addCookies(headers);
    return headers;
  }

  finished(): void {
    this.dropBody();
  }

  /** @returns whether the call is made again, with refreshed tokens */
  async refused(body: Buffer): Promise<boolean> {
    if (this.refreshed || !this.opened || !this.tokens || !tokenExpired(401, parseJson(body))) return false;
    this.refreshed = true;
    try {
      this.carry(await this.options.refresher.refresh(this.tokens, this.opened));
    } catch (error) {
      throw refreshProblem(error);
    }
    if (this.body && !this.body.replayable) return false;
    this.send();
    return true;
  }

  failed(error: Error): void {
    const rereadable = (this.method === 'GET' || this.method === 'HEAD') && !this.body;
    if (rereadable && !this.resent && closedBeforeAnswer(error)) {
      this.resent = true;
      this.send();
      return;
    }
    this.fail(error instanceof ProblemError ? error : unansweredProblem(error));
  }

  /** Waits, but no longer than for an answer. */
  private wait(): void {
    this.waiting = setTimeout(() => {
      this.options.observability.security.report('limit_hit', { limit: 'calls', address: clientAddress(this.request) }, this.request.log);
      this.fail(new ProblemError('podio_timeout', 'Too many calls are under way: this one could not be made in time.'));
      this.answer?.abort();
    }, this.options.settings.limits.podioHeadersMs);
  }

  /** Answers with an error of our own; an answer that has begun can only be broken off. */
  private fail(error: unknown): void {
    if (this.done) return;
    this.done = true;
    const problem = podioProblem(error);
    this.options.observability.onProblem(problem, this.request);
    if (problem.status >= 500) this.request.log.error({ code: problem.code, err: problem.cause ?? problem }, 'proxied call failed');
    if (this.response.headersSent) {
      this.response.destroy();
      return;
    }
    const body = JSON.stringify(problem.toProblem(this.request.id));
    const headers = ['content-type', problemType, 'content-length', String(Buffer.byteLength(body)), 'cache-control', 'no-store'];
    for (const [name, value] of this.options.securityHeaders.api) headers.push(name, value);
    if (problem.retryAfterSeconds !== undefined) headers.push('retry-after', String(problem.retryAfterSeconds));
    this.addCookies(headers);
    this.response.writeHead(problem.status, headers);
    this.response.end(this.method === 'HEAD' ? undefined : body);
    this.dropBody();
  }

  /** Every answer after a refresh carries the new cookie, an error too; none where a sign-out has meanwhile ended the authentication. */
  private addCookies(headers: string[]): void {
    const { opened, tokens } = this;
    if (!opened || !tokens || tokens === opened.held.tokens) return;
    const { keyring, refresher } = this.options;
    try {
      // An answer that took long must not put its pair over one that followed meanwhile.
      for (const cookie of keyring.renew(opened, refresher.newer(tokens) ?? tokens)) headers.push('set-cookie', cookie);
    } catch {
      return; // what followed fits in no cookie, as the call that refreshed was told
    }
  }

  /** Reads the rest of a body whose answer is there, so that the client gets to read that; but not for ever. */
  private dropBody(): void {
    if (this.raw.complete || this.raw.destroyed) return; // nothing is left to read
    if (this.body)
      void this.body.drain().catch(() => undefined); // a client that broke off has been told by its own socket
    else this.raw.resume();
    boundBody(this.raw, this.options.settings.limits.requestBodyMs);
  }

  private leave(): void {
    clearTimeout(this.waiting);
    this.endTurn?.();
    this.answer?.release();
    this.observe();
    if (this.response.writableFinished) return;
    this.done = true;
    this.answer?.abort();
  }

  private observe(): void {
    const { response, opened, answer } = this;
    this.options.observability.metrics?.call(response.writableFinished ? response.statusCode : undefined);
    if (!opened || !answer?.hasBegun || readsOnly(this.method, this.path)) return;
    auditCall(this.request.log, {
      authentication: opened.entry.id,
      keyringId: opened.keyringId,
      method: this.method,
      path: this.path,
      status: response.headersSent ? response.statusCode : undefined,
      podioRequestId: answer.header('x-podio-request-id'),
    });
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined; // not one of Podio's errors, so it says nothing about the token
  }
}
