import { Writable } from 'node:stream';
import fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../contract.ts';
import { toProblemError } from './error-handling.ts';
import { guardRequests } from './guards.ts';
import { ProblemError } from './problems.ts';
import { createSecurityHeaders } from './security-headers.ts';

const publicUrl = 'http://localhost:3000';
const thrown: Record<string, () => unknown> = {
  '/error': () => {
    throw new Error('canary-cause at line 1');
  },
  '/rejection': () => Promise.reject(new TypeError('canary-cause')),
  '/later': () => new Promise((_resolve, reject) => setImmediate(() => reject(new RangeError('canary-cause')))),
  '/status': () => {
    throw Object.assign(new Error('canary-cause'), { statusCode: 599 });
  },
  '/odd-status': () => {
    throw Object.assign(new Error('canary-cause'), { statusCode: 200 });
  },
  '/object': () => {
    throw Object.assign(Object.create(null), { secret: 'canary-cause' });
  },
  '/problem': () => {
    throw new ProblemError('podio_timeout', 'Too late.', { cause: new Error('canary-cause'), retryAfterSeconds: 7 }).withCookies(['a=b']);
  },
};

let log = '';
let app: FastifyInstance;
beforeAll(() => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += chunk;
      done();
    },
  });
  app = fastify({ logger: { stream }, logController: new LogController({ disableRequestLogging: true }) });
  guardRequests(app, {
    publicUrl,
    onProblem: () => undefined,
    onLateBody: () => undefined,
    limits: { requestBodyMs: 1000 },
    securityHeaders: createSecurityHeaders(publicUrl),
  });
  app.get('/refused', async () => {
    throw new ProblemError('keyring_full', 'Full.');
  });
  for (const [path, handler] of Object.entries(thrown)) app.get(path, async () => handler());
  app.post('/body', async (request) => ({ body: request.body ?? null }));
});
afterAll(() => app.close());

const get = (url: string) => app.inject({ url, headers: { host: 'localhost:3000' } });

describe('an error that nobody expected', () => {
  it.each(Object.keys(thrown).filter((path) => path !== '/problem'))(
    'DS14 LG4 is a 500 that tells nothing, and is logged once with its cause: %s',
    async (path) => {
      log = '';
      const answer = await get(path);
      expect(answer.statusCode).toBe(500);
      expect(answer.json<Problem>()).toEqual({
        type: '/problems/internal_error',
        title: 'Internal error',
        status: 500,
        detail: 'Something went wrong here. It was logged.',
        code: 'internal_error',
        instance: expect.stringMatching(/^\/requests\/./),
      });
      expect(log).toContain(`"reqId":"${answer.json<Problem>().instance?.slice('/requests/'.length)}"`);
      expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
      expect(log.match(/"level":50/g)).toHaveLength(1);
      expect(log).toContain('"code":"internal_error"');
    },
  );

  it('DS14 leaves the server serving', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get('/rejection')));
    expect((await get('/nothing')).statusCode).toBe(404);
  });
});

describe('a problem of ours', () => {
  it('answers with its status, cookies and wait, and only the log has its cause', async () => {
    log = '';
    const answer = await get('/problem');
    expect([answer.statusCode, answer.headers['retry-after'], answer.headers['set-cookie']]).toEqual([504, '7', ['a=b']]);
    expect(answer.json<Problem>()).toMatchObject({ code: 'podio_timeout', detail: 'Too late.' });
    expect(answer.body).not.toContain('canary');
    expect(log).toContain('canary-cause');
  });
});

describe('a problem that is no fault of ours', () => {
  it('is not logged as an error, and carries no more than it has', async () => {
    log = '';
    const answer = await get('/refused');
    expect(answer.statusCode).toBe(409);
    expect([answer.headers['retry-after'], answer.headers['set-cookie'], log.includes('"level":50')]).toEqual([
      undefined,
      undefined,
      false,
    ]);
  });
});

describe('an error of the framework', () => {
  it.each<[error: Partial<FastifyError>, status: number, code: string]>([
    [{ code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }, 415, 'unsupported_media_type'],
    [{ code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }, 413, 'payload_too_large'],
    [{ code: 'FST_ERR_BAD_URL', statusCode: 400 }, 400, 'bad_request'],
    [{ code: 'FST_ERR_MAX_PARAM_LENGTH', statusCode: 414 }, 400, 'bad_request'],
    [{ code: 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE', statusCode: 404 }, 404, 'not_found'],
    [{ code: 'another', statusCode: 400 }, 400, 'bad_request'],
    [{ code: 'another', statusCode: 499 }, 499, 'bad_request'],
    [{ code: 'another', statusCode: 399 }, 500, 'internal_error'],
    [{ code: 'another', statusCode: 500 }, 500, 'internal_error'],
    [{ code: 'another' }, 500, 'internal_error'],
  ])('%j is a %i, %s', (error, status, code) => {
    const problem = toProblemError(error as FastifyError);
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(problem.cause).toBe(status === 500 ? error : undefined);
    expect(problem.detail).toMatch(/\w\.$/);
  });

  it.each(['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH'])('of an address names the address: %s', (code) => {
    expect(toProblemError({ code, statusCode: 400 } as FastifyError).detail).toContain('address');
  });

  it('that is a problem already stays what it is', () => {
    const problem = new ProblemError('read_only', 'It is.');
    expect(toProblemError(problem)).toBe(problem);
  });

  it.each([
    [{ instancePath: '/ref/id', message: 'must be number', params: {} }, 'body', 'ref.id must be number.'],
    [{ instancePath: '', params: { missingProperty: 'appId' }, message: 'must have it' }, 'body', 'appId is missing.'],
    [{ instancePath: '/ref', params: { missingProperty: 'id' } }, 'body', 'ref.id is missing.'],
    [{ instancePath: '', message: 'must be object', params: {} }, 'querystring', 'querystring must be object.'],
    [{ instancePath: '', message: 'must be object', params: {} }, undefined, 'body must be object.'],
    [{ instancePath: '/a', params: {} }, 'body', 'a is not of the right form.'],
    [undefined, undefined, 'body is not of the right form.'],
  ])('of the form of a request names the field: %j', (first, validationContext, detail) => {
    const problem = toProblemError({ validation: [first], validationContext, statusCode: 400 } as unknown as FastifyError);
    expect([problem.code, problem.detail]).toEqual(['bad_request', detail]);
  });
});

describe('a body', () => {
  const post = (payload: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/body',
      payload,
      headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    });

  it('is what its JSON says, or nothing where it is empty', async () => {
    expect((await post('{"a":1}')).json()).toEqual({ body: { a: 1 } });
    expect((await post('')).json()).toEqual({ body: null });
  });

  it.each([
    ['broken JSON', '{', {}, 400, 'its body is no valid JSON'],
    ['a prototype', '{"__proto__":1}', {}, 400, 'its body is no valid JSON'],
    ['text', '{}', { 'content-type': 'text/plain' }, 415, 'application/json'],
    ['one that is compressed', '{}', { 'content-encoding': 'gzip' }, 415, 'without a Content-Encoding'],
    ['one that is too large', 'x'.repeat(1024 * 1024 + 1), {}, 413, 'larger than this route takes'],
  ])('is refused with what is wrong: %s', async (_what, payload, headers, status, detail) => {
    const answer = await post(payload, headers as Record<string, string>);
    expect([answer.statusCode, answer.json<Problem>().detail]).toEqual([status, expect.stringContaining(detail)]);
  });
});
