import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../contract.ts';
import { startTestServer, type TestServer } from '../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ limits: { refusedSignInsPerMinute: 5 } });
});
beforeEach(() => server.control('DELETE', ''));
afterAll(() => server.close());

const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;

describe('somebody who holds nothing', () => {
  it('DS8 does not get a body unpacked: one that is compressed is refused as it is', async () => {
    const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024, ' '));
    for (const coding of ['gzip', 'br', 'deflate', 'identity, gzip', 'x']) {
      const answer = await server.browser().send('POST', '/auth/app', bomb, { 'content-encoding': coding });
      expect([answer.status, code(answer)]).toEqual([415, 'unsupported_media_type']);
    }
  });

  it('CS12 gains nothing from cookies that a neighbouring site plants beside ours', async () => {
    const owner = server.browser();
    await owner.signInAsApp(22117);
    const neighbour = server.browser();
    await neighbour.signInAsApp(22118);
    const path = '/keyring/app-22118/api/app/22118';
    const both = `${neighbour.cookieHeader(path)}; ${owner.cookieHeader('/keyring/app-22117/api')}`;
    // Calls that a page of the same site makes are refused, whatever comes along with them…
    const call = await owner.get(path, { cookie: both, 'sec-fetch-site': 'same-site' });
    expect([call.status, code(call)]).toEqual([403, 'cross_site']);
    // …and tokens planted without the keyring that they belong to open nothing, among calls of our own too.
    const planted = neighbour.cookieHeader(path).replace(/__Host-Http-sandbox-keyring=[^;]*;? ?/, '');
    const own = await owner.get('/keyring/app-22117/api/app/22117', {
      cookie: `${planted}; ${owner.cookieHeader('/keyring/app-22117/api')}`,
    });
    expect([own.status, own.json<{ app_id: number }>().app_id]).toEqual([200, 22117]);
    expect((await owner.get(path, { cookie: `${planted}; ${owner.cookieHeader(path)}` })).status).toBe(401);
  });
});

describe('what the sandbox tells of itself', () => {
  it('BR1 comes to a page without what holds tokens', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    for (const path of ['/sandbox/issued', '/sandbox/requests', '/sandbox/issued/', '/sandbox//issued']) {
      const answer = await browser.get(path);
      expect([path, [403, 404].includes(answer.status)]).toEqual([path, true]);
    }
    expect((await browser.get('/sandbox')).status).toBe(200);
    const { accessTokens } = (await server.control('GET', '/issued')) as { accessTokens: string[] };
    expect((await browser.get('/sandbox')).text).not.toContain(accessTokens[0]);
  });

  it('is set from a page: faults, settings, a clock that moves on, and back to the start', async () => {
    const browser = server.browser();
    expect((await browser.post('/sandbox/faults', { path: '/user/status', status: 503, times: 1 })).status).toBeLessThan(300);
    expect((await browser.send('PATCH', '/sandbox/settings', { latencyMs: 0 })).status).toBeLessThan(300);
    expect((await browser.post('/sandbox/advance', { seconds: 1 })).status).toBeLessThan(300);
    expect((await browser.post('/sandbox/faults', { times: 'many' })).status).toBe(400);
    expect((await browser.get('/sandbox/settings/x1')).status).toBe(404);
    expect((await browser.delete('/sandbox')).status).toBeLessThan(300);
  });

  it('is 502 where the sandbox is gone', async () => {
    const lonely = await startTestServer({ settings: { apiUrl: 'http://127.0.0.1:1' } });
    try {
      const answer = await lonely.browser().get('/sandbox');
      expect([answer.status, code(answer)]).toEqual([502, 'podio_unreachable']);
    } finally {
      await lonely.close();
    }
  });
});

// The last: it uses up what its address may try.
describe('somebody who guesses', () => {
  it('DS9 makes Podio do no work, but for sign-ins that are counted', async () => {
    const { counts: before } = (await server.control('GET', '')) as { counts: { api: number } };
    for (let round = 0; round < 20; round++) {
      const stranger = server.browser();
      const statuses = await Promise.all([
        stranger.get('/keyring/app-22119/api/app/22119'),
        stranger.post('/keyring/app-22119/refresh'),
        stranger.post('/keyring/user-1/apps', { appId: 22119 }),
        stranger.post('/auth/callback', { code: 'a-code', state: 'a-state' }),
        stranger.delete('/keyring/app-22119'),
        stranger.get('/keyring'),
      ]);
      expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 403, 204, 200]);
    }
    for (let attempt = 0; attempt < 20; attempt++) await server.browser().post('/auth/app', { appId: 22119, appToken: 'wrong' });
    const { counts } = (await server.control('GET', '')) as { counts: { api: number; tokenErrors: number } };
    expect([counts.api - before.api, counts.tokenErrors]).toEqual([0, 5]);
  });
});
