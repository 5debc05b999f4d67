import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SecurityHeaders } from './security-headers.ts';
import { readStaticFile, readStaticFiles, type StaticFile } from './static-files.ts';

export interface SinglePageApp {
  /** Answers with a built file of this path, or with the app itself to a browser that asks for a page. @returns false if neither fits */
  answer(request: FastifyRequest, reply: FastifyReply): boolean;
}

/**
 * The built single-page app, read into memory once: a dozen files of under a megabyte. What is answered with them is made at start, and written
 * as it is, since hooks and headers one by one would cost more than all else.
 *
 * @param root folder of the build
 */
export function createSinglePageApp(root: string, securityHeaders: SecurityHeaders): SinglePageApp {
  const files = readStaticFiles(root, securityHeaders);
  const index = files.get('/index.html');
  const callback = index && readStaticFile(join(root, 'index.html'), 'no-store', securityHeaders);

  return {
    answer(request, reply) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const path = request.raw.url?.split('?', 1)[0] ?? '/';
      const file = path === '/index.html' ? undefined : files.get(path);
      if (file) return send(request, reply, file);
      if (!index || !callback || isFile(path) || !request.headers.accept?.includes('text/html')) return false;
      return send(request, reply, path === '/callback' ? callback : index);
    },
  };
}

function send(request: FastifyRequest, reply: FastifyReply, file: StaticFile): true {
  reply.hijack();
  if (request.headers['if-none-match'] === file.etag) {
    reply.raw.writeHead(304, file.unchangedHeaders).end();
    return true;
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const { headers, body } = (/\bbr\b/.test(accepted) && file.br) || (/\bgzip\b/.test(accepted) && file.gzip) || file.plain;
  reply.raw.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
  return true;
}

/** A missing script must be a 404 and not the app's page, nor may a page answer for `/.env` or a source map. */
function isFile(address: string): boolean {
  const path = address.replaceAll(/%2e/gi, '.');
  return (
    path.startsWith('/assets/') ||
    path.includes('/.') ||
    /\.(?:js|mjs|css|map|json|txt|svg|png|ico|woff2|xml|webmanifest|br|gz)$/i.test(path)
  );
}
