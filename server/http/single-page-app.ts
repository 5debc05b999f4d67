import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Header, SecurityHeaders } from './security-headers.ts';
import { readStaticFile, readStaticFiles, type StaticFile } from './static-files.ts';

/** Whom the browser with these cookies holds; undefined where only a store knows, for which no page waits. */
export type WhoIsHeld = (cookies: string | undefined) => readonly { readonly id: string }[] | undefined;

/** The address of a page that acts, and as whom. */
const actingPage = /^\/as\/((?:user|app)-[1-9][0-9]{0,15})(?:\/|$)/;

export interface SinglePageApp {
  /** A built file of this path, or the app itself to a browser that asks for a page; undefined if neither fits. */
  find(request: IncomingMessage): StaticFile | undefined;
  /** The same, but the page only at an address of which it is certain that it is nothing else's. */
  findPlain(request: IncomingMessage): StaticFile | undefined;
}

/**
 * The built single-page app, read into memory once: a dozen files of under a megabyte. What is answered with them is made at start, and written
 * as it is, since hooks and headers one by one would cost more than all else.
 *
 * A page that acts comes with the word whether this browser holds whom it acts as (W3C Server Timing, which only its own scripts can read), so
 * that `/before-paint.js` can ask for rows at once and for nobody who would be refused. It is in a 304 too: what a browser kept may be older.
 *
 * @param root folder of the build
 */
export function createSinglePageApp(root: string, securityHeaders: SecurityHeaders, whoIsHeld?: WhoIsHeld): SinglePageApp {
  const files = readStaticFiles(root, securityHeaders);
  const index = files.get('/index.html');
  const page = (cacheControl: string, ...more: Header[]) =>
    index && readStaticFile(join(root, 'index.html'), cacheControl, { ...securityHeaders, html: [...securityHeaders.html, ...more] });
  const callback = page('no-store');
  const ofHeld = page('no-cache', ['server-timing', 'held']);
  const ofNotHeld = page('no-cache', ['server-timing', 'not-held']);

  const fileAt = (path: string) => (path === '/index.html' ? undefined : files.get(path));
  const pageAt = (path: string, { headers }: IncomingMessage) => {
    if (isFile(path) || !headers.accept?.includes('text/html')) return undefined;
    if (path === '/callback') return callback;
    const [, id] = actingPage.exec(path) ?? [];
    const held = id && whoIsHeld?.(headers.cookie);
    if (!held) return index;
    return held.some((entry) => entry.id === id) ? ofHeld : ofNotHeld;
  };

  return {
    find(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
      const path = pathOf(request);
      return fileAt(path) ?? pageAt(path, request);
    },
    findPlain(request) {
      if (request.method !== 'GET') return undefined;
      const path = pathOf(request);
      return fileAt(path) ?? (path === '/' || path.startsWith('/as/') ? pageAt(path, request) : undefined);
    },
  };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const question = url.indexOf('?');
  return question === -1 ? url : url.slice(0, question);
}

/** Answers with a file, in a coding that the client takes, or that it has not changed. */
export function sendFile({ method, headers: asked }: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  if (asked['if-none-match'] === file.etag) {
    response.writeHead(304, file.unchangedHeaders).end();
    return;
  }
  const accepted = asked['accept-encoding'] ?? '';
  const { headers, body } = (/\bbr\b/.test(accepted) && file.br) || (/\bgzip\b/.test(accepted) && file.gzip) || file.plain;
  response.writeHead(200, headers).end(method === 'HEAD' ? undefined : body);
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
