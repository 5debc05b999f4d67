import type { FastifyInstance } from 'fastify';
import { ApiError, invalidRequest } from './errors.ts';

/** Bytes of a body that is no upload. */
export const bodyLimit = 10 * 1024 * 1024;

/**
 * Bodies of the API as the clients send them: JSON with or without a content type, nothing at all under any content type,
 * and forms. Whatever else comes is for the operation to refuse.
 */
export function readApiBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    if (text.trim() === '') return done(null, undefined);
    const type = request.headers['content-type'] ?? '';
    if (/^application\/x-www-form-urlencoded/i.test(type)) return done(null, Object.fromEntries(new URLSearchParams(text)));
    try {
      done(null, JSON.parse(text));
    } catch {
      done(invalidRequest('The body is not valid JSON'), undefined);
    }
  });
}

/** Bodies of the OAuth endpoints: text, which each of them reads in its own way. */
export function readTextBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

/** Errors that Fastify makes before an operation is reached, in Podio's form. */
export function fromFrameworkError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return new ApiError(413, 'invalid_value', 'The body is too large');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new ApiError(statusCode, 'invalid_request', message ?? '');
  return undefined;
}
