import { describe, expect, it, vi } from 'vitest';
import { json, problem, stubNetwork } from '../testing.tsx';
import { stateOf } from './authentication-state.ts';
import { callLog, forgetCalls, hasFailed } from './call-log.ts';
import './watch.ts';
import { ProblemError, UnreachableError } from './errors.ts';
import { podioCall, request } from './http.ts';

const get = (path: string) => ({ method: 'GET', path });

describe('a call to Podio', () => {
  it('gives status, body, size and calls left, whatever the status', async () => {
    stubNetwork({
      'GET /keyring/app-1/api/app/1': () =>
        json({ error: 'not_found' }, { status: 404, headers: { 'x-rate-limit-limit': '1000', 'x-rate-limit-remaining': '741' } }),
    });
    const answer = await podioCall('app-1', get('/app/1'));
    expect(answer).toMatchObject({ status: 404, json: { error: 'not_found' }, bytes: 21, rateLimit: 1000, rateLimitRemaining: 741 });
    expect(stateOf('app-1').rateLimits).toEqual({ ordinary: { limit: 1000, remaining: 741, at: answer.at } });
  });

  it('keeps big numbers exact in the text', async () => {
    stubNetwork({
      'GET /keyring/app-1/api/item/1': () =>
        new Response('{"id":12345678901234567890}', { headers: { 'content-type': 'application/json' } }),
    });
    expect((await podioCall('app-1', get('/item/1'))).text).toBe('{"id":12345678901234567890}');
  });

  it('throws the problem of the token handler, and notes that the authentication has expired', async () => {
    stubNetwork({ 'GET /keyring/app-2/api/app/2': () => problem(401, 'authentication_expired') });
    await expect(podioCall('app-2', get('/app/2'))).rejects.toBeInstanceOf(ProblemError);
    expect(stateOf('app-2').expired).toBe(true);
  });

  it("takes no JSON with a code of Podio's own for a problem", async () => {
    stubNetwork({ 'GET /keyring/app-1/api/app/1': () => json({ code: 'not_found' }, { status: 404 }) });
    expect((await podioCall('app-1', get('/app/1'))).status).toBe(404);
  });

  it('knows the calls to be used up for an hour at the latest, or as long as Podio says', async () => {
    const replies = [json({}, { status: 420 }), json({ error_description: 'wait 300 seconds' }, { status: 420 }), json({})];
    stubNetwork({ 'GET /keyring/app-3/api/app/3': () => replies.shift() });
    const { at } = await podioCall('app-3', get('/app/3'));
    expect(stateOf('app-3').rateLimitedUntil).toBe(at + 3_600_000);
    const again = await podioCall('app-3', get('/app/3'));
    expect(stateOf('app-3').rateLimitedUntil).toBe(again.at + 300_000);
    await podioCall('app-3', get('/app/3'));
    expect(stateOf('app-3').rateLimitedUntil).toBeUndefined();
  });

  it.each(['app/1', '/../auth/config', '/app/%2E%2e/item', '/app/./1', '/app\\1', '/app#1', '/app\n1'])(
    'refuses a path that a browser would rewrite before sending: %j',
    async (path) => {
      const sent = stubNetwork({});
      await expect(podioCall('app-1', get(path))).rejects.toMatchObject({ problem: { code: 'bad_request' } });
      expect(sent).toEqual([]);
    },
  );

  it('leaves dots in the query alone', async () => {
    stubNetwork({ 'GET /keyring/app-1/api/search/?q=../a': {} });
    expect((await podioCall('app-1', get('/search/?q=../a'))).status).toBe(200);
  });
});

describe('the log of calls', () => {
  const logged = (authId: string) => callLog().filter((call) => call.authId === authId);

  it('keeps what was sent and what came, newest first', async () => {
    stubNetwork({ 'POST /keyring/app-11/api/item/app/11/filter/': {}, 'GET /keyring/app-11/api/app/11': () => json({}, { status: 404 }) });
    await podioCall('app-11', { method: 'POST', path: '/item/app/11/filter/', body: '{"limit":1}' });
    await podioCall('app-11', get('/app/11'));
    expect(logged('app-11')).toMatchObject([
      { method: 'GET', path: '/app/11', status: 404 },
      { method: 'POST', path: '/item/app/11/filter/', status: 200, body: '{"limit":1}' },
    ]);
    expect(logged('app-11').map(hasFailed)).toEqual([true, false]);
  });

  it('keeps no body that is long, and says so', async () => {
    stubNetwork({ 'POST /keyring/app-12/api/x': {} });
    await podioCall('app-12', { method: 'POST', path: '/x', body: JSON.stringify('x'.repeat(20_001)) });
    expect(logged('app-12')).toMatchObject([{ bodyDropped: true }]);
    expect(logged('app-12')[0]).not.toHaveProperty('body');
  });

  it('tells what was refused here, what got no answer and what was cancelled from what Podio answered', async () => {
    stubNetwork({ 'DELETE /keyring/app-13/api/item/1': () => problem(403, 'read_only') });
    await expect(podioCall('app-13', { method: 'DELETE', path: '/item/1' })).rejects.toThrow();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(podioCall('app-13', get('/app/13'))).rejects.toThrow();
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('Aborted', 'AbortError')));
    await expect(podioCall('app-13', get('/app/13'))).rejects.toThrow();
    expect(logged('app-13')).toMatchObject([
      { status: 0, noAnswer: 'cancelled' },
      { status: 0, noAnswer: 'no-answer' },
      { status: 403, noAnswer: 'read_only' },
    ]);
    expect(logged('app-13').every(hasFailed)).toBe(true);
    forgetCalls('app-13');
    expect(logged('app-13')).toEqual([]);
  });

  it('holds five hundred', async () => {
    stubNetwork({ 'GET /keyring/app-14/api/app/14': () => json({}) });
    for (let calls = 0; calls < 501; calls += 1) await podioCall('app-14', get('/app/14'));
    expect(callLog()).toHaveLength(500);
  });
});

describe('an answer that is not ours', () => {
  it('BR15 is told from a server that does not answer', async () => {
    stubNetwork({ 'GET /keyring': () => new Response('<html>Welcome to the hotel</html>', { headers: { 'content-type': 'text/html' } }) });
    await expect(request('GET', '/keyring')).rejects.toMatchObject({ reason: 'not-ours' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(request('GET', '/keyring')).rejects.toMatchObject({ reason: 'no-answer' });
  });

  it('BR15 does not make an authentication look expired', async () => {
    stubNetwork({
      'GET /keyring/app-4/api/app/4': () => new Response('<html>', { status: 401, headers: { 'content-type': 'text/html' } }),
    });
    await expect(podioCall('app-4', get('/app/4'))).rejects.toBeInstanceOf(UnreachableError);
    expect(stateOf('app-4').expired).toBe(false);
  });

  it("is told from HTML of Podio's by the policy that each proxied answer carries", async () => {
    stubNetwork({
      'GET /keyring/app-1/api/x': () =>
        new Response('<html>', {
          status: 502,
          headers: { 'content-security-policy': "sandbox; default-src 'none'", 'content-type': 'text/html' },
        }),
    });
    expect((await podioCall('app-1', get('/x'))).text).toBe('<html>');
  });
});

describe('a request to our own routes', () => {
  it('carries how long to wait', async () => {
    stubNetwork({ 'POST /auth/app': () => problem(429, 'too_many_attempts', 'Slow down', { 'retry-after': '42' }) });
    await expect(request('POST', '/auth/app', {})).rejects.toMatchObject({ retryAfterSeconds: 42 });
  });
});
