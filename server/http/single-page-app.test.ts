import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSecurityHeaders } from './security-headers.ts';
import { createSinglePageApp, sendFile } from './single-page-app.ts';

const headers = createSecurityHeaders('https://keyring.example.com');
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
let root: string;
/** Made by the first test that needs it. */
let app: FastifyInstance | undefined;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'podio-keyring-page-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>the page');
  writeFileSync(join(root, 'assets', 'a-1.css'), 'plain');
  writeFileSync(join(root, 'assets', 'a-1.css.gz'), 'zipped');
  writeFileSync(join(root, 'assets', 'a-1.css.br'), 'pressed');
  writeFileSync(join(root, 'notes'), 'no type');
  for (const ending of Object.keys(types)) writeFileSync(join(root, `file${ending}`), ending);
  writeFileSync(join(root, 'assets', 'a-1.css.map'), 'source');
  writeFileSync(join(root, 'news.map.txt'), 'no map');
});
afterAll(async () => {
  await app?.close();
  rmSync(root, { recursive: true });
});

function pageOf(folder: string): FastifyInstance {
  const page = createSinglePageApp(folder, headers);
  const server = fastify();
  server.all('/*', (request, reply) => {
    const file = page.find(request.raw);
    if (!file) return reply.code(404).send('none');
    reply.hijack();
    sendFile(request.raw, reply.raw, file);
    return reply;
  });
  return server;
}

const get = async (url: string, more: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') => {
  app ??= pageOf(root);
  return app.inject({ method, url, headers: more });
};

it.each([
  ['br, gzip', 'br', 'pressed'],
  ['gzip', 'gzip', 'zipped'],
  ['zstd', undefined, 'plain'],
  ['', undefined, 'plain'],
])('a file goes out in a coding that is accepted: %j', async (accepted, coding, body) => {
  const answer = await get('/assets/a-1.css', { 'accept-encoding': accepted });
  expect([answer.statusCode, answer.headers['content-encoding'], answer.body]).toEqual([200, coding, body]);
  expect(answer.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', vary: 'Accept-Encoding' });
});

it('a file that has no type that is known is bytes, and asked for again each time', async () => {
  const answer = await get('/notes');
  expect(answer.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'cache-control': 'no-cache' });
  expect((await get('/notes', { 'if-none-match': String(answer.headers.etag) })).statusCode).toBe(304);
});

it('the page answers a browser that asks for a page, by GET or HEAD, and nobody else', async () => {
  const html = { accept: 'text/html' };
  expect((await get('/anywhere?x', html)).body).toContain('the page');
  expect((await get('/index.html', html)).body).toContain('the page');
  expect((await get('/anywhere', html, 'HEAD')).statusCode).toBe(200);
  for (const refused of [
    get('/anywhere', { accept: 'application/json' }),
    get('/anywhere', html, 'POST'),
    get('/anywhere'),
    get('/gone.js', html),
    get('/index.html'),
  ])
    expect((await refused).statusCode).toBe(404);
});

it.each(Object.entries(types))('a file that ends in %s is %s, and asked for again each time', async (ending, type) => {
  const answer = await get(`/file${ending}`);
  expect([answer.statusCode, answer.body]).toEqual([200, ending]);
  expect(answer.headers).toMatchObject({ 'content-type': type, 'content-length': String(ending.length), 'cache-control': 'no-cache' });
  const policy = Object.fromEntries(ending === '.html' ? headers.html : headers.asset)['content-security-policy'];
  expect(answer.headers['content-security-policy']).toBe(policy);
});

it('a file that only looks like a map is none', async () => {
  expect((await get('/news.map.txt')).body).toBe('no map');
});

it('what has a hash in its name is kept for ever, the page is asked for again, and that of a sign-in is not kept', async () => {
  const html = { accept: 'text/html' };
  const kept = async (url: string) => (await get(url, html)).headers['cache-control'];
  expect([await kept('/assets/a-1.css'), await kept('/'), await kept('/callback?code=x'), await kept('/callback/x')]).toEqual([
    'public, max-age=31536000, immutable',
    'no-cache',
    'no-store',
    'no-cache',
  ]);
});

it('what has not changed is told by its headers alone, and a HEAD too', async () => {
  const whole = await get('/assets/a-1.css');
  const { etag } = whole.headers;
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  const unchanged = await get('/assets/a-1.css', { 'if-none-match': String(etag) });
  expect([unchanged.statusCode, unchanged.body]).toEqual([304, '']);
  expect(unchanged.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding' });
  const head = await get('/assets/a-1.css', {}, 'HEAD');
  expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', '5']);
  expect((await get('/notes', { 'if-none-match': String(etag) })).statusCode).toBe(200);
});

it.each(['js', 'mjs', 'css', 'map', 'json', 'txt', 'svg', 'png', 'ico', 'woff2', 'xml', 'webmanifest', 'br', 'gz', 'JS'])(
  'LG8 the page never stands in for a missing file that ends in .%s',
  async (ending) => {
    for (const path of [`/gone.${ending}`, `/as/gone%2E${ending}`, `/gone.${ending}?v=1`])
      expect((await get(path, { accept: 'text/html' })).statusCode).toBe(404);
  },
);

it.each(['/assets/gone', '/.env', '/a/.git', '/%2eenv', '/assets/a-1.css.map', '/assets/a-1.css.br', '/assets/a-1.css.gz'])(
  'LG8 nor for %s',
  async (path) => {
    expect((await get(path, { accept: 'text/html' })).statusCode).toBe(404);
  },
);

it.each(['/', '/as/app-1', '/as/user-1/v1.2', '/js', '/a.jsx', '/gone.js/x', '/my-assets/x', '/as/assets/x'])(
  'the page is at %s',
  async (path) => {
    const answer = await get(path, { accept: 'application/xhtml+xml,text/html;q=0.9' });
    expect([answer.statusCode, answer.body]).toEqual([200, '<!doctype html>the page']);
  },
);

it.each([
  ['GET', '/assets/a-1.css', true],
  ['GET', '/assets/a-1.css?v=1', true],
  ['GET', '/', true],
  ['GET', '/as/app-1', true],
  ['GET', '/index.html', false],
  ['GET', '/as', false],
  ['GET', '/sandbox', false],
  ['GET', '/callback', false],
  ['GET', '/as/gone.js', false],
  ['HEAD', '/', false],
  ['POST', '/', false],
])('what needs no more than to be sent is known at once: %s %s %s', (method, url, expected) => {
  const page = createSinglePageApp(root, headers);
  expect(page.findPlain({ method, url, headers: { accept: 'text/html' } } as IncomingMessage) !== undefined).toBe(expected);
});

it('without a build there is no page', async () => {
  const none = pageOf(join(root, 'nowhere'));
  expect((await none.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode).toBe(404);
  await none.close();
});
