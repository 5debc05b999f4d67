import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Authentication, Problem } from '../contract.ts';
import { startTestServer, type TestServer } from '../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.control('DELETE', '');
});
afterAll(async () => {
  await server.close();
});

const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const ids = async (browser: ReturnType<TestServer['browser']>) =>
  (await browser.get('/keyring')).json<{ authentications: Authentication[] }>().authentications.map(({ id }) => id);

describe('GET /keyring', () => {
  it('is empty for a new browser', async () => {
    const answer = await server.browser().get('/keyring');
    expect([answer.status, answer.json()]).toEqual([200, { authentications: [], capacity: 60 }]);
    expect(answer.setCookies).toEqual([]);
  });

  it('MA5 lists what was added, in order, without a token', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    await browser.signInAsAda();
    await browser.signInAsApp(22117);
    const answer = await browser.get('/keyring');
    const { authentications } = answer.json<{ authentications: Authentication[] }>();
    expect(authentications.map(({ id }) => id)).toEqual(['app-22119', 'user-1', 'app-22117']);
    expect(Object.keys(authentications[0] ?? {}).sort()).toEqual(
      ['expiresAt', 'id', 'issuedAt', 'method', 'name', 'readOnly', 'ref', 'renewableUntil', 'scope'].sort(),
    );
    const { issuedAt, renewableUntil } = authentications[0] as Authentication;
    expect(Date.parse(renewableUntil) - Date.parse(issuedAt)).toBe(28 * 24 * 3600 * 1000);
    expect(answer.setCookies).toEqual([]);
  });

  it.each([
    ['damaged', (value: string) => `${value.slice(0, 40)}${value[40] === 'A' ? 'B' : 'A'}${value.slice(41)}`],
    ['cut short', (value: string) => value.slice(0, -4)],
    ['empty', () => ''],
    ['foreign', () => 'hello'],
    ['of 8 KB', () => 'A'.repeat(8192)],
  ])('CK3 takes a keyring cookie that is %s for absent', async (_what, change) => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    const keyring = browser.cookies.find(({ path }) => path === '/');
    if (keyring) keyring.value = change(keyring.value);
    expect((await browser.get('/keyring')).json()).toMatchObject({ authentications: [] });
    expect(code(await browser.get('/keyring/app-22119'))).toBe('unknown_authentication');
  });

  it('CK8 tries every cookie of the name, and the one that opens counts', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    const planted = '__Host-Http-sandbox-keyring=planted; __Secure-sandbox-authentication=planted';
    const answer = await browser.get('/keyring/app-22119', { cookie: `${planted}; ${browser.cookieHeader('/keyring/app-22119')}` });
    expect(answer.status).toBe(200);
  });

  it('CK4 opens a token cookie under no other id and in no other keyring', async () => {
    const [browser, other] = [server.browser(), server.browser()];
    await browser.signInAsApp(22118);
    await browser.signInAsApp(22119);
    await other.signInAsApp(22119);
    const token = (id: string, of = browser) => of.cookies.find(({ path }) => path === `/keyring/${id}`) as { value: string };
    const bugs = token('app-22119').value;
    token('app-22118').value = bugs;
    expect(code(await browser.get('/keyring/app-22118'))).toBe('authentication_expired');
    token('app-22119', other).value = bugs;
    expect(code(await other.get('/keyring/app-22119'))).toBe('authentication_expired');
    expect((await browser.get('/keyring/app-22119')).status).toBe(200);
  });

  it('CK10 stands odd cookies', async () => {
    const cookies = [
      '__proto__=1',
      'constructor=2',
      'a==="b"',
      '=x',
      ';;',
      'æ=ø',
      '%00=1',
      ...Array.from({ length: 200 }, (_, index) => `c${index}=1`),
    ];
    expect((await server.browser().get('/keyring', { cookie: Buffer.from(cookies.join('; ')).toString('latin1') })).status).toBe(200);
  });
});

describe('cookies', () => {
  it('CK1 have the names, paths and attributes of the contract', async () => {
    const { setCookies } = await server.browser().signInAsApp(22119);
    const shape = setCookies.map((cookie) => cookie.replace(/=[\w-]+;/, '=<sealed>;'));
    expect(shape).toEqual([
      '__Host-Http-sandbox-keyring=<sealed>; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=34560000',
      '__Secure-sandbox-authentication=<sealed>; Path=/keyring/app-22119; Secure; HttpOnly; SameSite=Strict; Max-Age=2419200',
    ]);
    const authorize = await server.browser().post('/auth/authorize', {});
    expect(authorize.setCookies.map((cookie) => cookie.replace(/login-[\w-]+=[\w-]+;/, 'login-<state>=<sealed>;'))).toEqual([
      '__Host-Http-sandbox-login-<state>=<sealed>; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=600',
    ]);
  });

  it('CK17 have values that no answer holds in its body, of ours or of Podio', async () => {
    const browser = server.browser();
    const bodies = [
      await browser.signInAsApp(22119),
      await browser.signInAsAda(),
      await browser.get('/auth/config'),
      await browser.get('/keyring'),
      await browser.get('/keyring/user-1'),
      await browser.post('/keyring/app-22119/refresh'),
      await browser.get('/keyring/app-22119/api/app/22119'),
      await browser.get('/keyring/app-404/api/app/1'),
      await browser.post('/auth/authorize', {}),
      await browser.get('/openapi.json'),
    ].map((answer) => answer.text);
    const values = browser.cookies.map(({ value }) => value);
    expect(values.length).toBeGreaterThanOrEqual(4);
    for (const value of values) expect(bodies.filter((body) => body.includes(value))).toEqual([]);
  });

  it('have other names where Podio is real', async () => {
    const podio = await startTestServer({ settings: { mode: 'podio' } });
    try {
      const { setCookies } = await podio.browser().signInAsApp(22119);
      expect(setCookies.map((cookie) => cookie.split('=', 1)[0])).toEqual(['__Host-Http-keyring', '__Secure-authentication']);
    } finally {
      await podio.close();
    }
  });

  it('CK6 keep sixty authentications with long names, each cookie within 4096 bytes, and lose none', async () => {
    const browser = server.browser();
    await server.control('POST', '/faults', {
      path: '/user/status',
      status: 200,
      body: { profile: { name: '運用チーム'.repeat(40) } },
      times: 1,
    });
    await browser.signInAsAda();
    for (let appId = 22120; appId < 22179; appId++) {
      await server.control('POST', '/faults', {
        path: `/app/${appId}`,
        status: 200,
        body: { config: { name: `Ärendehantering ${appId} `.repeat(20) } },
        times: 1,
      });
      const answer = await browser.signInAsApp(appId);
      expect(answer.status).toBe(201);
      for (const cookie of answer.setCookies) expect(cookie.length).toBeLessThanOrEqual(4096);
    }
    expect(await ids(browser)).toHaveLength(60);
    expect(code(await browser.signInAsApp(22180))).toBe('keyring_full');
    expect((await browser.signInAsApp(22150)).status).toBe(201);
    expect(await ids(browser)).toHaveLength(60);
    for (const id of await ids(browser)) expect((await browser.get(`/keyring/${id}`)).status).toBe(200);
    expect(Buffer.byteLength(browser.cookieHeader('/keyring/app-22150'))).toBeLessThan(8192);
    const gone = await browser.delete('/keyring');
    expect(gone.setCookies).toHaveLength(61);
    expect(browser.cookies).toEqual([]);
  }, 60_000);

  it('tokens too long for a cookie fail the sign-in with a clear error', async () => {
    const body = {
      access_token: 'a'.repeat(2000),
      refresh_token: 'b'.repeat(2000),
      expires_in: 28800,
      token_type: 'bearer',
      ref: { type: 'app', id: 22119 },
      scope: 'global:all',
    };
    await server.control('POST', '/faults', { path: '/oauth/token/v2', status: 200, body, times: 1 });
    const browser = server.browser();
    const answer = await browser.signInAsApp(22119);
    expect([answer.status, code(answer)]).toEqual([502, 'podio_error']);
    expect(browser.cookies).toEqual([]);
  });
});

describe('GET /keyring/:id', () => {
  it('knows the difference between unknown and expired', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    const unknown = await browser.get('/keyring/app-1');
    expect([unknown.status, code(unknown)]).toEqual([401, 'unknown_authentication']);
    browser.cookies.splice(
      browser.cookies.findIndex(({ path }) => path === '/keyring/app-22119'),
      1,
    );
    const expired = await browser.get('/keyring/app-22119');
    expect([expired.status, code(expired)]).toEqual([401, 'authentication_expired']);
    expect(await ids(browser)).toEqual(['app-22119']);
  });

  it('refuses an id that is none', async () => {
    for (const id of ['app-x', 'nobody', 'app-0', 'user-']) expect(code(await server.browser().get(`/keyring/${id}`))).toBe('bad_request');
  });

  it('CK12 ends with the refresh token, whatever the browser keeps', async () => {
    let time = Date.now();
    const old = await startTestServer({ now: () => time });
    try {
      const browser = old.browser();
      await browser.signInAsApp(22119);
      time += 28 * 24 * 3600 * 1000 + 1000;
      expect(code(await browser.get('/keyring/app-22119'))).toBe('authentication_expired');
    } finally {
      await old.close();
    }
  });
});

describe('POST /keyring/:id/refresh', () => {
  it('puts a fresh access token behind it and says until when', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    const before = browser.cookies.find(({ path }) => path === '/keyring/app-22119')?.value;
    const answer = await browser.post('/keyring/app-22119/refresh');
    expect([answer.status, answer.json()]).toEqual([200, expect.objectContaining({ id: 'app-22119' })]);
    expect(answer.setCookies).toHaveLength(1);
    expect(browser.cookies.find(({ path }) => path === '/keyring/app-22119')?.value).not.toBe(before);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
    await browser.post('/keyring/app-22119/refresh');
    expect((await server.tokenRequests()).refresh_token).toBe(2);
  });

  it('RF6 answers a second request with the cookie from before out of its memory', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    const late = browser.copy();
    await browser.post('/keyring/app-22119/refresh');
    const answer = await late.post('/keyring/app-22119/refresh');
    expect(answer.setCookies).toHaveLength(1);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
    expect((await late.get('/keyring/app-22119')).json()).toEqual((await browser.get('/keyring/app-22119')).json());
  });

  it('RF10 a refusal ends this one and no other', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22191);
    await browser.signInAsApp(22119);
    const refused = await browser.post('/keyring/app-22191/refresh');
    expect([refused.status, code(refused)]).toEqual([401, 'authentication_expired']);
    expect((await browser.post('/keyring/app-22119/refresh')).status).toBe(200);
    expect(await ids(browser)).toEqual(['app-22191', 'app-22119']);
  });

  it.each([
    [{ status: 500 }, 'podio_error'],
    [{ status: 400, body: '<html></html>', headers: { 'content-type': 'text/html' } }, 'podio_error'],
    [{ status: 400, body: { error: 'invalid_client', error_description: 'x' } }, 'client_rejected'],
    [{ status: 420 }, 'podio_error'],
    [{ drop: true }, 'podio_unreachable'],
  ])('RF11 RF12 RF14 %o says %s and keeps the authentication', async (fault, expected) => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    await server.control('POST', '/faults', { path: '/oauth/token/v2', times: 1, ...fault });
    expect(code(await browser.post('/keyring/app-22119/refresh'))).toBe(expected);
    expect((await browser.get('/keyring/app-22119')).status).toBe(200);
    expect((await browser.post('/keyring/app-22119/refresh')).status).toBe(200);
  });

  it('RF15 refuses tokens of somebody else', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    const body = {
      access_token: 'x',
      refresh_token: 'y',
      expires_in: 28800,
      token_type: 'bearer',
      ref: { type: 'app', id: 22118 },
      scope: 'global:all',
    };
    await server.control('POST', '/faults', { path: '/oauth/token/v2', status: 200, body, times: 1 });
    const answer = await browser.post('/keyring/app-22119/refresh');
    expect([answer.status, code(answer), answer.setCookies]).toEqual([401, 'authentication_expired', []]);
  });
});

describe('signing out', () => {
  it('LO2 LO7 of one leaves the others, and may be said twice', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22118);
    await browser.signInAsApp(22119);
    const answer = await browser.delete('/keyring/app-22118');
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await ids(browser)).toEqual(['app-22119']);
    expect((await browser.delete('/keyring/app-22118')).status).toBe(204);
    expect((await server.browser().delete('/keyring/app-1')).status).toBe(204);
    expect(code(await browser.get('/keyring/app-22118'))).toBe('unknown_authentication');
  });

  it('LO3 of all clears every cookie and the storage of the site', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22118);
    await browser.signInAsAda();
    const answer = await browser.delete('/keyring');
    expect([answer.status, answer.headers['clear-site-data']]).toEqual([204, '"cache", "storage"']);
    expect(browser.cookies).toEqual([]);
    expect((await server.browser().delete('/keyring')).status).toBe(204);
  });

  it('LO6 RF20 wins over a refresh that is still on its way', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 300, times: 1 });
    const late = browser.copy();
    const [call, signOut] = await Promise.all([late.get('/keyring/app-22119/api/app/22119'), browser.delete('/keyring/app-22119')]);
    expect([call.status, signOut.status]).toEqual([200, 204]);
    expect(call.setCookies).toEqual([]);
  });

  it('a refresh that ends late does not overwrite a newer sign-in of the same ref', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 400, times: 1 });
    const late = browser.copy();
    const call = late.get('/keyring/app-22119/api/app/22119');
    await waitForTokenRequest();
    expect((await browser.signInAsApp(22119)).status).toBe(201);
    for (const cookie of (await call).setCookies) browser.store(cookie);
    expect((await browser.get('/keyring/app-22119')).status).toBe(200);
  });
});

describe('PATCH /keyring/:id', () => {
  it('makes an authentication read-only: what changes something never reaches Podio', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22119);
    const answer = await browser.send('PATCH', '/keyring/app-22119', { readOnly: true });
    expect([answer.status, answer.json()]).toEqual([200, expect.objectContaining({ readOnly: true })]);
    for (const [method, path] of [
      ['POST', '/item/app/22119/'],
      ['PUT', '/item/1'],
      ['DELETE', '/item/1'],
      ['POST', '/item/app/22119/filter/../'],
    ] as const) {
      const refused = await browser.send(method, `/keyring/app-22119/api${path}`, {});
      expect([403, 400]).toContain(refused.status);
    }
    expect(code(await browser.post('/keyring/app-22119/api/item/app/22119/', {}))).toBe('read_only');
    expect((await browser.post('/keyring/app-22119/api/item/app/22119/filter/', { limit: 1 })).status).toBe(200);
    expect((await browser.get('/keyring/app-22119/api/app/22119')).status).toBe(200);
    await browser.signInAsApp(22119);
    expect((await browser.get('/keyring/app-22119')).json()).toMatchObject({ readOnly: true });
    await browser.send('PATCH', '/keyring/app-22119', { readOnly: false });
    expect((await browser.post('/keyring/app-22119/api/item/app/22119/', { fields: {} })).status).not.toBe(403);
  });
});

describe('POST /keyring/:id/apps', () => {
  it('signs in as an app that the person administers, and shows no token', async () => {
    const browser = server.browser();
    await browser.signInAsAda();
    const answer = await browser.post('/keyring/user-1/apps', { appId: 22119 });
    expect([answer.status, answer.json()]).toEqual([
      201,
      { authentication: expect.objectContaining({ id: 'app-22119', method: 'app', name: 'Bugs' }) },
    ]);
    expect(answer.text).not.toContain('sandbox-app-token');
    expect((await browser.get('/keyring/app-22119/api/app/22119')).status).toBe(200);
  });

  it('says so where Podio does not show the token', async () => {
    const browser = server.browser();
    await browser.post('/auth/password', { username: 'grace@example.com', password: 'sandbox' });
    expect(code(await browser.post('/keyring/user-2/apps', { appId: 22119 }))).toBe('app_token_hidden');
    await server.control('PATCH', '/settings', { showAppTokens: false });
    await browser.signInAsAda();
    expect(code(await browser.post('/keyring/user-1/apps', { appId: 22119 }))).toBe('app_token_hidden');
  });

  it('refreshes first where the access token has ended', async () => {
    const browser = server.browser();
    await browser.signInAsAda();
    await server.control('POST', '/expire', {});
    const answer = await browser.post('/keyring/user-1/apps', { appId: 22119 });
    expect(answer.status).toBe(201);
    expect(answer.setCookies).toHaveLength(3);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
  });
});

/** Until the sandbox has received a token request that it is still holding back. */
async function waitForTokenRequest(): Promise<void> {
  for (;;) {
    const { requests } = (await server.control('GET', '/requests')) as { requests: { url: string; status?: number | null }[] };
    if (requests.filter(({ url }) => url === '/oauth/token/v2').length >= 2) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
