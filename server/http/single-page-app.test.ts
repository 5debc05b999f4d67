import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSecurityHeaders } from './security-headers.ts';
import { createSinglePageApp, sendFile } from './single-page-app.ts';

const headers = createSecurityHeaders('https://keyring.example.com');
let root: string;
let app: FastifyInstance;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'podio-keyring-page-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>the page');
  writeFileSync(join(root, 'assets', 'a-1.css'), 'plain');
  writeFileSync(join(root, 'assets', 'a-1.css.gz'), 'zipped');
  writeFileSync(join(root, 'assets', 'a-1.css.br'), 'pressed');
  writeFileSync(join(root, 'notes'), 'no type');
  app = pageOf(root);
});
afterAll(async () => {
  await app.close();
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

const get = (url: string, more: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  app.inject({ method, url, headers: more });

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
  for (const refused of [get('/anywhere', html, 'POST'), get('/anywhere'), get('/gone.js', html), get('/index.html')])
    expect((await refused).statusCode).toBe(404);
});

it('without a build there is no page', async () => {
  const none = pageOf(join(root, 'nowhere'));
  expect((await none.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode).toBe(404);
  await none.close();
});
