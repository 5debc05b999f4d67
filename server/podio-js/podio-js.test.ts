import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { allow, appToken, sandboxFor, type TestPodio, thrownBy } from '../podio/sandbox-testing.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { type AuthObject, api, type PodioJsAuthType, type PodioJsOptions, type SessionStore } from './index.ts';

const { startPodio } = sandboxFor(startSandbox);

const create = (podio: TestPodio, authType: PodioJsAuthType, options: PodioJsOptions = {}) =>
  new api({ authType, clientId: 'sandbox', clientSecret: 'sandbox-secret' }, { apiURL: podio.url, ...options });

async function asApp(podio: TestPodio, options?: PodioJsOptions) {
  const client = create(podio, 'app', options);
  await client.authenticateWithApp(22117, appToken(22117));
  return client;
}

/** What podio-js's examples use: a store that calls back. */
function memoryStore() {
  const kept = new Map<string, AuthObject | Record<string, never>>();
  const store: SessionStore = {
    get: (authType, callback) => callback(kept.get(authType) as AuthObject | undefined),
    set: (auth, authType, callback) => {
      kept.set(authType, auth);
      callback?.();
    },
  };
  return { kept, store };
}

describe('the class of podio-js', () => {
  it('signs in as an app with a callback, and calls with promises', async () => {
    const client = create(await startPodio(), 'app');
    const called = await new Promise((resolve) => client.authenticateWithApp(22117, appToken(22117), (...args) => resolve(args)));
    expect(called).toEqual([null, expect.objectContaining({ access_token: expect.any(String), ref: { type: 'app', id: 22117 } })]);
    await client.isAuthenticated();
    expect(client.authObject).toMatchObject({ expiresIn: 28800, ref: { type: 'app', id: 22117 }, scope: 'global:all' });
    expect(await client.request('get', '/app/22117')).toMatchObject({ config: { name: 'Projects' } });
    expect(await client.request('POST', '/item/app/22117/filter/', { limit: 1 })).toMatchObject({ total: 64 });
    expect(await client.request('get', '/app/22117', { type: 'mini' })).toMatchObject({ name: 'Projects' });
  });

  it('signs in as a person, with a password and through the authorize page', async () => {
    const podio = await startPodio();
    const password = create(podio, 'password');
    await password.authenticateWithCredentials('ada@example.com', 'sandbox');
    expect(await password.request('get', '/user/status')).toMatchObject({ profile: { name: 'Ada Lovelace' } });
    const server = create(podio, 'server');
    const redirectUrl = 'http://localhost:9/callback';
    const code = await allow(server.getAuthorizationURL(redirectUrl), 'grace@example.com');
    await server.getAccessToken(code, redirectUrl);
    expect(await server.request('get', '/user/status')).toMatchObject({ profile: { name: 'Grace Hopper' } });
  });

  it('answers {} where Podio has no body, as podio-js does', async () => {
    const client = await asApp(await startPodio());
    const { item_id } = (await client.request('post', '/item/app/22117/', { fields: { title: 'x', status: 1 } })) as { item_id: number };
    expect(await client.request('delete', `/item/${item_id}`)).toEqual({});
  });

  it('refreshes an expired token once for many calls, and says so', async () => {
    const podio = await startPodio();
    const refreshed = vi.fn();
    const client = await asApp(podio, { afterTokenRefreshed: refreshed });
    const before = client.authObject?.accessToken;
    await podio.control('POST', '/expire', {});
    await Promise.all(Array.from({ length: 5 }, () => client.request('get', '/app/22117')));
    expect(client.authObject?.accessToken).not.toBe(before);
    expect(refreshed.mock.calls).toEqual([[expect.objectContaining({ access_token: client.authObject?.accessToken })]]);
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, refresh_token: 1 });
  });

  it('keeps authentications in a session store, and takes them from it in the next run', async () => {
    const podio = await startPodio();
    const { kept, store } = memoryStore();
    const first = await asApp(podio, { sessionStore: store });
    expect(kept.get('app')).toEqual(first.authObject);
    const second = create(podio, 'app', { sessionStore: store });
    await second.isAuthenticated();
    expect(await second.request('get', '/app/22117')).toMatchObject({ app_id: 22117 });
    await podio.control('POST', '/expire', {});
    await second.request('get', '/app/22117');
    expect(kept.get('app')).toEqual(second.authObject);
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, refresh_token: 1 });
  });

  it('acts as whatever authentication is assigned to it', async () => {
    const podio = await startPodio();
    const projects = await asApp(podio);
    const leads = create(podio, 'app');
    await leads.authenticateWithApp(22118, appToken(22118));
    projects.authObject = leads.authObject;
    expect(await projects.request('get', '/app/22118')).toMatchObject({ config: { name: 'Leads' } });
  });

  it("rejects with Podio's body as message, and its status, name and url", async () => {
    const client = await asApp(await startPodio());
    const error = await thrownBy(client.request('get', '/item/987654321'));
    expect(error).toMatchObject({ name: 'PodioNotFoundError', status: 404, url: expect.stringContaining('/item/987654321') });
    expect((error as { message: unknown }).message).toMatchObject({ error: 'not_found', error_description: expect.any(String) });
  });

  it('rejects without an authentication, and drops one that Podio ended', async () => {
    const podio = await startPodio();
    await expect(create(podio, 'app').isAuthenticated()).rejects.toBeUndefined();
    expect(await thrownBy(create(podio, 'app').request('get', '/app/1'))).toMatchObject({ name: 'PodioForbiddenError' });
    const { kept, store } = memoryStore();
    const client = await asApp(podio, { sessionStore: store });
    client.authObject = client.authObject && { ...client.authObject, refreshToken: 'of nobody' };
    await podio.control('POST', '/revoke', {});
    expect(await thrownBy(client.request('get', '/app/22117'))).toMatchObject({ status: expect.any(Number) });
    expect([client.authObject, kept.get('app')]).toEqual([undefined, {}]);
  });

  it('hands the error of a refused sign-in to the callback', async () => {
    const client = create(await startPodio(), 'app');
    const [error] = await new Promise<unknown[]>((resolve) => client.authenticateWithApp(22117, 'wrong', (...args) => resolve(args)));
    expect(error).toMatchObject({ name: 'PodioInvalidGrantError', status: 400 });
  });

  it('uploads a file and makes its thumbnail address', async () => {
    const podio = await startPodio();
    const client = create(podio, 'password');
    await client.authenticateWithCredentials('ada@example.com', 'sandbox');
    const folder = mkdtempSync(join(tmpdir(), 'podio-js-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'local.txt'), 'hello');
    const file = (await client.uploadFile(join(folder, 'local.txt'), 'notes.txt')) as { name: string; link: string };
    expect(file.name).toBe('notes.txt');
    expect(await (await fetch(client.getThumbnailURLForFileLink(file.link))).text()).toBe('hello');
  });
});

/** What podio-js's spec takes from sinon is little. */
function stub(target?: Record<string, unknown>, name = '') {
  const fake = Object.assign(() => undefined, { returns: () => fake });
  if (!target) return fake;
  const original = target[name];
  const counted = Object.assign(
    () => {
      counted.calledOnce = true;
    },
    {
      calledOnce: false,
      restore: () => {
        target[name] = original;
      },
    },
  );
  target[name] = counted;
  return counted;
}

/** What the spec requires: our class in place of podio-js's own. */
const stand: Record<string, unknown> = { '../lib/podio-js': api, '../package.json': { version: '1.6.1' }, sinon: { stub } };

describe("podio-js's own tests of what it promises", () => {
  const spec = createRequire(import.meta.url)
    .resolve('podio-js/package.json')
    .replace('package.json', 'test/podio-js.spec.js');
  const withoutPush = (title: string, body: () => void) => {
    if (!title.includes('should include Push Service')) it(title, body);
  };
  new Function('require', 'describe', 'it', 'expect', readFileSync(spec, 'utf8'))(
    (name: string) => stand[name],
    describe,
    withoutPush,
    expect,
  );
});

describe('what podio-js refuses, and how', () => {
  const options = { apiURL: 'http://127.0.0.1:9' };
  const auth = { authType: 'server' as const, clientId: 'sandbox', clientSecret: 'sandbox-secret' };

  it('says which option is missing', () => {
    expect(() => new api(undefined as never)).toThrow('Authentication options are missing');
    expect(() => new api({ authType: 'server', clientId: 'a' } as never)).toThrow('Missing auth property clientSecret');
    expect(() => new api({ authType: 'client' } as never)).toThrow('Missing auth property clientId');
    expect(new api({ authType: 'client', clientId: 'a' }).apiURL).toBe('https://api.podio.com:443');
  });

  it('makes an authorize address for the flows that have one', () => {
    const asClient = new api({ authType: 'client', clientId: 'acme' }, options).getAuthorizationURL('http://localhost/back');
    expect(new URL(asClient).searchParams.get('response_type')).toBe('token');
    expect(() => new api({ ...auth, authType: 'password' }, options).getAuthorizationURL('http://localhost/back')).toThrow('not supported');
  });

  it('exchanges a code in the server flow only, and tells a callback so', async () => {
    const client = new api({ ...auth, authType: 'app' }, options);
    await expect(client.getAccessToken('code', 'http://localhost/back')).rejects.toThrow('delivered through a redirect');
    const told = await new Promise((resolve) => void client.getAccessToken('code', 'http://localhost/back', resolve));
    expect((told as Error).message).toContain('delivered through a redirect');
  });

  it('takes a token answer that was got elsewhere, if it is whole', () => {
    const client = new api(auth, options);
    const whole = { access_token: 'a', refresh_token: 'b', expires_in: 3600 };
    for (const [name, words] of [
      ['access_token', 'Access token is missing'],
      ['refresh_token', 'Refresh token is missing'],
      ['expires_in', 'Expiration timestamp is missing'],
    ])
      expect(() => client.setAccessToken({ ...whole, [name as string]: undefined } as never)).toThrow(words);
    client.setAccessToken(whole);
    expect(client.authObject).toMatchObject({ accessToken: 'a', refreshToken: 'b', expiresIn: 3600 });
    client.authObject = {} as never;
    expect(client.authObject).toBeUndefined();
  });

  it('does nothing without an authentication', async () => {
    const client = new api(auth, options);
    await expect(client.isAuthenticated()).rejects.toBeUndefined();
    for (const call of [client.request('get', '/user'), client.uploadFile('/none', 'none'), client.refreshToken()])
      await expect(call).rejects.toThrow('Authentication has not been performed');
    expect(() => client.getThumbnailURLForFileLink('https://files.podio.com/1')).toThrow('Authentication has not been performed');
    await expect(new api({ authType: 'client', clientId: 'a' }, options).uploadFile('/none', 'none')).rejects.toThrow(
      'only supported on the server',
    );
    expect(await new Promise((resolve) => void client.refreshToken(resolve))).toBeInstanceOf(Error);
  });

  it('knows four methods, and sizes of thumbnails that Podio has', async () => {
    const client = await asApp(await startPodio());
    await expect(client.request('patch', '/item/1')).rejects.toThrow('podio-js knows no method patch');
    const address = (size?: string) => new URL(client.getThumbnailURLForFileLink('https://files.podio.com/1/', size)).pathname;
    expect([address('tiny'), address('enormous'), address()]).toEqual(['/1/tiny', '/1/', '/1/']);
  });

  it('waits for a store that calls back, and not for one that does not', async () => {
    const podio = await startPodio();
    const failing: SessionStore = {
      get: (_type, callback) => callback(undefined),
      set: (_auth, _type, callback) => callback?.('disk full'),
    };
    const told = await new Promise(
      (resolve) => void create(podio, 'app', { sessionStore: failing }).authenticateWithApp(22117, appToken(22117), resolve),
    );
    expect(told).toBe('disk full');
    const silent: SessionStore = { get: (_type, callback) => callback({} as never), set: (_auth, _type) => undefined };
    await create(podio, 'app', { sessionStore: silent }).authenticateWithApp(22117, appToken(22117));
  });

  it('asks an implicit client to sign in again where its token has ended', async () => {
    const podio = await startPodio();
    const willRefresh = vi.fn();
    const client = new api({ authType: 'client', clientId: 'sandbox' }, { apiURL: podio.url, onTokenWillRefresh: willRefresh });
    client.setAccessToken({ access_token: 'unknown', refresh_token: 'unknown', expires_in: 3600 });
    await expect(client.request('get', '/user/status')).rejects.toBeInstanceOf(Error);
    expect(willRefresh).toHaveBeenCalledOnce();
    expect(client.authObject).toBeUndefined();
  });
});
