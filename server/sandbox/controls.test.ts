import { beforeEach, describe, expect, it } from 'vitest';
import { client, TestSandbox } from './testing.ts';

describe('the controls', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  it('show settings, credentials and counts', async () => {
    const { settings, clients, users, apps, counts } = (await sandbox.control('GET', '')).json();
    expect(settings).toEqual({
      accessTokenTtlSeconds: 28800,
      refreshTokenTtlSeconds: 2419200,
      rotateRefreshTokens: false,
      rateLimitPerHour: 1000,
      latencyMs: 0,
      showAppTokens: true,
    });
    expect(clients).toEqual([{ clientId: 'sandbox', clientSecret: 'sandbox-secret' }]);
    expect(users).toEqual([
      { username: 'ada@example.com', password: 'sandbox', name: 'Ada Lovelace' },
      { username: 'grace@example.com', password: 'sandbox', name: 'Grace Hopper' },
    ]);
    expect(apps).toHaveLength(78);
    expect(apps[0]).toEqual({ appId: 22117, appToken: 'sandbox-app-token-22117', name: 'Projects' });
    expect(counts).toEqual({ token: { authorization_code: 0, app: 0, password: 0, refresh_token: 0 }, tokenErrors: 0, api: 0 });
  });

  it('change settings, any of them, for what comes next', async () => {
    const answer = await sandbox.control('PATCH', '/settings', { accessTokenTtlSeconds: 60 });
    expect(answer.json()).toMatchObject({ settings: { accessTokenTtlSeconds: 60, rateLimitPerHour: 1000 } });
    expect((await sandbox.appTokens(22117)).expires_in).toBe(60);
  });

  it.each([
    [{ colour: 'red' }, 'colour'],
    [{ latencyMs: '3' }, 'latencyMs must be an integer'],
    [{ latencyMs: -1 }, 'latencyMs must be an integer'],
    [{ showAppTokens: 1 }, 'showAppTokens must be boolean'],
  ])('refuse the settings %j and say why', async (settings, words) => {
    const answer = await sandbox.control('PATCH', '/settings', settings);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error_description).toContain(words);
  });

  it('expire the access tokens of one ref, or of all', async () => {
    const projects = await sandbox.asApp(22117);
    const leads = await sandbox.asApp(22118);
    expect((await sandbox.control('POST', '/expire', { ref: { type: 'app', id: 22117 } })).json()).toEqual({ accessTokens: 1 });
    expect((await projects.get('/app/22117')).json()).toMatchObject({ error_description: 'expired_token' });
    expect((await leads.get('/app/22118')).statusCode).toBe(200);
    await sandbox.control('POST', '/expire', {});
    expect((await leads.get('/app/22118')).statusCode).toBe(401);
  });

  it('revoke refresh tokens too', async () => {
    const { access_token, refresh_token } = await sandbox.appTokens(22117);
    await sandbox.control('POST', '/revoke', { ref: { type: 'app', id: 22117 } });
    const call = await sandbox.app.inject({ url: '/app/22117', headers: { authorization: `OAuth2 ${access_token}` } });
    expect(call.json()).toMatchObject({ error_description: 'expired_token' });
    expect((await sandbox.token({ ...client, grant_type: 'refresh_token', refresh_token })).json()).toMatchObject({
      error: 'invalid_grant',
    });
  });

  it.each([{ ref: 'app-22117' }, { ref: { type: 'space', id: 1 } }, { id: 1 }])('refuse the ref %j', async (body) => {
    expect((await sandbox.control('POST', '/expire', body)).statusCode).toBe(400);
  });

  it('move the clock on', async () => {
    const app = await sandbox.asApp(22117);
    await sandbox.control('POST', '/advance', { seconds: 28800 });
    expect((await app.get('/app/22117')).json()).toMatchObject({ error_description: 'expired_token' });
    expect((await sandbox.control('POST', '/advance', { seconds: -1 })).statusCode).toBe(400);
    expect((await sandbox.control('POST', '/advance', {})).statusCode).toBe(400);
  });

  it('list the requests as they were received, and none to themselves', async () => {
    const app = await sandbox.asApp(22117);
    await app.put('/item/1?silent=1', { fields: {} });
    const { requests } = (await sandbox.control('GET', '/requests')).json();
    expect(requests).toHaveLength(2);
    expect(requests[1]).toMatchObject({
      method: 'PUT',
      url: '/item/1?silent=1',
      headers: { authorization: `OAuth2 ${app.token}`, 'content-type': 'application/json' },
      bodySize: 13,
      status: 404,
    });
  });

  it('keep the last 200 requests', async () => {
    for (let calls = 0; calls < 205; calls += 1) await sandbox.app.inject({ url: `/nowhere/${calls}` });
    const { requests } = (await sandbox.control('GET', '/requests')).json();
    expect(requests).toHaveLength(200);
    expect(requests[0].url).toBe('/nowhere/5');
  });

  it('list every token and code that was given out', async () => {
    const { access_token, refresh_token } = await sandbox.appTokens(22117);
    await sandbox.control('POST', '/revoke', {});
    const issued = (await sandbox.control('GET', '/issued')).json();
    expect(issued.accessTokens).toEqual([access_token]);
    expect(issued.refreshTokens).toEqual([refresh_token]);
    expect(issued.codes).toEqual([]);
    expect(issued.appTokens).toContain('sandbox-app-token-22119');
  });

  it('list app tokens that were replaced, too', async () => {
    const { token } = await (await sandbox.asUser('ada')).write('POST', '/app/22117/token/regenerate');
    const { appTokens } = (await sandbox.control('GET', '/issued')).json();
    expect(appTokens).toEqual(expect.arrayContaining([token, 'sandbox-app-token-22117']));
  });

  it('put everything back to the start, with the same ids afterwards', async () => {
    const make = async () => (await (await sandbox.asApp(22117)).write('POST', '/item/app/22117/', { fields: { title: 'New' } })).item_id;
    const first = await make();
    await sandbox.control('PATCH', '/settings', { latencyMs: 5 });
    const before = await sandbox.asApp(22117);
    expect((await sandbox.control('DELETE', '')).statusCode).toBe(204);
    expect((await before.get('/app/22117')).json()).toMatchObject({ error: 'invalid_token' });
    expect((await sandbox.control('GET', '')).json()).toMatchObject({ settings: { latencyMs: 0 }, counts: { api: 1 } });
    expect(await make()).toBe(first);
  });

  it.each([
    ['a foreign Host', { host: 'evil.example' }],
    ['a Host that only begins like a loopback name', { host: 'localhost.evil.example' }],
    ['a foreign Origin', { host: 'localhost:3001', origin: 'https://evil.example' }],
    ['the Origin null', { host: 'localhost:3001', origin: 'null' }],
  ])('refuse %s', async (_, headers) => {
    expect((await sandbox.app.inject({ url: '/_sandbox', headers })).statusCode).toBe(403);
    expect((await sandbox.app.inject({ method: 'DELETE', url: '/_sandbox', headers })).statusCode).toBe(403);
  });

  it.each(['localhost', 'localhost:3001', '127.0.0.1:3001', '[::1]:3001'])('answer to the Host %s and its pages', async (host) => {
    expect((await sandbox.app.inject({ url: '/_sandbox', headers: { host, origin: `http://${host}` } })).statusCode).toBe(200);
  });
});

describe('faults', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });
  const order = (fault: object) => sandbox.control('POST', '/faults', fault);

  it('answer the next matching requests, and then no more', async () => {
    const app = await sandbox.asApp(22117);
    expect((await order({ path: '/app/22117', status: 500, times: 2 })).statusCode).toBe(201);
    expect((await app.get('/app/22117?type=mini')).statusCode).toBe(500);
    expect((await app.get('/app/22117/')).statusCode).toBe(200);
    expect((await app.get('/app/22117')).statusCode).toBe(500);
    expect((await app.get('/app/22117')).statusCode).toBe(200);
  });

  it('match the method too', async () => {
    const app = await sandbox.asApp(22117);
    await order({ path: '/item/1', method: 'put', status: 409, times: 1 });
    expect((await app.get('/item/1')).statusCode).toBe(404);
    expect((await app.put('/item/1', {})).statusCode).toBe(409);
  });

  it.each([401, 403, 404, 410, 420, 500, 503])('without a body send Podio’s own for the status %i', async (status) => {
    await order({ path: '/app/22117', status, times: 1 });
    const answer = await sandbox.app.inject({ url: '/app/22117', headers: { host: 'localhost' } });
    expect(answer.statusCode).toBe(status);
    expect(Object.keys(answer.json())).toEqual([
      'error',
      'error_description',
      'error_detail',
      'error_parameters',
      'error_propagate',
      'request',
    ]);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('send a string as it is and an object as JSON, with headers', async () => {
    await order({ path: '/a', body: '<h1>502</h1>', status: 502, headers: { 'content-type': 'text/html', 'x-podio-note': 'a' }, times: 1 });
    await order({ path: '/b', body: { n: 1 }, times: 1 });
    const page = await sandbox.app.inject({ url: '/a' });
    expect([page.statusCode, page.body, page.headers['content-type'], page.headers['x-podio-note']]).toEqual([
      502,
      '<h1>502</h1>',
      'text/html',
      'a',
    ]);
    const json = await sandbox.app.inject({ url: '/b' });
    expect([json.statusCode, json.body, json.headers['content-type']]).toEqual([200, '{"n":1}', 'application/json; charset=utf-8']);
  });

  it('with a delay alone only slow the answer down', async () => {
    const app = await sandbox.asApp(22117);
    await order({ path: '/app/22117', delayMs: 120, times: 1 });
    const started = performance.now();
    expect((await app.get('/app/22117')).statusCode).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });

  it('at the token endpoint count as refused token requests', async () => {
    await order({ path: '/oauth/token', status: 503, times: 1 });
    expect((await sandbox.token({})).statusCode).toBe(503);
    expect((await sandbox.control('GET', '')).json().counts).toMatchObject({ tokenErrors: 1 });
  });

  it.each([
    [{ times: 0 }, 'times'],
    [{ path: 'app' }, 'path'],
    [{ status: 99 }, 'status'],
    [{ body: 1 }, 'body'],
    [{ headers: { 'x y': 'z' } }, 'headers'],
    [{ delay: 1 }, 'delay'],
  ])('of the wrong form are refused: %j', async (fault, words) => {
    const answer = await order(fault);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error_description).toContain(words);
  });

  it('are at most a thousand: beyond these the oldest is forgotten', async () => {
    for (let number = 0; number <= 1000; number += 1) await order({ path: `/${number}`, status: 500 });
    const { faults } = (await sandbox.control('GET', '/faults')).json();
    expect([faults.length, faults[0].path, faults.at(-1).path]).toEqual([1000, '/1', '/1000']);
  });

  it('and latency never touch the controls', async () => {
    await order({ status: 500, times: 1 });
    await sandbox.control('PATCH', '/settings', { latencyMs: 60_000 });
    expect((await sandbox.control('GET', '')).statusCode).toBe(200);
  });
});
