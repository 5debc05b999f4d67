import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from './sandbox.ts';

/** What podio-js 1.6.1 has, as far as it is used here; it brings no types. */
interface PodioJs {
  authObject: { accessToken: string; refreshToken: string; expiresIn: number; ref: object; scope: string };
  authenticateWithApp(appId: number, appToken: string, done: (error: unknown) => void): void;
  authenticateWithCredentials(username: string, password: string, done: (error: unknown) => void): void;
  getAuthorizationURL(redirectUrl: string): string;
  getAccessToken(code: string, redirectUrl: string, done: (error: unknown) => void): void;
  isAuthenticated(): Promise<void>;
  request(method: string, path: string, data?: object): Promise<never>;
  uploadFile(path: string, name: string): Promise<never>;
  getThumbnailURLForFileLink(link: string, size: string): string;
}

const { api: PodioJsClass } = createRequire(import.meta.url)('podio-js') as { api: new (auth: object, options: object) => PodioJs };

let sandbox: Sandbox;
let url: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  url = `http://localhost:${sandbox.port}`; // of 127.0.0.1 the client would drop the first label
});
afterAll(() => sandbox.close());
beforeEach(() => control('DELETE', ''));

const control = (method: string, path: string, body?: object) =>
  fetch(`${url}/_sandbox${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

const client = (authType: string, clientSecret = 'sandbox-secret') =>
  new PodioJsClass({ authType, clientId: 'sandbox', clientSecret }, { apiURL: url });

const finished = (start: (done: (error: unknown) => void) => void) =>
  new Promise<void>((resolve, reject) => start((error) => (error ? reject(error) : resolve())));

async function asApp(appId: number): Promise<PodioJs> {
  const podio = client('app');
  await finished((done) => podio.authenticateWithApp(appId, `sandbox-app-token-${appId}`, done));
  return podio;
}

async function asAda(): Promise<PodioJs> {
  const podio = client('password');
  await finished((done) => podio.authenticateWithCredentials('ada@example.com', 'sandbox', done));
  return podio;
}

/** What a person does on the authorize page. @returns the address that the browser is sent back to */
async function allow(authorizeUrl: string): Promise<URL> {
  const post = (form: Record<string, string>, cookie = '') =>
    fetch(authorizeUrl, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers: { cookie } });
  const signedIn = await post({ username: 'grace@example.com', password: 'sandbox' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(authorizeUrl, { headers: { cookie } })).text();
  const formToken = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const decided = await post({ form_token: formToken, decision: 'allow' }, cookie);
  return new URL(decided.headers.get('location') ?? '');
}

describe('podio-js 1.6.1, unchanged', () => {
  it('signs in as an app and calls', async () => {
    const podio = await asApp(22117);
    await podio.isAuthenticated();
    expect(podio.authObject).toMatchObject({ expiresIn: 28800, ref: { type: 'app', id: 22117 }, scope: 'global:all' });
    expect(await podio.request('get', '/app/22117')).toMatchObject({ config: { name: 'Projects' } });
    expect(await podio.request('post', '/item/app/22117/filter/')).toMatchObject({ total: 64 });
    expect(await podio.request('post', '/item/app/22117/filter/', { limit: 1 })).toMatchObject({ items: [{ app_item_id: 64 }] });
  });

  it('signs in as a person with a password', async () => {
    const podio = await asAda();
    expect(await podio.request('get', '/user/status')).toMatchObject({ profile: { name: 'Ada Lovelace' } });
    expect(await podio.request('get', '/org/url', { url: 'https://podio.com/acme' })).toMatchObject({ org_id: 1 });
  });

  it('signs in as a person through the authorize page', async () => {
    const podio = client('server');
    const redirectUrl = 'http://localhost:9/callback?tenant=1';
    const back = await allow(podio.getAuthorizationURL(redirectUrl));
    expect(back.searchParams.get('tenant')).toBe('1');
    await finished((done) => podio.getAccessToken(back.searchParams.get('code') ?? '', redirectUrl, done));
    expect(await podio.request('get', '/user/status')).toMatchObject({ profile: { name: 'Grace Hopper' } });
  });

  it('writes: create, update, comment, complete, delete', async () => {
    const podio = await asApp(22117);
    const { item_id } = await podio.request('post', '/item/app/22117/', { fields: { title: 'From podio-js', status: 1 } });
    expect(await podio.request('put', `/item/${item_id}`, { fields: { title: 'Changed' } })).toMatchObject({ revision: 1 });
    expect(await podio.request('post', `/comment/item/${item_id}/`, { value: 'hi' })).toMatchObject({ value: 'hi' });
    const { task_id } = await podio.request('post', `/task/item/${item_id}/`, { text: 'Call', responsible: 1 });
    expect(await podio.request('post', `/task/${task_id}/complete`)).toEqual({});
    expect(await podio.request('delete', `/item/${item_id}`)).toEqual({});
  });

  it('refreshes an expired token by itself and repeats the call', async () => {
    const podio = await asApp(22117);
    const { accessToken, refreshToken } = podio.authObject;
    await control('POST', '/expire', {});
    expect(await podio.request('get', '/app/22117')).toMatchObject({ app_id: 22117 });
    expect(podio.authObject.accessToken).not.toBe(accessToken);
    expect(podio.authObject.refreshToken).toBe(refreshToken);
    const { counts } = (await (await control('GET', '')).json()) as { counts: object };
    expect(counts).toMatchObject({ token: { app: 1, refresh_token: 1 }, tokenErrors: 0 });
  });

  it('survives refresh tokens that rotate', async () => {
    await control('PATCH', '/settings', { rotateRefreshTokens: true });
    const podio = await asApp(22117);
    for (let round = 0; round < 3; round += 1) {
      await control('POST', '/expire', {});
      expect(await podio.request('get', '/app/22117')).toMatchObject({ app_id: 22117 });
    }
  });

  it('uploads a file and finds it under its thumbnail address', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'podio-sandbox-'));
    const path = join(directory, 'local.txt');
    writeFileSync(path, 'hello');
    try {
      const podio = await asAda();
      const file: { link: string; name: string; size: number } = await podio.uploadFile(path, 'notes.txt');
      expect(file).toMatchObject({ name: 'notes.txt', size: 5 });
      expect(await (await fetch(podio.getThumbnailURLForFileLink(file.link, 'small'))).text()).toBe('hello');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it.each<[name: string, sign: (podio: PodioJs, done: (error: unknown) => void) => void, secret: string, reason: string]>([
    ['a wrong app token', (podio, done) => podio.authenticateWithApp(22117, 'guess', done), 'sandbox-secret', 'app token is not valid'],
    [
      'a wrong password',
      (podio, done) => podio.authenticateWithCredentials('ada@example.com', 'guess', done),
      'sandbox-secret',
      'password is not valid',
    ],
    ['a wrong secret', (podio, done) => podio.authenticateWithApp(22117, 'sandbox-app-token-22117', done), 'guess', 'invalid_auth'],
  ])('reports %s', async (_, sign, secret, reason) => {
    const podio = client('app', secret);
    await expect(finished((done) => sign(podio, done))).rejects.toMatchObject({
      name: 'PodioAuthorizationError',
      status: 400,
      message: expect.stringContaining(reason),
    });
  });

  it.each<[name: string, status: number, ask: (podio: PodioJs) => Promise<unknown>]>([
    ['PodioBadRequestError', 400, (podio) => podio.request('post', '/item/app/22117/filter/', { limit: -1 })],
    ['PodioForbiddenError', 403, (podio) => podio.request('get', '/app/22118')],
    ['PodioNotFoundError', 404, (podio) => podio.request('get', '/nowhere')],
    [
      'PodioConflictError',
      409,
      async (podio) => {
        const { item_id } = await podio.request('post', '/item/app/22117/', { fields: { title: 'x' } });
        await podio.request('put', `/item/${item_id}`, { fields: { title: 'y' } });
        return podio.request('put', `/item/${item_id}`, { revision: 0, fields: { title: 'z' } });
      },
    ],
    [
      'PodioGoneError',
      410,
      async (podio) => {
        const { item_id } = await podio.request('post', '/item/app/22117/', { fields: { title: 'x' } });
        await podio.request('delete', `/item/${item_id}`);
        return podio.request('get', `/item/${item_id}`);
      },
    ],
  ])('gets %s for %i', async (name, status, ask) => {
    await expect(ask(await asApp(22117))).rejects.toMatchObject({ name, status, message: { error_description: expect.any(String) } });
  });

  it.each<[name: string, fault: object]>([
    ['PodioServerError', { status: 500 }],
    ['PodioUnavailableError', { status: 503 }],
    ['PodioRateLimitError', { status: 420 }],
  ])('gets %s for %j', async (name, fault) => {
    const podio = await asApp(22117);
    await control('POST', '/faults', { path: '/app/22117', times: 1, ...fault });
    await expect(podio.request('get', '/app/22117')).rejects.toMatchObject({ name, ...fault });
  });

  it('gets PodioRateLimitError from Timesheets and PodioAuthorizationError once it is signed out', async () => {
    const timesheets = await asApp(22194);
    for (let calls = 0; calls < 3; calls += 1) await timesheets.request('get', '/app/22194');
    await expect(timesheets.request('get', '/app/22194')).rejects.toMatchObject({ name: 'PodioRateLimitError', status: 420 });
    const podio = await asApp(22117);
    await control('POST', '/faults', {
      path: '/app/22117',
      status: 401,
      body: { error: 'unauthorized', error_description: 'no' },
      times: 1,
    });
    await expect(podio.request('get', '/app/22117')).rejects.toMatchObject({ name: 'PodioAuthorizationError', status: 401 });
  });
});
