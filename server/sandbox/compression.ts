import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { isOwnPath, pathOf } from './interference.ts';

const compress = promisify(gzip);

/** Below this many characters an answer is as well sent as it is. */
const shortest = 1_024;

/**
 * Sends long JSON in gzip to who takes it (RFC 9110 §12.5.3), as the front of an API does: a page of items is thirty times as long without.
 * Answers that a fault has ordered stay as they were ordered.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < shortest || isOwnPath(pathOf(request.url))) return payload;
    if (reply.hasHeader('content-encoding') || !String(reply.getHeader('content-type')).startsWith('application/json')) return payload;
    if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/i.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    reply.header('content-encoding', 'gzip');
    reply.removeHeader('content-length');
    return compress(payload);
  });
}
