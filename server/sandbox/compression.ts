import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { isOwnPath, pathOf } from './interference.ts';

const compress = promisify(brotliCompress);

/** As quick as gzip. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };

/** Below this many characters an answer is as well sent as it is. */
const shortest = 1_024;

/**
 * Sends long JSON in Brotli to who takes it, which is browsers (RFC 9110 §12.5.3), as the front of an API does: a page of items is twenty times
 * as long without. Older clients of Podio name gzip, also where they do not undo it, and get what they always got; so do faults, as ordered.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < shortest || isOwnPath(pathOf(request.url))) return payload;
    if (reply.hasHeader('content-encoding') || !String(reply.getHeader('content-type')).startsWith('application/json')) return payload;
    if (!/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/i.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    reply.header('content-encoding', 'br');
    reply.removeHeader('content-length');
    return compress(payload, { params });
  });
}
