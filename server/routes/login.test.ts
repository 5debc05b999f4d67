import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Authentication, Problem } from '../contract.ts';
import { send, startTestServer, type TestBrowser, type TestServer } from '../testing.ts';

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

/** Walks the authorize page as a person would, and gives back what stood in the redirect. */
async function allow(authorizeUrl: string, button: 'Allow' | 'Deny' = 'Allow'): Promise<Record<string, string>> {
  const location = await walkAuthorizePage(authorizeUrl, button);
  return Object.fromEntries(new URL(location).searchParams);
}

/** Fills in the page's own forms until it leads away. */
async function walkAuthorizePage(authorizeUrl: string, button: 'Allow' | 'Deny'): Promise<string> {
  const origin = new URL(authorizeUrl).origin;
  let cookie = '';
  let answer = await send(authorizeUrl, 'GET');
  for (let step = 0; step < 6; step++) {
    const setCookie = answer.setCookies[0]?.split(';', 1)[0];
    if (setCookie) cookie = setCookie;
    if (answer.headers.location) {
      const next = new URL(answer.headers.location, authorizeUrl);
      if (next.origin !== origin) return next.href;
      answer = await send(next.href, 'GET', undefined, cookie ? { cookie } : {});
      continue;
    }
    const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(answer.text);
    const fields = new URLSearchParams();
    for (const input of form?.[2]?.matchAll(/<input[^>]*>/g) ?? []) {
      const name = /name="([^"]*)"/.exec(input[0])?.[1];
      const value = /value="([^"]*)"/.exec(input[0])?.[1] ?? '';
      if (name) fields.set(name, decodeEntities(value));
    }
    if (fields.has('username')) {
      fields.set('username', 'ada@example.com');
      fields.set('password', 'sandbox');
    } else {
      const pressed = new RegExp(`<button([^>]*)>\\s*${button}\\s*</button>`).exec(form?.[2] ?? '')?.[1] ?? '';
      const name = /name="([^"]*)"/.exec(pressed)?.[1];
      if (name) fields.set(name, /value="([^"]*)"/.exec(pressed)?.[1] ?? '');
    }
    const action = decodeEntities(form?.[1] ?? '') || answer.text;
    answer = await send(new URL(action, authorizeUrl).href, 'POST', fields.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      ...(cookie && { cookie }),
    });
  }
  throw new Error('the authorize page leads nowhere');
}

const decodeEntities = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');
const problem = (answer: { json: <T>() => T }) => answer.json<Problem>();

async function startLogin(browser: TestBrowser, body: object = {}): Promise<string> {
  const answer = await browser.post('/auth/authorize', body);
  expect(answer.status).toBe(201);
  return answer.json<{ authorizeUrl: string }>().authorizeUrl;
}

describe('GET /auth/config', () => {
  it('says which ways are on, and the published sample credentials only', async () => {
    const config = (await server.browser().get('/auth/config')).json();
    expect(config).toMatchObject({
      mode: 'sandbox',
      methods: ['authorization_code', 'app', 'password'],
      defaultScope: 'global:all',
      store: 'cookie',
      capacity: 60,
    });
    expect(JSON.stringify(config)).toContain('sandbox-app-token-22119');
    expect(JSON.stringify(config)).not.toContain('sandbox-secret');
  });
});

describe('the server-side flow', () => {
  it('signs a person in, and leads where the sign-in began', async () => {
    const browser = server.browser();
    const query = await allow(await startLogin(browser, { returnTo: '/as/user-1/explorer?path=/user' }));
    const answer = await browser.post('/auth/callback', query);
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      authentication: { id: 'user-1', method: 'authorization_code', ref: { type: 'user', id: 1 }, name: 'Ada Lovelace', readOnly: false },
      returnTo: '/as/user-1/explorer?path=/user',
    });
  });

  it('leads to the home of whoever signed in where nothing was asked', async () => {
    const browser = server.browser();
    const answer = await browser.post('/auth/callback', await allow(await startLogin(browser)));
    expect(answer.json()).toMatchObject({ returnTo: '/as/user-1' });
  });

  it('L1 gives each start a state and a cookie of its own, and asks for the scope', async () => {
    const browser = server.browser();
    const [one, two] = [new URL(await startLogin(browser, { scope: 'user:read' })), new URL(await startLogin(browser))];
    expect(one.searchParams.get('state')).not.toBe(two.searchParams.get('state'));
    expect(one.searchParams.get('scope')).toBe('user:read');
    expect(two.searchParams.get('scope')).toBe('global:all');
    expect(one.searchParams.get('redirect_uri')).toBe(`${server.url}/callback`);
    expect(one.searchParams.has('code_challenge')).toBe(false);
    expect(browser.cookies.filter(({ name }) => name.startsWith('__Host-Http-sandbox-login-'))).toHaveLength(2);
  });

  it('L2 refuses another browser, asks Podio nothing, and uses nothing up', async () => {
    const [mine, other] = [server.browser(), server.browser()];
    const query = await allow(await startLogin(mine));
    const refused = await other.post('/auth/callback', query);
    expect([refused.status, problem(refused).code]).toEqual([403, 'state_mismatch']);
    expect(await server.tokenRequests()).toMatchObject({ authorization_code: 0, errors: 0 });
    expect((await mine.post('/auth/callback', query)).status).toBe(201);
  });

  it('L3 finishes five sign-ins in reverse order', async () => {
    const browser = server.browser();
    const urls: string[] = [];
    for (let index = 0; index < 5; index++) urls.push(await startLogin(browser, { returnTo: `/as/user-1?${index}` }));
    for (let index = 4; index >= 0; index--) {
      const answer = await browser.post('/auth/callback', await allow(urls[index] as string));
      expect(answer.json()).toMatchObject({ returnTo: `/as/user-1?${index}` });
    }
  });

  it('L4 drops the oldest of more than eight sign-ins under way', async () => {
    const browser = server.browser();
    const urls: string[] = [];
    for (let index = 0; index < 50; index++) urls.push(await startLogin(browser));
    expect(browser.cookies.filter(({ name }) => name.includes('login'))).toHaveLength(8);
    const state = (index: number) => new URL(urls[index] as string).searchParams.get('state');
    expect((await browser.post('/auth/callback', { code: 'x', state: state(41) })).status).toBe(403);
    expect((await browser.post('/auth/callback', await allow(urls[49] as string))).status).toBe(201);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])('L6 refuses returnTo %s', async (returnTo) => {
    const answer = await server.browser().post('/auth/authorize', { returnTo });
    expect([answer.status, problem(answer).code]).toEqual([400, 'bad_request']);
    expect(problem(answer).detail).toContain('returnTo');
  });

  it('L9 sends its own redirect_uri, client_id and state, whatever the browser says', async () => {
    const url = new URL(
      await startLogin(server.browser(), {
        redirect_uri: 'https://evil.example',
        client_id: 'evil',
        state: 'mine',
        response_type: 'token',
      }),
    );
    expect(url.searchParams.getAll('redirect_uri')).toEqual([`${server.url}/callback`]);
    expect(url.searchParams.getAll('client_id')).toEqual(['sandbox']);
    expect(url.searchParams.getAll('state')).toHaveLength(1);
    expect(url.searchParams.get('state')).not.toBe('mine');
    expect(url.searchParams.get('response_type')).toBe('code');
  });

  it('refuses a scope of more than 100 characters', async () => {
    const answer = await server.browser().post('/auth/authorize', { scope: 'x'.repeat(101) });
    expect([answer.status, problem(answer).code]).toEqual([400, 'bad_request']);
  });

  it('CB1 refuses a wrong or empty state, and the right one still works', async () => {
    const browser = server.browser();
    const query = await allow(await startLogin(browser));
    for (const state of ['', 'wrong', `${query.state}x`]) {
      const answer = await browser.post('/auth/callback', { ...query, state });
      expect([answer.status, problem(answer).code]).toEqual([403, 'state_mismatch']);
    }
    expect((await browser.post('/auth/callback', { code: query.code })).status).toBe(400);
    expect((await browser.post('/auth/callback', query)).status).toBe(201);
  });

  it('CB4 redeems a code once, also with the cookies from before', async () => {
    const browser = server.browser();
    const query = await allow(await startLogin(browser));
    const before = browser.copy();
    expect((await browser.post('/auth/callback', query)).status).toBe(201);
    for (const again of [browser, before]) expect(problem(await again.post('/auth/callback', query)).code).toBe('state_mismatch');
    expect(await server.tokenRequests()).toMatchObject({ authorization_code: 1, errors: 0 });
  });

  it('CB15 makes one token request for two posts at the same moment', async () => {
    const browser = server.browser();
    const query = await allow(await startLogin(browser));
    const answers = await Promise.all([browser.post('/auth/callback', query), browser.post('/auth/callback', query)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect(await server.tokenRequests()).toMatchObject({ authorization_code: 1, errors: 0 });
  });

  it('CB3 takes a denial for a denial, quotes Podio, and uses the state up', async () => {
    const browser = server.browser();
    const query = await allow(await startLogin(browser), 'Deny');
    const answer = await browser.post('/auth/callback', { ...query, code: 'smuggled' });
    expect([answer.status, problem(answer).code, problem(answer).detail]).toEqual([403, 'access_denied', 'The user denied your request.']);
    expect(problem(await browser.post('/auth/callback', query)).code).toBe('state_mismatch');
    expect(await server.tokenRequests()).toMatchObject({ authorization_code: 0, errors: 0 });
  });

  it('CB6 bounds what Podio says and any other error is podio_error', async () => {
    const browser = server.browser();
    const { state } = await allow(await startLogin(browser), 'Deny');
    const answer = await browser.post('/auth/callback', {
      error: 'server_error',
      error_description: `<b>${'x'.repeat(5000)}\r\nset-cookie: a=b`,
      state,
    });
    expect([answer.status, problem(answer).code]).toEqual([502, 'podio_error']);
    expect(problem(answer).detail.length).toBeLessThan(600);
    expect(answer.setCookies.every((cookie) => cookie.includes('login-'))).toBe(true);
  });

  it('a code that Podio refuses uses the state up too', async () => {
    const browser = server.browser();
    const query = await allow(await startLogin(browser));
    const answer = await browser.post('/auth/callback', { ...query, code: 'f'.repeat(32) });
    expect([answer.status, problem(answer).code]).toEqual([401, 'invalid_credentials']);
    expect(problem(await browser.post('/auth/callback', query)).code).toBe('state_mismatch');
  });

  it.each([
    ['a code twice', (state: string) => ({ code: ['a', 'b'], state })],
    ['a state twice', (state: string) => ({ code: 'a', state: [state, state] })],
    ['an empty code', (state: string) => ({ code: '', state })],
    ['no state', () => ({ code: 'a' })],
  ])('CB2 refuses %s as malformed, asks Podio nothing, and uses nothing up', async (_what, body) => {
    const browser = server.browser();
    const { authorizeUrl } = (await browser.post('/auth/authorize', {})).json<{ authorizeUrl: string }>();
    const state = new URL(authorizeUrl).searchParams.get('state') as string;
    const before = await server.tokenRequests();
    const answer = await browser.post('/auth/callback', body(state));
    expect([answer.status, problem(answer).code, answer.setCookies]).toEqual([400, 'bad_request', []]);
    expect(await server.tokenRequests()).toEqual(before);
    const denied = await browser.post('/auth/callback', { error: 'access_denied', error_description: 'no', state });
    expect([denied.status, problem(denied).detail]).toEqual([403, 'no']);
  });

  it('CB16 takes no GET for a callback', async () => {
    const answer = await server.browser().get('/auth/callback?code=a&state=b', { accept: 'application/json' });
    expect(answer.status).toBe(404);
    expect(answer.setCookies).toEqual([]);
  });

  it('CB17 another process with the same secrets finishes what this one began; with other secrets it is a mismatch', async () => {
    const begun = server.browser();
    const { authorizeUrl } = (await begun.post('/auth/authorize', {})).json<{ authorizeUrl: string }>();
    const state = new URL(authorizeUrl).searchParams.get('state') as string;
    const body = { error: 'access_denied', error_description: 'no', state };
    const { apiUrl, publicUrl } = server.settings;
    for (const [cookieSecrets, expected] of [
      [['another-cookie-secret-0123456789abcdef'], 'state_mismatch'],
      [server.settings.cookieSecrets, 'access_denied'],
    ] as const) {
      const other = await startTestServer({ settings: { apiUrl, publicUrl, cookieSecrets } });
      try {
        const headers = { host: new URL(publicUrl).host, cookie: begun.cookieHeader('/auth/callback') };
        const answer = await send(`http://127.0.0.1:${other.settings.port}/auth/callback`, 'POST', body, headers);
        expect(problem(answer).code).toBe(expected);
      } finally {
        await other.close();
      }
    }
  });

  it('refuses a body without code and error', async () => {
    expect(problem(await server.browser().post('/auth/callback', { state: 'x' })).code).toBe('bad_request');
  });
});

describe('PKCE', () => {
  it('L1 sends S256 and the verifier that fits, where it is on', async () => {
    const pkce = await startTestServer({ settings: { pkce: true } });
    try {
      const browser = pkce.browser();
      const url = (await browser.post('/auth/authorize', {})).json<{ authorizeUrl: string }>().authorizeUrl;
      expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
      expect((await browser.post('/auth/callback', await allow(url))).status).toBe(201);
    } finally {
      await pkce.close();
    }
  });
});

describe('app authentication', () => {
  it('signs an app in, with its id as digits too', async () => {
    const browser = server.browser();
    const answer = await browser.signInAsApp(22119);
    expect(answer.status).toBe(201);
    const { authentication } = answer.json<{ authentication: Authentication }>();
    expect(authentication).toMatchObject({
      id: 'app-22119',
      method: 'app',
      ref: { type: 'app', id: 22119 },
      name: 'Bugs',
      scope: 'global:all',
    });
    expect(Date.parse(authentication.expiresAt) - Date.parse(authentication.issuedAt)).toBeCloseTo(8 * 3600 * 1000, -4);
    expect((await browser.post('/auth/app', { appId: '22118', appToken: ' sandbox-app-token-22118 ' })).status).toBe(201);
  });

  it('L14 L15 refuses a wrong token without saying more, and takes none in the address', async () => {
    const browser = server.browser();
    const answer = await browser.post('/auth/app', { appId: 22119, appToken: 'wrong' });
    expect([answer.status, problem(answer).code]).toEqual([401, 'invalid_credentials']);
    expect(answer.setCookies).toEqual([]);
    expect((await browser.post('/auth/app?appToken=sandbox-app-token-22119', { appId: 22119, appToken: 'x' })).status).toBe(400);
  });

  it.each([
    [{}, 'appId'],
    [{ appId: 'abc', appToken: 'x' }, 'appId'],
    [{ appId: -1, appToken: 'x' }, 'appId'],
    [{ appId: 22119 }, 'appToken'],
    [{ appId: 22119, appToken: '' }, 'appToken'],
    [{ appId: 22119, appToken: ['x'] }, 'appToken'],
  ])('names the field that is wrong in %o', async (body, field) => {
    const answer = await server.browser().post('/auth/app', body);
    expect([answer.status, problem(answer).code]).toEqual([400, 'bad_request']);
    expect(problem(answer).detail).toContain(field);
  });

  it('succeeds without a name, which it then makes up', async () => {
    await server.control('POST', '/faults', { path: '/app/22119', status: 500, times: 1 });
    expect((await server.browser().signInAsApp(22119)).json()).toMatchObject({ authentication: { name: 'App 22119' } });
  });

  it('L17 replaces an authentication of the same ref, and its old tokens are dead', async () => {
    const browser = server.browser();
    await browser.signInAsApp(22118);
    await browser.signInAsApp(22119);
    const before = browser.copy();
    await browser.signInAsApp(22118);
    const { authentications } = (await browser.get('/keyring')).json<{ authentications: Authentication[] }>();
    expect(authentications.map(({ id }) => id)).toEqual(['app-22118', 'app-22119']);
    const mixed = before.copy();
    const keyringNow = browser.cookies.find(({ path }) => path === '/');
    mixed.cookies.splice(
      mixed.cookies.findIndex(({ path }) => path === '/'),
      1,
      { ...keyringNow } as never,
    );
    expect(problem(await mixed.get('/keyring/app-22118')).code).toBe('authentication_expired');
    expect((await mixed.get('/keyring/app-22119')).status).toBe(200);
  });
});

describe('password authentication', () => {
  it('signs a person in', async () => {
    const answer = await server.browser().signInAsAda();
    expect(answer.json()).toMatchObject({ authentication: { id: 'user-1', method: 'password', name: 'Ada Lovelace' } });
  });

  it('L14 says the same for an unknown person and a wrong password', async () => {
    const browser = server.browser();
    const wrong = await browser.post('/auth/password', { username: 'ada@example.com', password: 'wrong' });
    const unknown = await browser.post('/auth/password', { username: 'nobody@example.com', password: 'wrong' });
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    expect(problem(wrong).code).toBe('invalid_credentials');
  });

  it('says when a second factor is needed', async () => {
    await server.control('POST', '/faults', { path: '/oauth/token/v2', status: 200, body: { server_nonce: 'n' }, times: 1 });
    const answer = await server.browser().signInAsAda();
    expect([answer.status, problem(answer).code]).toEqual([401, 'second_factor_required']);
  });
});

describe('when Podio does not play along', () => {
  it.each([
    [{ status: 500 }, 502, 'podio_error'],
    [{ status: 503, body: '<html>busy</html>', headers: { 'content-type': 'text/html' } }, 502, 'podio_error'],
    [{ status: 200, body: '<html>hello</html>', headers: { 'content-type': 'text/html' } }, 502, 'podio_error'],
    [{ status: 200, body: [] }, 502, 'podio_error'],
    [{ status: 302, headers: { location: 'https://evil.example/' } }, 502, 'podio_error'],
    [{ status: 420 }, 502, 'podio_error'],
    [{ status: 400, body: '' }, 502, 'podio_error'],
    [{ status: 400, body: { error: 'invalid_client', error_description: 'invalid_auth' } }, 502, 'client_rejected'],
    [{ drop: true }, 502, 'podio_unreachable'],
  ])('CB11 CB12 CB13 answers %o with %i %s and drops nothing', async (fault, status, code) => {
    const browser = server.browser();
    await browser.signInAsApp(22118);
    await server.control('POST', '/faults', { path: '/oauth/token/v2', times: 1, ...fault });
    const answer = await browser.signInAsApp(22119);
    expect([answer.status, problem(answer).code]).toEqual([status, code]);
    expect(answer.setCookies).toEqual([]);
    expect((await browser.signInAsApp(22119)).status).toBe(201);
    expect((await browser.get('/keyring')).json<{ authentications: unknown[] }>().authentications).toHaveLength(2);
  });

  it('CB11 gives up on a token endpoint that does not answer', async () => {
    const slow = await startTestServer({ limits: { tokenRequestMs: 200 } });
    try {
      await slow.control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 2000, times: 1 });
      const answer = await slow.browser().signInAsApp(22119);
      expect([answer.status, problem(answer).code]).toEqual([504, 'podio_timeout']);
    } finally {
      await slow.close();
    }
  });
});

describe('bounds', () => {
  it('L13 refuses the eleventh attempt in a minute without asking Podio, and counts neither success nor malformed ones', async () => {
    let time = Date.now();
    const limited = await startTestServer({ now: () => time });
    try {
      const browser = limited.browser();
      const wrong = () => browser.post('/auth/app', { appId: 22119, appToken: 'wrong' });
      for (let attempt = 0; attempt < 5; attempt++) expect((await wrong()).status).toBe(401);
      expect((await browser.post('/auth/app', {})).status).toBe(400);
      expect((await browser.signInAsApp(22118)).status).toBe(201);
      for (let attempt = 0; attempt < 5; attempt++) expect((await wrong()).status).toBe(401);
      const refused = await wrong();
      expect([refused.status, problem(refused).code]).toEqual([429, 'too_many_attempts']);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await limited.tokenRequests()).errors).toBe(10);
      time += 61_000;
      expect((await browser.signInAsApp(22119)).status).toBe(201);
    } finally {
      await limited.close();
    }
  });

  it('L16 says that the keyring is full before anything is asked of Podio, loses nothing, and renews', async () => {
    const small = await startTestServer({ settings: { capacity: 2 } });
    try {
      const browser = small.browser();
      await browser.signInAsApp(22117);
      await browser.signInAsApp(22118);
      const refused = await browser.signInAsApp(22119);
      expect([refused.status, problem(refused).code]).toEqual([409, 'keyring_full']);
      expect(await small.tokenRequests()).toMatchObject({ app: 2, errors: 0 });
      expect((await browser.signInAsApp(22118)).status).toBe(201);
      const password = await browser.signInAsAda();
      expect([password.status, problem(password).code]).toEqual([409, 'keyring_full']);
      expect((await small.tokenRequests()).password).toBe(1);
      expect((await browser.get('/keyring')).json<{ authentications: unknown[] }>().authentications).toHaveLength(2);
    } finally {
      await small.close();
    }
  });

  it('L18 refuses a way to sign in that is switched off', async () => {
    const narrow = await startTestServer({ settings: { loginMethods: ['app'] } });
    try {
      const browser = narrow.browser();
      for (const answer of [
        await browser.signInAsAda(),
        await browser.post('/auth/authorize', {}),
        await browser.post('/auth/callback', { code: 'x', state: 'y' }),
      ])
        expect([answer.status, problem(answer).code]).toEqual([403, 'method_disabled']);
      expect((await browser.get('/auth/config')).json()).toMatchObject({ methods: ['app'] });
    } finally {
      await narrow.close();
    }
  });

  it('lets in nobody but those on the list, where there is one', async () => {
    const listed = await startTestServer({ settings: { allowedRefs: new Set(['app-22119']) } });
    try {
      const browser = listed.browser();
      expect((await browser.signInAsApp(22119)).status).toBe(201);
      const app = await browser.signInAsApp(22118);
      expect([app.status, problem(app).code]).toEqual([403, 'not_allowed']);
      expect((await listed.tokenRequests()).app).toBe(1);
      expect(problem(await browser.signInAsAda()).code).toBe('not_allowed');
    } finally {
      await listed.close();
    }
  });

  it('L5 refuses a sign-in that took longer than ten minutes', async () => {
    let time = Date.now();
    const slow = await startTestServer({ now: () => time });
    try {
      const browser = slow.browser();
      const url = (await browser.post('/auth/authorize', {})).json<{ authorizeUrl: string }>().authorizeUrl;
      const query = await allow(url);
      time += 601_000;
      expect(problem(await browser.post('/auth/callback', query)).code).toBe('state_mismatch');
      expect((await slow.tokenRequests()).authorization_code).toBe(0);
    } finally {
      await slow.close();
    }
  });
});
