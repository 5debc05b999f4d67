import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SecurityHeaders } from './security-headers.ts';

/** One built file in memory, with what `npm run build` compressed. */
interface StaticFile {
  type: string;
  cacheControl: string;
  etag: string;
  plain: Buffer;
  br: Buffer | undefined;
  gzip: Buffer | undefined;
}

export interface SinglePageApp {
  /** Answers with a built file of this path, or with the app itself to a browser that asks for a page. @returns false if neither fits */
  answer(request: FastifyRequest, reply: FastifyReply): boolean;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The built single-page app, read into memory once: a dozen files of under a megabyte, served for a tenth of what reading them from disk
 * costs. Files with a hash in their name never change; everything else is asked for again each time.
 *
 * @param root folder of the build
 */
export function createSinglePageApp(root: string, securityHeaders: SecurityHeaders): SinglePageApp {
  const files = new Map<string, StaticFile>();
  if (existsSync(root)) for (const name of filesBelow(root)) files.set(`/${name.split(sep).join('/')}`, readStaticFile(root, name));
  const index = files.get('/index.html');

  const send = (request: FastifyRequest, reply: FastifyReply, file: StaticFile, cacheControl: string): true => {
    const html = file.type.startsWith('text/html');
    for (const [name, value] of html ? securityHeaders.html : securityHeaders.asset) reply.header(name, value);
    reply.header('cache-control', cacheControl).header('etag', file.etag).header('vary', 'Accept-Encoding').type(file.type);
    if (request.headers['if-none-match'] === file.etag) {
      reply.code(304).send();
      return true;
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const coding = file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
    if (coding) reply.header('content-encoding', coding);
    reply.send((coding && file[coding]) ?? file.plain);
    return true;
  };

  return {
    answer(request, reply) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const path = request.raw.url?.split('?', 1)[0] ?? '/';
      const file = path === '/index.html' ? undefined : files.get(path);
      if (file) return send(request, reply, file, file.cacheControl);
      if (!index || isFile(path) || !request.headers.accept?.includes('text/html')) return false;
      return send(request, reply, index, path === '/callback' ? 'no-store' : 'no-cache');
    },
  };
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

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz|map)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function readStaticFile(root: string, name: string): StaticFile {
  const plain = readFileSync(join(root, name));
  const compressed = (ending: string) => (existsSync(join(root, name + ending)) ? readFileSync(join(root, name + ending)) : undefined);
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    cacheControl: name.startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    br: compressed('.br'),
    gzip: compressed('.gz'),
  };
}
