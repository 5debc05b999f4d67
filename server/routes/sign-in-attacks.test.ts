import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../contract.ts';
import { allow } from '../podio/sandbox-testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ settings: { pkce: true } });
});
afterEach(async () => {
  await server.control('DELETE', '');
});
afterAll(() => server.close());

const problem = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const idsOf = async (browser: TestBrowser) =>
  (await browser.get('/keyring')).json<{ authentications: { id: string }[] }>().authentications.map(({ id }) => id);

/** Starts a sign-in and allows it: what stands in the redirect. */
async function allowed(browser: TestBrowser, username: string, body: object = {}): Promise<{ code: string; state: string }> {
  const { authorizeUrl } = (await browser.post('/auth/authorize', body)).json<{ authorizeUrl: string }>();
  const state = new URL(authorizeUrl).searchParams.get('state') as string;
  return { code: await allow(authorizeUrl, username), state };
}

describe('ALLOWED_REFS', () => {
  it('keeps out by every way whoever is not on it, asks Podio for no token where the ref is known before, and keeps nothing', async () => {
    const listed = await startTestServer({ settings: { allowedRefs: new Set(['user-1']) } });
    try {
      const browser = listed.browser();
      const refused = [
        await browser.post('/auth/callback', await allowed(browser, 'grace@example.com')),
        await browser.post('/auth/password', { username: 'grace@example.com', password: 'sandbox' }),
        await browser.signInAsApp(22119),
      ];
      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect(refused.map(problem)).toEqual(['not_allowed', 'not_allowed', 'not_allowed']);
      expect(browser.cookies).toEqual([]);

      expect((await browser.signInAsAda()).status).toBe(201);
      expect(problem(await browser.post('/keyring/user-1/apps', { appId: 22119 }))).toBe('not_allowed');
      expect(await idsOf(browser)).toEqual(['user-1']);
      expect(await listed.tokenRequests()).toMatchObject({ app: 0, errors: 0 });
    } finally {
      await listed.close();
    }
  });
});

describe('a sign-in under attack', () => {
  it('L7 leads where its start said, whatever the callback brings along', async () => {
    const browser = server.browser();
    const query = await allowed(browser, 'ada@example.com', { returnTo: '/as/user-1/explorer' });
    const answer = await browser.post('/auth/callback', { ...query, returnTo: '/elsewhere', return_to: 'https://evil.example/' });
    expect([answer.status, answer.json<{ returnTo: string }>().returnTo]).toEqual([201, '/as/user-1/explorer']);
  });

  it('L8 is not begun by a browser that fetches ahead', async () => {
    const purposes: Record<string, string>[] = [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }];
    for (const purpose of purposes)
      for (const path of ['/auth/authorize', '/auth/authorize?scope=global:all', '/sign-in', '/callback?code=x&state=y', '/auth/config']) {
        const { setCookies } = await server.browser().get(path, { accept: 'text/html', ...purpose });
        expect([path, setCookies]).toEqual([path, []]);
      }
    for (const purpose of purposes)
      for (const [path, body] of [
        ['/auth/authorize', {}],
        ['/auth/app', { appId: 22119, appToken: 'sandbox-app-token-22119' }],
      ] as const) {
        const answer = await server.browser().post(path, body, purpose);
        expect([path, answer.status, answer.setCookies]).toEqual([path, 400, []]);
      }
    expect(await server.tokenRequests()).toMatchObject({ authorization_code: 0, app: 0, errors: 0 });
  });

  it('CB5 does not take a code that was allowed for somebody else’s sign-in, and keeps nothing of it', async () => {
    const [victim, attacker] = [server.browser(), server.browser()];
    const { code } = await allowed(attacker, 'grace@example.com');
    const { state } = await allowed(victim, 'ada@example.com');
    const answer = await victim.post('/auth/callback', { code, state });
    expect([answer.status, problem(answer)]).toEqual([401, 'invalid_credentials']);
    expect(await idsOf(victim)).toEqual([]);
    expect(victim.cookies).toEqual([]);
  });

  it('L11 gives whoever planted a keyring in a browser nothing of what is added to it', async () => {
    const attacker = server.browser();
    await attacker.signInAsApp(22118);
    const victim = attacker.copy(); // the attacker's cookies, planted before the victim signs in
    const before = attacker.cookieHeader('/keyring');
    expect((await victim.signInAsAda()).status).toBe(201);
    expect(victim.cookieHeader('/keyring')).not.toBe(before);
    expect(await idsOf(victim)).toEqual(['app-22118', 'user-1']);

    expect(await idsOf(attacker)).toEqual(['app-22118']);
    for (const answer of [await attacker.get('/keyring/user-1'), await attacker.get('/keyring/user-1/api/user/status')])
      expect([answer.status, problem(answer)]).toEqual([401, 'unknown_authentication']);
  });

  it('L11 leaves the cookies from before a sign-in of the same person without use', async () => {
    const browser = server.browser();
    await browser.signInAsAda();
    const planted = browser.copy();
    await browser.signInAsAda();
    const mixed = browser.copy(); // the new list of authentications beside the old tokens
    const oldToken = planted.cookies.find(({ path }) => path === '/keyring/user-1');
    mixed.cookies.splice(
      mixed.cookies.findIndex(({ path }) => path === '/keyring/user-1'),
      1,
      ...(oldToken ? [oldToken] : []),
    );
    expect(problem(await mixed.get('/keyring/user-1'))).toBe('authentication_expired');
  });
});
