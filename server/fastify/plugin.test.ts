import { Writable } from 'node:stream';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { allow } from '../podio/sandbox-testing.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { send, TestBrowser } from '../testing.ts';
import podioKeyring, { type PodioKeyringOptions, podioKeyringUrl } from './index.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const origin = 'http://localhost:4000';
const secret = 'a secret of the tests that is long enough';
const options = (more: Partial<PodioKeyringOptions> = {}): PodioKeyringOptions => ({
  publicUrl: origin,
  clientId: 'sandbox',
  clientSecret: 'sandbox-secret',
  apiUrl: sandbox.url,
  authorizeUrl: `${sandbox.url}/oauth/authorize`,
  cookieSecrets: [secret],
  ...more,
});

/** Somebody's product, with a page, an error handler and a parser of its own. */
async function host(prefix: string, more: Partial<PodioKeyringOptions> = {}) {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = fastify({ rewriteUrl: podioKeyringUrl(prefix), logger: { stream } });
  app.setErrorHandler((error, _request, reply) => reply.code(500).send({ host: (error as Error).message }));
  app.get('/fails', () => {
    throw new Error('of the host');
  });
  app.get('/who', async (request) => (await request.podioAuthentications()).map(({ id }) => id));
  app.post('/text', (request) => ({ got: request.body }));
  await app.register(podioKeyring, options({ prefix, ...more }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  const { port } = app.server.address() as { port: number };
  return { app, port, log: () => lines.join(''), browser: new TestBrowser(origin, port) };
}

describe.each(['', '/podio', '/v1/api'])('the plugin at "%s"', (prefix) => {
  it('signs in, lists, calls and signs out below its prefix', async () => {
    const { browser } = await host(prefix);
    const signedIn = await browser.post(`${prefix}/auth/app`, { appId: 22117, appToken: 'sandbox-app-token-22117' });
    expect(signedIn.status).toBe(201);
    expect(signedIn.setCookies.some((line) => line.includes(`; Path=${prefix}/keyring/app-22117;`))).toBe(true);
    expect((await browser.get(`${prefix}/keyring`)).json()).toMatchObject({ authentications: [{ id: 'app-22117' }] });
    const call = await browser.get(`${prefix}/keyring/app-22117/api/app/22117?type=mini`);
    expect([call.status, call.json<{ name: string }>().name]).toEqual([200, 'Projects']);
    expect((await browser.delete(`${prefix}/keyring/app-22117`)).status).toBe(204);
    expect((await browser.get(`${prefix}/keyring/app-22117/api/app/22117`)).json()).toMatchObject({ code: 'unknown_authentication' });
  });

  it("sends Podio's path up byte for byte", async () => {
    const { browser } = await host(prefix);
    await browser.post(`${prefix}/auth/app`, { appId: 22117, appToken: 'sandbox-app-token-22117' });
    await browser.get(`${prefix}/keyring/app-22117/api/item/app/22117/external_id/a%2Fb%20%C3%A9`);
    const { requests } = (await (await fetch(`${sandbox.url}/_sandbox/requests`)).json()) as { requests: { url: string }[] };
    expect(requests.at(-1)?.url).toBe('/item/app/22117/external_id/a%2Fb%20%C3%A9');
  });
});

describe('the instance around the plugin', () => {
  it('keeps its own errors, headers and parsers', async () => {
    const { browser } = await host('/podio');
    const failed = await browser.get('/fails');
    expect(failed.json()).toEqual({ host: 'of the host' });
    expect(failed.headers['content-security-policy']).toBeUndefined();
    const text = await browser.send('POST', '/text', 'hello', { 'content-type': 'text/plain' });
    expect(text.json()).toEqual({ got: 'hello' });
  });

  it('is told who a request holds, and what the keyring is', async () => {
    const { app, browser } = await host('/podio', { capacity: 5 });
    expect((await browser.get('/who')).json()).toEqual([]);
    await browser.post('/podio/auth/app', { appId: 22117, appToken: 'sandbox-app-token-22117' });
    expect((await browser.get('/who')).json()).toEqual(['app-22117']);
    expect(app.podioKeyring).toMatchObject({ publicUrl: origin, basePath: '/podio', capacity: 5 });
    expect(await app.podioKeyring.ready()).toBe(true);
  });

  it('answers problems below the prefix only, also where there is no such route', async () => {
    const { browser } = await host('/podio');
    expect((await browser.get('/podio/keyring/user-1/nothing')).json()).toMatchObject({ code: 'not_found', status: 404 });
    expect((await browser.get('/nothing')).json()).toMatchObject({ error: 'Not Found' });
  });

  it('LG5 hears of security events and of changes in its own log, without a credential', async () => {
    const { log, browser } = await host('/podio');
    await browser.post('/podio/auth/app', { appId: 22117, appToken: 'canary-wrong' });
    await browser.post('/podio/auth/app', { appId: 22117, appToken: 'sandbox-app-token-22117' });
    await browser.post('/podio/keyring/app-22117/api/item/app/22117/?canary', { fields: { title: 'A title' } });
    await browser.get('/podio/keyring', { 'sec-fetch-site': 'cross-site' });
    await browser.delete('/podio/keyring');
    const events = [...log().matchAll(/"event":"(\w+)"/g)].map(([, event]) => event);
    expect(events).toEqual(['sign_in_failed', 'sign_in_succeeded', 'cross_site_refused', 'signed_out']);
    expect(log()).toContain('"path":"/item/app/22117/"');
    expect(log()).not.toMatch(/canary|A title|sandbox-app-token/);
  });

  it('is guarded from other sites and other host names below the prefix, and nowhere else', async () => {
    const { browser, port } = await host('/podio');
    const crossSite = await browser.get('/podio/keyring', { 'sec-fetch-site': 'cross-site' });
    expect(crossSite.json()).toMatchObject({ code: 'cross_site' });
    expect((await send(`http://127.0.0.1:${port}/podio/keyring`, 'GET', undefined, { host: 'evil.example' })).status).toBe(400);
    expect((await send(`http://127.0.0.1:${port}/who`, 'GET', undefined, { host: 'evil.example' })).status).toBe(200);
  });
});

describe('the server-side flow', () => {
  it('comes back to the page that the host names, and leads to its home', async () => {
    const { browser } = await host('/podio', { callbackPath: '/podio-callback', homePath: '/crm' });
    const started = await browser.post('/podio/auth/authorize', {});
    const url = new URL(started.json<{ authorizeUrl: string }>().authorizeUrl);
    expect(url.searchParams.get('redirect_uri')).toBe(`${origin}/podio-callback`);
    const code = await allow(url.href, 'ada@example.com');
    const finished = await browser.post('/podio/auth/callback', { code, state: url.searchParams.get('state') });
    expect(finished.json()).toMatchObject({ authentication: { id: 'user-1' }, returnTo: '/crm' });
  });
});

describe('options', () => {
  it('take a secret with a comma as one', async () => {
    const secretWithComma = 'one secret of the tests, and not two of them';
    const { browser } = await host('/podio', { cookieSecrets: [secretWithComma] });
    await browser.post('/podio/auth/app', { appId: 22117, appToken: 'sandbox-app-token-22117' });
    expect((await browser.get('/who')).json()).toEqual(['app-22117']);
  });

  it('KY8 that are wrong are all named, by their own names', async () => {
    const app = fastify();
    onTestFinished(() => app.close());
    const wrong = { ...options(), clientSecret: '', cookieSecrets: ['short'], prefix: 'podio', capacity: 5000, redisUrl: 'nowhere' };
    const error = await Promise.resolve(app.register(podioKeyring, wrong)).catch((failure: Error) => failure);
    const { message } = error as Error;
    for (const name of ['clientSecret', 'cookieSecrets', 'prefix', 'capacity', 'redisUrl']) expect(message).toContain(name);
    expect(message).not.toMatch(/COOKIE_SECRETS|KEYRING_CAPACITY|REDIS_URL/);
  });
});
