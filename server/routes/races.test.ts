import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Authentication, Problem } from '../contract.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';

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
const call = (browser: TestBrowser, id: string) => browser.get(`/keyring/${id}/api/${id.replace('-', '/')}`);
const ids = async (browser: TestBrowser) =>
  (await browser.get('/keyring')).json<{ authentications: Authentication[] }>().authentications.map(({ id }) => id);

async function holding(...appIds: number[]): Promise<TestBrowser> {
  const browser = server.browser();
  for (const appId of appIds) expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

/** Until the sandbox is holding back so many token requests. */
async function tokenRequestsReceived(count: number): Promise<void> {
  for (;;) {
    const { requests } = (await server.control('GET', '/requests')) as { requests: { url: string }[] };
    if (requests.filter(({ url }) => url.startsWith('/oauth/token')).length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('cookies', () => {
  it('CK2 are not written by reads and by what fails', async () => {
    const browser = await holding(22119);
    const answers = [
      await browser.get('/keyring'),
      await browser.get('/keyring/app-22119'),
      await browser.get('/keyring/app-1'),
      await call(browser, 'app-22119'),
      await browser.post('/auth/app', { appId: 22118, appToken: 'wrong' }),
      await browser.post('/auth/app', {}),
      await browser.get('/auth/config'),
      await browser.post('/keyring/app-1/refresh'),
      await browser.send('PATCH', '/keyring/app-22119', { readOnly: 'yes' }),
    ];
    for (const answer of answers) expect(answer.setCookies).toEqual([]);
  });

  it('CK5 from before a sign-out open in no mix with newer ones; a complete old copy does, as SECURITY.md says', async () => {
    const browser = await holding(22118, 22119);
    const before = browser.copy();
    await browser.delete('/keyring');
    await browser.signInAsApp(22119);
    const mixed = browser.copy();
    for (const cookie of before.cookies) if (cookie.path !== '/') mixed.cookies.push(cookie);
    expect(code(await call(mixed, 'app-22118'))).toBe('unknown_authentication');
    const swapped = before.copy();
    swapped.cookies.splice(
      swapped.cookies.findIndex(({ path }) => path === '/'),
      1,
      ...browser.cookies.filter(({ path }) => path === '/'),
    );
    expect(code(await call(swapped, 'app-22119'))).toBe('authentication_expired');
    expect((await call(before, 'app-22118')).status).toBe(200);
  });

  it('CK9 of a longer or shorter name are not taken for ours', async () => {
    const browser = await holding(22119);
    const keyring = browser.cookies.find(({ path }) => path === '/')?.value;
    for (const name of [
      '__Host-Http-sandbox-keyring.1',
      'x__Host-Http-sandbox-keyring',
      '__Host-Http-sandbox-keyrin',
      '__host-http-sandbox-keyring',
    ])
      expect((await browser.get('/keyring', { cookie: `${name}=${keyring}` })).json()).toMatchObject({ authentications: [] });
  });

  it('CK13 may come in several header fields', async () => {
    const browser = await holding(22119);
    const fields = browser
      .cookieHeader('/keyring/app-22119')
      .split('; ')
      .map((cookie) => `Cookie: ${cookie}\r\n`);
    const answer = await raw(
      `GET /keyring/app-22119 HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nConnection: close\r\n${fields.join('')}\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('CK14 that the browser dropped cost one authentication, and the others work', async () => {
    const browser = await holding(22118, 22119);
    browser.cookies.splice(
      browser.cookies.findIndex(({ path }) => path === '/keyring/app-22118'),
      1,
    );
    expect(code(await call(browser, 'app-22118'))).toBe('authentication_expired');
    expect((await call(browser, 'app-22119')).status).toBe(200);
    expect((await browser.signInAsApp(22118)).status).toBe(201);
    expect(await ids(browser)).toEqual(['app-22118', 'app-22119']);
  });

  it('get a new keyring identity after the sign-out of all', async () => {
    const browser = await holding(22119);
    const before = browser.copy();
    await browser.delete('/keyring');
    await browser.signInAsApp(22118);
    const keyring = browser.cookies.filter(({ path }) => path === '/');
    const tokenFromBefore = before.cookies.filter(({ path }) => path === '/keyring/app-22119');
    const planted = before.copy();
    planted.cookies.splice(0, planted.cookies.length, ...keyring, ...tokenFromBefore);
    expect(code(await call(planted, 'app-22119'))).toBe('unknown_authentication');
  });
});

describe('refresh', () => {
  it.each([false, true])(
    'RF1 two hundred calls at once cost one token request (refresh tokens rotate: %s)',
    async (rotateRefreshTokens) => {
      const browser = await holding(22119);
      await server.control('PATCH', '/settings', { rotateRefreshTokens });
      await server.control('POST', '/expire', {});
      const answers = await Promise.all(Array.from({ length: 200 }, () => call(browser.copy(), 'app-22119')));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      expect(answers.every(({ setCookies }) => setCookies.length === 1)).toBe(true);
      expect(await server.tokenRequests()).toMatchObject({ refresh_token: 1, errors: 0 });
    },
  );

  it('RF19 of sixty authentications that end together is one token request each', async () => {
    const browser = await holding(...Array.from({ length: 59 }, (_, index) => 22120 + index));
    await server.control('POST', '/expire', {});
    const held = await ids(browser);
    const answers = await Promise.all(held.flatMap((id) => [call(browser.copy(), id), call(browser.copy(), id)]));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: held.length, errors: 0 });
  }, 60_000);

  it('RF21 leaves a change of the keyring alone that was made meanwhile', async () => {
    const browser = await holding(22119);
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 200, times: 1 });
    const refreshing = call(browser.copy(), 'app-22119');
    const changed = await browser.send('PATCH', '/keyring/app-22119', { readOnly: true });
    expect(changed.status).toBe(200);
    for (const cookie of (await refreshing).setCookies) browser.store(cookie);
    expect((await browser.get('/keyring/app-22119')).json()).toMatchObject({ readOnly: true });
    expect((await call(browser, 'app-22119')).status).toBe(200);
    expect((await server.tokenRequests()).refresh_token).toBe(1);
  });

  it('RF22 that was refused is not asked again by a hundred calls', async () => {
    const browser = await holding(22191);
    await server.control('POST', '/expire', {});
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all(Array.from({ length: 25 }, () => call(browser.copy(), 'app-22191')));
      expect(new Set(answers.map(code))).toEqual(new Set(['authentication_expired']));
    }
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 0, errors: 1 });
  });

  it('RF25 that was revoked ends that authentication, and signing in again begins a new one', async () => {
    const browser = await holding(22118, 22119);
    await server.control('POST', '/revoke', { ref: { type: 'app', id: 22118 } });
    expect(code(await call(browser, 'app-22118'))).toBe('authentication_expired');
    expect((await call(browser, 'app-22119')).status).toBe(200);
    await browser.signInAsApp(22118);
    expect((await call(browser, 'app-22118')).status).toBe(200);
  });

  it('RF27 that is under way is finished before the process ends', async () => {
    const own = await startTestServer();
    const browser = own.browser();
    await browser.signInAsApp(22119);
    await own.control('POST', '/expire', {});
    await own.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 300, times: 1 });
    const calling = browser.get('/keyring/app-22119/api/app/22119');
    while (((await own.control('GET', '/requests')) as { requests: unknown[] }).requests.length < 4)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await own.app.close();
    const answer = await calling; // who waited for it gets the new tokens yet
    expect([answer.status, answer.setCookies.length]).toEqual([200, 1]);
    expect((await own.tokenRequests()).refresh_token).toBe(1);
    await own.sandbox.close();
  });

  it('a failed one is shared by those who wait, and the next call asks again', async () => {
    const browser = await holding(22119);
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 100, status: 503, times: 1 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(browser.copy(), 'app-22119')));
    expect(answers.map(code)).toEqual(Array(10).fill('podio_error'));
    expect(await server.tokenRequests()).toMatchObject({ refresh_token: 0, errors: 1 });
    expect((await call(browser, 'app-22119')).status).toBe(200);
  });
});

describe('signing out', () => {
  it('LO1 is no GET', async () => {
    const browser = await holding(22119);
    for (const path of ['/keyring/app-22119/delete', '/auth/sign-out', '/keyring?_method=DELETE']) await browser.get(path);
    await browser.send('POST', '/keyring', {}, { 'x-http-method-override': 'DELETE' });
    expect(await ids(browser)).toEqual(['app-22119']);
  });

  it('LO4 needs no Podio', async () => {
    const browser = await holding(22119);
    await server.control('POST', '/faults', { drop: true, times: 5 });
    expect((await browser.delete('/keyring/app-22119')).status).toBe(204);
    expect(await ids(browser)).toEqual([]);
  });

  it('LO6 while a refresh is held back: its answer sets no cookie, and the old cookies are dead beside the new keyring', async () => {
    const browser = await holding(22118, 22119);
    await server.control('POST', '/expire', {});
    await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 250, times: 1 });
    const late = browser.copy();
    const calling = call(late, 'app-22119');
    await tokenRequestsReceived(3);
    await browser.delete('/keyring/app-22119');
    const answer = await calling;
    expect([answer.status, answer.setCookies]).toEqual([200, []]);
    expect(await ids(browser)).toEqual(['app-22118']);
    expect(code(await call(browser, 'app-22119'))).toBe('unknown_authentication');
  });
});

describe('many authentications', () => {
  it('MA2 one that was signed out in another tab is not replaced by any other', async () => {
    const browser = await holding(22118, 22119);
    await browser.delete('/keyring/app-22119');
    const answer = await browser.post('/keyring/app-22119/api/item/app/22119/', { fields: { title: 'x' } });
    expect([answer.status, code(answer)]).toEqual([401, 'unknown_authentication']);
    expect((await server.control('GET', '')) as { counts: { api: number } }).toMatchObject({ counts: { api: 2 } });
  });

  it('MA11 removed and then changed stays removed', async () => {
    const browser = await holding(22118, 22119);
    await browser.delete('/keyring/app-22119');
    expect(code(await browser.send('PATCH', '/keyring/app-22119', { readOnly: true }))).toBe('unknown_authentication');
    expect(await ids(browser)).toEqual(['app-22118']);
  });

  it('a name comes back whole where the list had to shorten it', async () => {
    const browser = server.browser();
    const name = `The bugs of ${'a very large organisation '.repeat(12)}`.trim();
    for (let appId = 22120; appId < 22150; appId++) {
      await server.control('POST', '/faults', { path: `/app/${appId}`, status: 200, body: { config: { name } }, times: 1 });
      await browser.signInAsApp(appId);
    }
    const { authentications } = (await browser.get('/keyring')).json<{ authentications: Authentication[] }>();
    expect(authentications[0]?.name).toMatch(/^The bugs of .*…$/);
    expect((await browser.get('/keyring/app-22120')).json()).toMatchObject({ name });
  }, 30_000);
});

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(server.settings.port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
