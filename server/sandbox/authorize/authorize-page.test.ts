import { beforeEach, describe, expect, it } from 'vitest';
import { client, TestSandbox } from '../testing.ts';

const redirectUri = 'http://localhost:3000/callback';
const usual = { client_id: 'sandbox', redirect_uri: redirectUri, response_type: 'code', scope: 'global:all', state: 'abc' };
const address = (parameters: Record<string, string>) => `/oauth/authorize?${new URLSearchParams(parameters)}`;

/** A browser at the authorize page: keeps the session cookie, sends forms, follows nothing. */
class Page {
  readonly #sandbox: TestSandbox;
  #cookie = '';

  constructor(sandbox: TestSandbox) {
    this.#sandbox = sandbox;
  }

  async get(url: string) {
    return this.#keep(await this.#sandbox.app.inject({ url, headers: { host: 'localhost:3001', cookie: this.#cookie } }));
  }

  async submit(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    return this.#keep(
      await this.#sandbox.app.inject({
        method: 'POST',
        url,
        headers: {
          host: 'localhost:3001',
          origin: 'http://localhost:3001',
          cookie: this.#cookie,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: new URLSearchParams(fields).toString(),
      }),
    );
  }

  signIn = (url: string, name = 'ada') => this.submit(url, { username: `${name}@example.com`, password: 'sandbox' });

  /** Reads the consent page and presses a button of it. */
  async decide(url: string, decision: string, further: Record<string, string> = {}) {
    const { body } = await this.get(url);
    return this.submit(url, { form_token: /name="form_token" value="([^"]+)"/.exec(body)?.[1] ?? '', decision, ...further });
  }

  #keep<Answer extends { headers: Record<string, unknown> }>(answer: Answer): Answer {
    const header = answer.headers['set-cookie'];
    if (typeof header === 'string') this.#cookie = header.split(';', 1)[0] ?? '';
    return answer;
  }
}

describe('the authorize page', () => {
  let sandbox: TestSandbox;
  let page: Page;
  beforeEach(() => {
    sandbox = new TestSandbox();
    page = new Page(sandbox);
  });

  it('asks for email and password first, in plain forms under a strict policy', async () => {
    const answer = await page.get(address(usual));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toMatch(/<label for="username">/);
    expect(answer.body).toMatch(/<input id="username" name="username"/);
    expect(answer.body).toMatch(/<input id="password" name="password" type="password"/);
    expect(answer.body).not.toContain('<script');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).toContain("form-action 'self' http://localhost:3000");
  });

  it('refuses a wrong password, keeps the name, and says so in an alert', async () => {
    const answer = await page.submit(address(usual), { username: 'ada@example.com', password: '<wrong>' });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('value="ada@example.com"');
    expect(answer.body).toContain('role="alert"');
    expect(answer.body).not.toContain('<wrong>');
  });

  it('then shows who asks for what, with Allow and Deny', async () => {
    const signedIn = await page.signIn(address(usual));
    expect(signedIn.statusCode).toBe(303);
    expect(signedIn.headers.location).toBe(`?${address(usual).split('?')[1]}`);
    expect(signedIn.headers['set-cookie']).toMatch(/; Path=\/oauth\/authorize; HttpOnly; SameSite=Lax$/);
    const { body } = await page.get(address(usual));
    expect(body).toContain('Podio Keyring (sandbox)');
    expect(body).toContain('<code>global:all</code>');
    expect(body).toContain('Ada Lovelace');
    expect(body).toMatch(/>Allow<\/button>/);
    expect(body).toMatch(/>Deny<\/button>/);
  });

  it('sends the browser back with a code that gives tokens', async () => {
    await page.signIn(address(usual));
    const answer = await page.decide(address(usual), 'allow');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toMatch(/^http:\/\/localhost:3000\/callback\?code=[0-9a-f]{32}&state=abc$/);
    const code = new URL(String(answer.headers.location)).searchParams.get('code') ?? '';
    const tokens = await sandbox.tokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    expect(tokens).toMatchObject({ ref: { type: 'user', id: 1 }, scope: 'global:all' });
  });

  it('sends the browser back with the documented words where the person says no', async () => {
    await page.signIn(address(usual));
    const answer = await page.decide(address(usual), 'deny');
    expect(answer.headers.location).toBe(
      `${redirectUri}?error_reason=user_denied&error=access_denied&error_description=The+user+denied+your+request.&state=abc`,
    );
  });

  it.each(['a%20b+c%2Bd', '%F0%9F%94%91', 'x%3D%26y', '', '()*~!'])('gives the state %s back byte for byte', async (state) => {
    const url = `${address({ client_id: 'sandbox', redirect_uri: redirectUri })}&state=${state}`;
    await page.signIn(url);
    expect((await page.decide(url, 'allow')).headers.location).toMatch(
      new RegExp(`&state=${state.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
    );
    expect(String((await page.decide(url, 'deny')).headers.location).endsWith(`&state=${state}`)).toBe(true);
  });

  it('keeps the query of the redirect URI and adds no state where none was sent', async () => {
    const url = address({ client_id: 'sandbox', redirect_uri: `${redirectUri}?tenant=a%20b` });
    await page.signIn(url);
    expect((await page.decide(url, 'allow')).headers.location).toMatch(/callback\?tenant=a%20b&code=[0-9a-f]{32}$/);
  });

  it('gives the tokens to the page itself, in the fragment, where a client without a secret asks for them', async () => {
    const url = address({ ...usual, response_type: 'token' });
    await page.signIn(url);
    const location = String((await page.decide(url, 'allow')).headers.location);
    expect(location.startsWith(`${redirectUri}#access_token=`)).toBe(true);
    const given = Object.fromEntries(new URLSearchParams(new URL(location).hash.slice(1)));
    expect(given).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      token_type: 'bearer',
      expires_in: '28800',
      refresh_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      scope: 'global:all',
      state: 'abc',
    });
    const { access_token = '', refresh_token = '' } = given;
    const status = await sandbox.app.inject({ url: '/user/status', headers: { authorization: `OAuth2 ${access_token}` } });
    expect(status.json()).toMatchObject({ profile: { name: 'Ada Lovelace' } });
    const renewed = await sandbox.token({ ...client, grant_type: 'refresh_token', refresh_token });
    expect(renewed.json()).toMatchObject({ error: 'invalid_grant' });
    const denied = String((await page.decide(url, 'deny')).headers.location);
    expect(denied).toBe(
      `${redirectUri}#error_reason=user_denied&error=access_denied&error_description=The+user+denied+your+request.&state=abc`,
    );
  });

  it('remembers the person, and lets another take over', async () => {
    await page.signIn(address(usual));
    expect((await page.get(address({ ...usual, state: 'again' }))).body).toContain('>Allow</button>');
    expect((await page.decide(address(usual), 'switch')).statusCode).toBe(303);
    expect((await page.get(address(usual))).body).toContain('name="password"');
    await page.signIn(address(usual), 'grace');
    expect((await page.get(address(usual))).body).toContain('Grace Hopper');
  });

  it.each([
    ['no client id', { client_id: '' }],
    ['an unknown client', { client_id: 'nobody' }],
    ['no redirect URI', { redirect_uri: '' }],
    ['a foreign host', { redirect_uri: 'https://evil.example/callback' }],
    ['a host that only begins like localhost', { redirect_uri: 'http://localhost.evil.example/' }],
    ['a name before the host', { redirect_uri: 'http://localhost@evil.example/' }],
    ['another scheme', { redirect_uri: 'javascript:alert(1)//localhost' }],
    ['a fragment', { redirect_uri: `${redirectUri}#here` }],
  ])('shows an error page of its own, status 400, for %s, and does not redirect', async (_, wrong) => {
    const answer = await page.get(address({ ...usual, ...wrong }));
    expect(answer.statusCode).toBe(400);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.body).toContain('<h1>This request cannot be served</h1>');
  });

  it.each([
    ['invalid_scope', { scope: 'everything' }],
    ['unsupported_response_type', { response_type: 'id_token' }],
    ['invalid_request', { code_challenge: 'short' }],
  ])('sends the browser back with %s, and the state', async (error, wrong) => {
    const answer = await page.get(address({ ...usual, ...wrong }));
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toMatch(new RegExp(`^${redirectUri}\\?error=${error}&error_description=[^&]+&state=abc$`));
  });

  it.each(['http://127.0.0.1:8080/x', 'http://[::1]:5000/x', 'https://app.localhost/x'])('takes %s as a redirect URI', async (uri) => {
    expect((await page.get(address({ ...usual, redirect_uri: uri }))).statusCode).toBe(200);
  });

  it('works without response_type, scope and state, and takes the last of a parameter that is given twice', async () => {
    const url = `/oauth/authorize?client_id=nobody&redirect_uri=${redirectUri}&client_id=sandbox`;
    await page.signIn(url);
    expect((await page.decide(url, 'allow')).headers.location).toMatch(/\?code=[0-9a-f]{32}$/);
  });

  it('lets no other site press its buttons', async () => {
    await page.signIn(address(usual));
    const { body } = await page.get(address(usual));
    const form_token = /name="form_token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const fields = { form_token, decision: 'allow' };
    const foreign: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { origin: 'null' }];
    for (const headers of foreign) {
      const answer = await page.submit(address(usual), fields, headers);
      expect([answer.statusCode, answer.headers.location]).toEqual([403, undefined]);
    }
    const guessed = await page.submit(address(usual), { form_token: 'guess', decision: 'allow' });
    expect([guessed.statusCode, guessed.headers.location]).toEqual([303, `?${address(usual).split('?')[1]}`]);
  });

  it('lets a person pick the objects of a narrow scope, and grants these by their ids', async () => {
    const url = address({ ...usual, scope: 'user:read space:read' });
    await page.signIn(url);
    expect((await page.get(url)).body).toContain('Workspace Delivery');
    const answer = await page.decide(url, 'allow', { object: 'space_4002' });
    const code = new URL(String(answer.headers.location)).searchParams.get('code') ?? '';
    const exchanged = await sandbox.token({ ...client, grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    expect(exchanged.json()).toMatchObject({ scope: 'user:read space_4002:read' });
  });

  it('puts nothing of a request into its HTML as markup', async () => {
    const answer = await page.get(address({ ...usual, client_id: '"><script>alert(1)</script>' }));
    expect(answer.body).not.toContain('<script>');
  });
});
