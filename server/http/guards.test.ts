import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { Problem } from '../contract.ts';
import { guardRequests, isPlainlyCoded } from './guards.ts';
import { createSecurityHeaders } from './security-headers.ts';
import { RawConnection } from './testing.ts';

const publicUrl = 'http://localhost:3000';
const securityHeaders = createSecurityHeaders(publicUrl);
const requestBodyMs = 123_456; // as nothing else waits
const host = 'localhost:3000';

let app: FastifyInstance;
let late: string[];
let setTimeouts: MockInstance<typeof setTimeout>;
/** What happens to the bodies that were given so long to arrive, when they are late. */
const bound = () => setTimeouts.mock.calls.filter(([, delay]) => delay === requestBodyMs).map(([callback]) => callback as () => void);
beforeEach(() => {
  late = [];
  setTimeouts = vi.spyOn(globalThis, 'setTimeout');
  app = fastify();
  guardRequests(app, {
    publicUrl,
    securityHeaders,
    limits: { requestBodyMs },
    onProblem: () => undefined,
    onLateBody: ({ id }) => late.push(id),
  });
  app.post('/body', async ({ body }) => ({ body: body ?? null }));
  app.post('/streamed', { config: { streamsBody: true } }, async () => ({}));
  app.get('/health', { config: { anyHost: true } }, async () => ({}));
  app.get('/own', async (_request, reply) => reply.header('x-content-type-options', 'own').header('cache-control', 'max-age=5').send({}));
});
afterEach(async () => {
  setTimeouts.mockRestore();
  await app.close();
});

const post = (payload: string, headers: Record<string, string> = {}, url = '/body') =>
  app.inject({ method: 'POST', url, payload, headers: { host, 'content-type': 'application/json', ...headers } });

describe('a body', () => {
  it.each([
    ['', null],
    ['{"a":1}', { a: 1 }],
  ])('of JSON is read, and may be empty: %j', async (sent, read) => {
    expect((await post(sent)).json()).toEqual({ body: read });
  });

  it.each<[what: string, sent: string, headers: Record<string, string>, status: number]>([
    ['that is no JSON', '{', {}, 400],
    ['with a prototype', '{"__proto__":{"a":1}}', {}, 400],
    ['with a constructor', '{"constructor":{"prototype":{"a":1}}}', {}, 400],
    ['of text', 'text', { 'content-type': 'text/plain' }, 415],
    ['that is coded', '{}', { 'content-encoding': 'gzip' }, 415],
    ['in chunks of another coding', '{}', { 'transfer-encoding': 'gzip, chunked' }, 400],
  ])('%s is refused', async (_what, sent, headers, status) => {
    const answer = await post(sent, headers);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, status === 415 ? 'unsupported_media_type' : 'bad_request']);
    expect(answer.json<Problem>().detail).toMatch(/\w/);
  });

  it('of another coding ends the connection', async () => {
    expect((await post('{}', { 'transfer-encoding': 'identity' })).headers.connection).toBe('close');
    expect((await post('{}')).headers.connection).not.toBe('close');
  });

  it.each([
    [undefined, true],
    ['chunked', true],
    ['Chunked', true],
    ['gzip, chunked', false],
    ['', false],
  ])('may have no coding but chunks: %s', (coding, plain) => {
    expect(isPlainlyCoded({ headers: { 'transfer-encoding': coding } } as IncomingMessage)).toBe(plain);
  });

  it('DS2 has so long to arrive, by its length or in chunks, and is told of when it is late', async () => {
    await post('{}');
    await app.inject({ method: 'GET', url: '/health', headers: { 'transfer-encoding': 'chunked' } });
    expect(bound()).toHaveLength(2);
    for (const cut of bound()) cut();
    expect(late).toEqual(['req-1', 'req-2']);
  });

  it('DS2 has no limit where it is passed on, and is not waited for where there is none', async () => {
    await post('{}', {}, '/streamed');
    await app.inject({ url: '/health' });
    expect(bound()).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['/health', 200],
    ['//health', 400],
    ['http://localhost:3000/health', 400],
  ])('begins with one slash: %s', async (address, status) => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const connection = new RawConnection(port).write(`GET ${address} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    await connection.closed;
    expect(connection.statuses).toEqual([status]);
  });

  it.each([
    ['/own', 'elsewhere.example', 400],
    ['/own', host, 200],
    ['/health', '10.0.0.1', 200],
  ])('%s at %s answers %i', async (url, at, status) => {
    expect((await app.inject({ url, headers: { host: at } })).statusCode).toBe(status);
  });
});

describe('an answer', () => {
  it('has the headers of the API, and is kept by nobody', async () => {
    const { headers } = await app.inject({ url: '/health' });
    expect(headers).toMatchObject({ ...Object.fromEntries(securityHeaders.api), 'cache-control': 'no-store' });
  });

  it('keeps those that it has', async () => {
    const { headers } = await app.inject({ url: '/own', headers: { host } });
    expect([headers['x-content-type-options'], headers['cache-control']]).toEqual(['own', 'max-age=5']);
    for (const [name] of securityHeaders.api)
      if (name.toLowerCase() !== 'x-content-type-options') expect(headers).not.toHaveProperty(name.toLowerCase());
  });
});
