import { pipeline, Transform, type TransformCallback } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody, errorOfStatus } from './errors.ts';
import type { Fault } from './faults.ts';
import { pause } from './pause.ts';
import type { LoggedRequest } from './request-log.ts';
import type { SandboxState } from './state.ts';

const tokenPath = /^\/oauth\/token(?:\/v2)?\/?$/;
const authorizePath = /^\/oauth\/authorize\/?$/;

/** Whether a path is the sandbox's own: its controls and its page, which nothing logs, slows down or makes fail. */
export const isOwnPath = (path: string): boolean => path === '/' || path === '/favicon.ico' || /^\/_sandbox(?:\/|$)/.test(path);

export const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

/** Logs and counts every request that is for "Podio", and lets the ordered latency and faults at it. */
export function interfere(app: FastifyInstance, state: SandboxState): void {
  const entries = new WeakMap<FastifyRequest, LoggedRequest>();

  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request.url);
    if (isOwnPath(path)) return;
    entries.set(request, logRequest(request, state));
    reply.header('x-podio-request-id', requestId());
    const isToken = tokenPath.test(path);
    if (!isToken && !authorizePath.test(path)) state.counts.api += 1;
    await pause(state.settings.latencyMs);
    const fault = state.faults.take(request.method, path);
    if (!fault) return;
    const answered = await applyFault(fault, request, reply);
    if (isToken && answered) state.counts.tokenErrors += 1;
    if (answered) return reply;
  });

  app.addHook('preParsing', async (request, _reply, payload) => {
    const entry = entries.get(request);
    if (!entry || request.headers['content-length'] !== undefined) return payload;
    if (request.headers['content-type']?.startsWith('multipart/')) {
      // The parser of forms reads the request itself: a pipe beside it would fill and hold both up.
      const count = (chunk: Buffer) => {
        entry.bodySize += chunk.length;
      };
      request.raw.once('resume', () => request.raw.on('data', count));
      return payload;
    }
    // A body that breaks off breaks the counter off too, and whoever reads it learns of it there.
    return pipeline(payload, new ByteCounter(entry), () => undefined);
  });

  // Before the answer leaves, so that whoever has it finds it in the log.
  app.addHook('onSend', async (request, reply, payload) => {
    const entry = entries.get(request);
    if (entry) entry.status = reply.statusCode;
    return payload;
  });
}

/** Counts a body whose length was not announced. */
class ByteCounter extends Transform {
  /** Fastify compares it with its limit. */
  receivedEncodedLength = 0;
  readonly #entry: LoggedRequest;

  constructor(entry: LoggedRequest) {
    super();
    this.#entry = entry;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.receivedEncodedLength += chunk.length;
    this.#entry.bodySize += chunk.length;
    done(null, chunk);
  }
}

function logRequest(request: FastifyRequest, state: SandboxState): LoggedRequest {
  const { method, url, headers } = request;
  const entry: LoggedRequest = {
    method,
    url,
    headers: { ...headers },
    bodySize: Number(headers['content-length'] ?? 0),
    status: null,
    receivedAt: new Date(state.clock.now()).toISOString(),
  };
  state.log.add(entry);
  return entry;
}

/** @returns whether the request has got its answer */
async function applyFault(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  await pause(fault.delayMs ?? 0);
  if (fault.drop) {
    reply.hijack();
    request.raw.socket.destroy();
    return true;
  }
  if (fault.headers) reply.headers(fault.headers);
  if (fault.status === undefined && fault.body === undefined) return false;
  request.raw.resume();
  const status = fault.status ?? 200;
  reply.code(status);
  if (typeof fault.body === 'string') sendText(reply, fault.body);
  else sendJson(reply, fault.body ?? (status >= 400 ? podioError(status, request, reply, fault) : undefined));
  return true;
}

function podioError(status: number, { method, url, headers }: FastifyRequest, reply: FastifyReply, fault: Fault): unknown {
  const error = errorOfStatus(status);
  reply.headers({ ...error.details.headers, ...fault.headers });
  return errorBody(error, { method, url, host: headers.host ?? 'localhost' });
}

function sendText(reply: FastifyReply, text: string): void {
  if (!reply.hasHeader('content-type')) reply.type(`${guessType(text)}; charset=utf-8`);
  reply.send(Buffer.from(text));
}

const guessType = (text: string): string => (/^\s*[{[]/.test(text) ? 'application/json' : /^\s*</.test(text) ? 'text/html' : 'text/plain');

function sendJson(reply: FastifyReply, body: unknown): void {
  if (body === undefined) return void reply.send();
  if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8');
  reply.send(Buffer.from(JSON.stringify(body)));
}

/** Eight letters and digits, as recorded. */
const requestId = (): string => Math.random().toString(36).slice(2, 10).padEnd(8, '0');
