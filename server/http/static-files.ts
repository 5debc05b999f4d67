import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { SecurityHeaders } from './security-headers.ts';

/** One body of a file, whole or compressed, with the headers that it comes with, as Node's `writeHead` takes them. */
export interface Variant {
  readonly headers: string[];
  readonly body: Buffer;
}

/** One built file in memory, with what `npm run build` compressed. Its answers are made once, at start. */
export interface StaticFile {
  readonly etag: string;
  readonly plain: Variant;
  readonly br: Variant | undefined;
  readonly gzip: Variant | undefined;
  /** Of a 304. */
  readonly unchangedHeaders: string[];
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

/** Reads every file below a folder, by its address. Files with a hash in their name never change; all others are asked for again each time. */
export function readStaticFiles(root: string, securityHeaders: SecurityHeaders): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(root)) return files;
  for (const name of filesBelow(root)) {
    const cacheControl = name.startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
    files.set(`/${name.split(sep).join('/')}`, readStaticFile(join(root, name), cacheControl, securityHeaders));
  }
  return files;
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz|map)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** @param file the path of one built file, beside which its compressed forms may stand */
export function readStaticFile(file: string, cacheControl: string, securityHeaders: SecurityHeaders): StaticFile {
  const type = types[extname(file)] ?? 'application/octet-stream';
  const plain = readFileSync(file);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const common = [...(type.startsWith('text/html') ? securityHeaders.html : securityHeaders.asset)].flat();
  common.push('cache-control', cacheControl, 'etag', etag, 'vary', 'Accept-Encoding');
  const variant = (body: Buffer, coding: string[]): Variant => ({
    headers: [...common, 'content-type', type, ...coding, 'content-length', String(body.length)],
    body,
  });
  const compressed = (ending: string, coding: string) =>
    existsSync(file + ending) ? variant(readFileSync(file + ending), ['content-encoding', coding]) : undefined;
  return { etag, plain: variant(plain, []), br: compressed('.br', 'br'), gzip: compressed('.gz', 'gzip'), unchangedHeaders: common };
}
