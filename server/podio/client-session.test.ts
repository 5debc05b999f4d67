import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startSandbox } from '../sandbox/sandbox.ts';
import {
  PodioAuthorizationError,
  PodioConnectionError,
  PodioInvalidGrantError,
  PodioServerError,
  PodioUnavailableError,
} from './errors.ts';
import { FileSessionManager } from './file-session-manager.ts';
import { allow, appToken, sandboxFor, type TestPodio, thrownBy } from './sandbox-testing.ts';
import { type AuthType, MemorySessionManager, type SessionManager, type SessionTokens } from './session-manager.ts';

const { startPodio, startAnotherPodio } = sandboxFor(startSandbox);

const hour = 3600 * 1000;
const redirectUri = 'http://localhost:3000/callback';
const tokenPath = '/oauth/token/v2';

/** Only the clock is replaced, for the client and the sandbox alike; sockets and timers are the real ones. */
function passTime(milliseconds: number): void {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + milliseconds);
}

afterEach(() => {
  vi.useRealTimers();
});

async function signedIn(podio: TestPodio, sessionManager: SessionManager = new MemorySessionManager(), appId = 22117) {
  const client = podio.client({ sessionManager });
  await client.authenticateWithApp(appId, appToken(appId));
  return client;
}

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'podio-client-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'session.json');
}

describe('an expired token', () => {
  it('does not fail one of three calls at the same time, and costs one token request', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    await podio.control('POST', '/expire', {});
    const answers = await Promise.all([
      client.get('/app/22117'),
      client.post('/item/app/22117/filter/'),
      client.get('/item/app/22117/count'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await podio.tokenCounts()).toEqual({ authorization_code: 0, app: 1, password: 0, refresh_token: 1, errors: 0 });
  });

  it.each([false, true])('costs one token request for 20 calls, also where refresh tokens rotate: %s', async (rotateRefreshTokens) => {
    const podio = await startPodio({ rotateRefreshTokens });
    const client = await signedIn(podio);
    for (let round = 1; round <= 3; round++) {
      await podio.control('POST', '/expire', {});
      await Promise.all(Array.from({ length: 20 }, () => client.get('/app/22117')));
      expect(await podio.tokenCounts()).toMatchObject({ app: 1, refresh_token: round, errors: 0 });
    }
  });

  it('is refreshed before its end, so that no call fails first', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    passTime(8 * hour - 59_000);
    await client.get('/app/22117');
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 1 });
    expect((await podio.requests()).filter(({ status }) => status === 401)).toEqual([]);
  });

  it('is refreshed once for calls that come before and after its end', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    passTime(8 * hour + 1000);
    const early = client.get('/app/22117');
    await Promise.all([early, ...Array.from({ length: 5 }, () => early.then(() => client.get('/app/22117')))]);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 1 });
  });

  it('is refreshed well before an upload', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    passTime(8 * hour - 200_000);
    await client.get('/app/22117');
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 0 });
    const form = new FormData();
    form.set('source', new Blob(['x']), 'x.txt');
    form.set('filename', 'x.txt');
    await podio.control('POST', '/faults', { path: '/file/', status: 200, body: { file_id: 1 }, times: 1 });
    await client.post('/file/', form);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 1 });
  });

  it('is said to be expired twice: the second time the error comes', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    const body = { error: 'unauthorized', error_description: 'expired_token' };
    await podio.control('POST', '/faults', { path: '/app/22117', status: 401, body, times: 2 });
    expect(await thrownBy(client.get('/app/22117'))).toBeInstanceOf(PodioAuthorizationError);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 1 });
  });
});

describe('refreshAccessToken', () => {
  it('gets a fresh token, once for callers at the same time', async () => {
    const podio = await startPodio();
    const sessions = new MemorySessionManager();
    const client = await signedIn(podio, sessions);
    const before = sessions.get({ type: 'app', identifier: 22117 });
    await Promise.all([client.refreshAccessToken(), client.refreshAccessToken()]);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 1 });
    expect(sessions.get({ type: 'app', identifier: 22117 })?.accessToken).not.toBe(before?.accessToken);
    await client.refreshAccessToken();
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 2 });
  });
});

describe('a refresh that fails', () => {
  it.each<[string, object, new (...args: never[]) => Error]>([
    ['Podio fails', { status: 500 }, PodioServerError],
    ['no answer comes', { drop: true }, PodioConnectionError],
    ['it is refused', { status: 400, body: { error: 'invalid_grant', error_description: 'no' } }, PodioInvalidGrantError],
  ])('because %s destroys nothing', async (_why, fault, Kind) => {
    const podio = await startPodio();
    const sessions = new MemorySessionManager();
    const client = await signedIn(podio, sessions);
    const before = sessions.get({ type: 'app', identifier: 22117 });
    await podio.control('POST', '/faults', { path: tokenPath, times: 1, ...fault });
    expect(await thrownBy(client.refreshAccessToken())).toBeInstanceOf(Kind);
    expect(sessions.get({ type: 'app', identifier: 22117 })).toEqual(before);
    expect(await client.isAuthenticated()).toBe(true);
    expect((await client.get('/app/22117')).status).toBe(200);
  });

  it('is tried again by the next call, unless it was refused', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    await podio.control('POST', '/expire', {});
    await podio.control('POST', '/faults', { path: tokenPath, status: 503, times: 1 });
    const failed = await Promise.allSettled([client.get('/app/22117'), client.get('/app/22117')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await client.get('/app/22117')).status).toBe(200);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 1 });
  });

  it('and is refused is asked for once, and the client is no longer authenticated', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    await podio.control('POST', '/revoke', {});
    for (let call = 0; call < 10; call++) expect(await thrownBy(client.get('/app/22117'))).toBeInstanceOf(PodioInvalidGrantError);
    expect(await podio.tokenCounts()).toMatchObject({ errors: 1 });
    expect(await client.isAuthenticated()).toBe(false);
    await client.authenticateWithApp(22117, appToken(22117));
    expect((await client.get('/app/22117')).status).toBe(200);
  });

  it('shortly before the end leaves a token that still does', async () => {
    const podio = await startPodio();
    const client = await signedIn(podio);
    passTime(8 * hour - 30_000);
    await podio.control('POST', '/faults', { path: tokenPath, status: 503, times: 1 });
    expect((await client.get('/app/22117')).status).toBe(200);
  });

  it.each<[string, number, () => unknown]>([
    ['shortly before the end, for a body that cannot be sent twice', -30_000, () => Readable.from(['{}'])],
    ['at the end', 0, () => ({})],
  ])('%s sends nothing', async (_when, beyond, body) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const podio = await startPodio();
    const client = await signedIn(podio);
    passTime(8 * hour + beyond);
    await podio.control('POST', '/faults', { path: tokenPath, status: 503, times: 1 });
    expect(await thrownBy(client.post('/item/app/22117/filter/', body()))).toBeInstanceOf(PodioUnavailableError);
    expect((await podio.requests()).filter(({ url }) => url.startsWith('/item'))).toEqual([]);
  });
});

describe('an authentication that is kept', () => {
  it('by a file costs one token request in two runs of a script', async () => {
    const podio = await startPodio();
    const path = await temporaryFile();
    for (let run = 0; run < 2; run++) {
      const client = podio.client({ sessionManager: new FileSessionManager(path) });
      await client.authenticateWithApp(22117, appToken(22117));
      expect((await client.get('/app/22117')).status).toBe(200);
    }
    expect(await podio.tokenCounts()).toEqual({ authorization_code: 0, app: 1, password: 0, refresh_token: 0, errors: 0 });
  });

  it('is refreshed, not granted anew, in a run after its end', async () => {
    const podio = await startPodio();
    const path = await temporaryFile();
    await signedIn(podio, new FileSessionManager(path));
    passTime(9 * hour);
    const client = await signedIn(podio, new FileSessionManager(path));
    expect(await client.isAuthenticated()).toBe(true);
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, refresh_token: 0 });
    await client.get('/app/22117');
    await signedIn(podio, new FileSessionManager(path)).then((next) => next.get('/app/22117'));
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, refresh_token: 1 });
  });

  it('is not used after 28 days', async () => {
    const podio = await startPodio();
    const sessions = new MemorySessionManager();
    await signedIn(podio, sessions);
    passTime(28 * 24 * hour);
    expect(await podio.client({ sessionManager: sessions }).isAuthenticated()).toBe(false);
    await signedIn(podio, sessions);
    expect(await podio.tokenCounts()).toMatchObject({ app: 2 });
  });

  it('is made up for by the credentials given, once, where Podio no longer renews it', async () => {
    const podio = await startPodio();
    const path = await temporaryFile();
    await signedIn(podio, new FileSessionManager(path));
    await podio.control('POST', '/revoke', {});
    const client = await signedIn(podio, new FileSessionManager(path));
    await Promise.all([client.get('/app/22117'), client.get('/app/22117')]);
    expect(await podio.tokenCounts()).toMatchObject({ app: 2, errors: 1 });
    await podio.control('POST', '/revoke', {});
    expect(await thrownBy(client.get('/app/22117'))).toBeInstanceOf(PodioInvalidGrantError);
  });

  it('serves calls before anybody signs in', async () => {
    const podio = await startPodio();
    const sessions = new MemorySessionManager();
    const code = await allow(podio.client().authorizeUrl(redirectUri), 'ada@example.com');
    await podio.client({ sessionManager: sessions }).authenticateWithAuthorizationCode(code, redirectUri);
    const client = podio.client({ sessionManager: sessions });
    expect(await client.isAuthenticated()).toBe(true);
    expect((await client.get('/user/status')).body.profile.name).toContain('Ada');
    expect(await podio.tokenCounts()).toMatchObject({ authorization_code: 1 });
  });

  it('is taken for no other app, user, API key or Podio', async () => {
    const podio = await startPodio();
    let kept: SessionTokens | undefined;
    const one: SessionManager = {
      get: () => kept,
      set: (tokens) => {
        kept = tokens;
      },
    };
    const client = await signedIn(podio, one);
    await signedIn(podio, one, 22118);
    await podio.client({ sessionManager: one }).authenticateWithPassword('ada@example.com', 'sandbox');
    await podio.client({ sessionManager: one }).authenticateWithPassword('grace@example.com', 'sandbox');
    expect(await podio.tokenCounts()).toMatchObject({ app: 2, password: 2 });
    expect(await podio.client({ sessionManager: one }).isAuthenticated()).toBe(true);
    expect(await podio.client({ sessionManager: one, clientId: 'another' }).isAuthenticated()).toBe(false);
    const elsewhere = await startAnotherPodio();
    expect(await elsewhere.client({ sessionManager: one }).isAuthenticated()).toBe(false);
    expect((await client.get('/app/22117')).status).toBe(200);
  });

  it('is told to an asynchronous session manager with its auth type', async () => {
    const podio = await startPodio();
    const told: unknown[] = [];
    const sessions: SessionManager = {
      get: async (authType) => {
        told.push(['get', authType]);
        return null;
      },
      set: async (tokens, authType) => {
        told.push([tokens?.ref, authType]);
      },
    };
    const client = podio.client({ sessionManager: sessions });
    await client.authenticateWithPassword('ada@example.com', 'sandbox');
    const authType: AuthType = { type: 'password', identifier: 'ada@example.com' };
    expect(told).toEqual([
      ['get', authType],
      [{ type: 'user', id: 1 }, authType],
    ]);
  });

  it('is not asked for twice by sign-ins at the same time', async () => {
    const podio = await startPodio();
    const client = podio.client();
    await Promise.all(Array.from({ length: 5 }, () => client.authenticateWithApp(22117, appToken(22117))));
    expect(await podio.tokenCounts()).toMatchObject({ app: 1 });
  });
});

describe('two clients', () => {
  it('on two apps are side by side, with one session manager', async () => {
    const podio = await startPodio();
    const sessions = new FileSessionManager(await temporaryFile());
    const [projects, leads] = await Promise.all([signedIn(podio, sessions, 22117), signedIn(podio, sessions, 22118)]);
    for (let round = 0; round < 2; round++) {
      const names = await Promise.all([projects.get('/app/22117'), leads.get('/app/22118')]);
      expect(names.map(({ body }) => body.config.name)).toEqual(['Projects', 'Leads']);
      await podio.control('POST', '/expire', { ref: { type: 'app', id: 22117 } });
    }
    expect(await podio.tokenCounts()).toMatchObject({ app: 2, refresh_token: 1 });
    await projects.clearAuthentication();
    expect(await projects.isAuthenticated()).toBe(false);
    expect((await leads.get('/app/22118')).status).toBe(200);
  });

  it('of one app and one file use what the other has refreshed', async () => {
    const podio = await startPodio({ rotateRefreshTokens: true });
    const path = await temporaryFile();
    const first = await signedIn(podio, new FileSessionManager(path));
    const second = await signedIn(podio, new FileSessionManager(path));
    await podio.control('POST', '/expire', {});
    await first.get('/app/22117');
    await second.get('/app/22117');
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, refresh_token: 1, errors: 0 });
  });

  it('of two people who signed in with a code stay two, with one session manager', async () => {
    const podio = await startPodio();
    const sessions = new MemorySessionManager();
    const [ada, grace] = [podio.client({ sessionManager: sessions }), podio.client({ sessionManager: sessions })];
    await ada.authenticateWithAuthorizationCode(await allow(ada.authorizeUrl(redirectUri), 'ada@example.com'), redirectUri);
    await grace.authenticateWithAuthorizationCode(await allow(grace.authorizeUrl(redirectUri), 'grace@example.com'), redirectUri);
    await podio.control('POST', '/expire', {});
    expect((await ada.get('/user')).body.user_id).toBe(1);
    expect((await grace.get('/user')).body.user_id).toBe(2);
  });
});

describe('clearAuthentication', () => {
  it('forgets here and in the session manager', async () => {
    const podio = await startPodio();
    const path = await temporaryFile();
    const client = await signedIn(podio, new FileSessionManager(path));
    await client.clearAuthentication();
    expect(await client.isAuthenticated()).toBe(false);
    expect(await new FileSessionManager(path).get({ type: 'app', identifier: 22117 })).toBeUndefined();
    expect(await thrownBy(client.get('/app/22117'))).toBeInstanceOf(PodioAuthorizationError);
  });

  it('wins over a refresh that is under way', async () => {
    const podio = await startPodio();
    const sessions = new MemorySessionManager();
    const client = await signedIn(podio, sessions);
    await podio.control('POST', '/faults', { path: tokenPath, delayMs: 100, times: 1 });
    const refresh = client.refreshAccessToken();
    await vi.waitFor(async () => expect((await podio.requests()).at(-1)?.url).toBe(tokenPath), { interval: 5 });
    await client.clearAuthentication();
    await refresh;
    expect(await client.isAuthenticated()).toBe(false);
    expect(sessions.get({ type: 'app', identifier: 22117 })).toBeUndefined();
  });
});

describe('a session manager that fails', () => {
  it('is an error of the call, and looked into again by the next', async () => {
    const podio = await startPodio();
    const path = await temporaryFile();
    await writeFile(path, 'damaged');
    const client = podio.client({ sessionManager: new FileSessionManager(path) });
    expect(await thrownBy(client.isAuthenticated())).toMatchObject({ message: expect.stringContaining('is damaged') });
    expect(await thrownBy(client.authenticateWithApp(22117, appToken(22117)))).toMatchObject({
      message: expect.stringContaining('is damaged'),
    });
    expect(await podio.tokenCounts()).toMatchObject({ app: 0 });
    await rm(path);
    expect(await client.isAuthenticated()).toBe(false);
  });

  it('loses no tokens that Podio gave', async () => {
    const podio = await startPodio({ rotateRefreshTokens: true });
    let full = false;
    const sessions: SessionManager = {
      get: () => undefined,
      set: async () => {
        if (full) throw new Error('no space left');
      },
    };
    const client = await signedIn(podio, sessions);
    full = true;
    expect(await thrownBy(client.refreshAccessToken())).toMatchObject({ message: 'no space left' });
    full = false;
    await client.refreshAccessToken();
    expect((await client.get('/app/22117')).status).toBe(200);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 2, errors: 0 });
  });
});
