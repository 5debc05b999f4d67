import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Method } from '../contract.ts';
import { ProblemError, problemType } from './problems.ts';
import type { Header, SecurityHeaders } from './security-headers.ts';

/** What is told of a request; the framework's is one. */
export interface ToldRequest {
  readonly id: string;
  /** The client's address, as the trusted proxies tell it. */
  readonly ip: string;
  readonly log: FastifyBaseLogger;
  readonly routeOptions?: { readonly config: { readonly signsIn?: Method } };
}

/** Hears of each problem that is about to leave. */
export type OnProblem = (problem: ProblemError, request: ToldRequest) => void;

/** Every error leaves as problem details, the framework's own too (RFC 9457). */
export function handleErrors(app: FastifyInstance, onProblem: OnProblem): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblemError(error as FastifyError);
    onProblem(problem, request);
    return sendProblem(problem, request, reply);
  });
}

/** Answers with a problem. What is our own fault is logged with its cause, which never leaves. */
export function sendProblem(problem: ProblemError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (problem.status >= 500) request.log.error({ code: problem.code, err: problem.cause ?? problem }, problem.code);
  if (problem.cookies.length > 0) reply.header('set-cookie', problem.cookies);
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
  return reply.code(problem.status).type(problemType).serializer(JSON.stringify).send(problem.toProblem(request.id));
}

/** What an error of the framework is called here. */
export function toProblemError(error: FastifyError | ProblemError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error.validation) return new ProblemError('bad_request', validationDetail(error));
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ProblemError('unsupported_media_type', 'Send the body as application/json.');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ProblemError('payload_too_large', 'The body is larger than this route takes.');
    case 'FST_ERR_BAD_URL':
      return new ProblemError('bad_request', 'The address is not valid.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new ProblemError('bad_request', 'A part of the address is longer than any id.');
    case 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE':
      return new ProblemError('not_found', 'There is nothing at this address.');
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return new ProblemError('bad_request', 'The request is not of the right form: its body is no valid JSON.', { status });
  return new ProblemError('internal_error', 'Something went wrong here. It was logged.', { cause: error });
}

function validationDetail({ validation, validationContext }: FastifyError): string {
  const first = validation?.[0];
  const missing = first?.params.missingProperty;
  const path = `${first?.instancePath ?? ''}${typeof missing === 'string' ? `/${missing}` : ''}`;
  const field = path.split('/').filter(Boolean).join('.') || validationContext || 'body';
  return `${field} ${typeof missing === 'string' ? 'is missing' : (first?.message ?? 'is not of the right form')}.`;
}

/** Node's own mark of the answer that a connection is busy with; there is no public one. */
type BusySocket = Socket & { _httpMessage?: ServerResponse | null };

/** Answers a connection whose bytes never became a request. */
export function answerClientError(error: NodeJS.ErrnoException, socket: BusySocket, headers: SecurityHeaders): void {
  const busy = socket._httpMessage;
  if (!socket.writable || error.code === 'ECONNRESET') socket.destroy();
  else if (!busy) refuseConnection(error, socket, headers);
  // What cannot be read came behind a request that can: that one gets its answer, and no byte of ours in the middle of it.
  else if (busy.req.complete) busy.once('close', () => socket.destroySoon());
  else if (busy.headersSent) socket.destroy();
  else refuseConnection(error, socket, headers);
}

function refuseConnection(error: NodeJS.ErrnoException, socket: Socket, headers: SecurityHeaders): void {
  const [status, detail] = clientError(error.code);
  const body = JSON.stringify(new ProblemError('bad_request', detail, { status }).toProblem());
  const fields: Header[] = [
    ['content-type', problemType],
    ['content-length', String(Buffer.byteLength(body))],
    ['cache-control', 'no-store'],
    ['connection', 'close'],
    ...headers.api,
  ];
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`);
}

function clientError(code: string | undefined): [status: number, detail: string] {
  if (code === 'HPE_HEADER_OVERFLOW')
    return [431, 'The headers of this request are too large. Sign out of some authentications, or clear this site’s cookies.'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'The request did not arrive in time.'];
  return [400, 'This is not a valid HTTP request.'];
}
