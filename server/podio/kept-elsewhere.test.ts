import { describe, expect, it, vi } from 'vitest';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { PodioClient } from './client.ts';
import { PodioUnavailableError } from './errors.ts';
import { appToken, sandboxFor, type TestPodio, thrownBy } from './sandbox-testing.ts';
import { type AuthType, MemorySessionManager, type SessionManager, type SessionTokens } from './session-manager.ts';

const { startPodio } = sandboxFor(startSandbox);
const projects: AuthType = { type: 'app', identifier: 22117 };
const refused = { path: '/oauth/token/v2', status: 400, body: { error: 'invalid_grant', error_description: 'no' }, times: 1 };

/** A place where other processes write too: it gives what it is told to, and remembers what was set. */
class SharedPlace implements SessionManager {
  gives: (SessionTokens | undefined)[] = [undefined];
  readonly set: SessionManager['set'] = (tokens, authType) => void this.wasSet.push([tokens, authType]);
  readonly wasSet: [SessionTokens | undefined, AuthType][] = [];
  readonly get = () => (this.gives.length > 1 ? this.gives.shift() : this.gives[0]);
}

async function signedIn(podio: TestPodio, sessionManager: SessionManager): Promise<PodioClient> {
  const client = podio.client({ sessionManager });
  await client.authenticateWithApp(22117, appToken(22117));
  return client;
}

/** What another process would keep: an authentication of the same app, from a sign-in of its own. */
async function another(podio: TestPodio): Promise<SessionTokens> {
  const manager = new MemorySessionManager();
  await signedIn(podio, manager);
  return manager.get(projects) as SessionTokens;
}

describe('what another process kept', () => {
  it.each<[string, (own: SessionTokens) => Partial<SessionTokens>, number]>([
    ['a newer pair', ({ obtainedAt }) => ({ obtainedAt: obtainedAt + 1 }), 0],
    ['a pair of the same moment', ({ obtainedAt }) => ({ obtainedAt }), 0],
    ['an older pair', ({ obtainedAt }) => ({ obtainedAt: obtainedAt - 1 }), 1],
    ['the same pair', ({ accessToken }) => ({ accessToken }), 1],
    ['a pair that has ended', () => ({ expiresAt: Date.now() - 1 }), 1],
    ['a pair of somebody else', () => ({ ref: { type: 'app', id: 22118 } }), 1],
    ['a pair of another kind', () => ({ ref: { type: 'user', id: 22117 } }), 1],
    ['a pair of nobody knows whom', () => ({ ref: undefined }), 1],
    ['a pair of another sign-in', () => ({ authType: { type: 'app', identifier: 22118 } }), 1],
    ['a pair of another API key', () => ({ clientId: 'another' }), 1],
    ['a pair of another Podio', () => ({ apiUrl: 'https://api.podio.com' }), 1],
  ])('is taken in place of a refresh where it is new and the same: %s', async (_what, changes, refreshes) => {
    const podio = await startPodio();
    const place = new SharedPlace();
    const client = await signedIn(podio, place);
    const own = place.wasSet[0]?.[0] as SessionTokens;
    const other = await another(podio);
    place.gives = [{ ...other, obtainedAt: own.obtainedAt, ...changes(own) }];
    await client.refreshAccessToken();
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: refreshes });
    const sent = async () => (await podio.requests()).at(-1)?.headers.authorization;
    await client.get('/app/22117');
    if (refreshes === 0) expect(await sent()).toBe(`OAuth2 ${other.accessToken}`);
    else expect(place.wasSet).toHaveLength(2);
  });

  it('is taken after a refusal, since of two processes that refresh at once one is refused', async () => {
    const podio = await startPodio();
    const place = new SharedPlace();
    const client = await signedIn(podio, place);
    place.gives = [undefined, await another(podio)];
    await podio.control('POST', '/faults', refused);
    await client.refreshAccessToken();
    expect((await client.get('/app/22117')).status).toBe(200);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 0 });
    expect(await client.isAuthenticated()).toBe(true);
  });

  it('is not looked for again where a refresh fails without a refusal', async () => {
    const podio = await startPodio();
    const place = new SharedPlace();
    const client = await signedIn(podio, place);
    place.gives = [undefined, await another(podio)];
    await podio.control('POST', '/faults', { ...refused, status: 503 });
    expect(await thrownBy(client.refreshAccessToken())).toBeInstanceOf(PodioUnavailableError);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 0 });
  });
});

it('a pair that is found while the client signs out stays unused', async () => {
  const podio = await startPodio();
  const place = new SharedPlace();
  let found: ((tokens: SessionTokens) => void) | undefined;
  let slow = false;
  const client = await signedIn(podio, {
    get: () => (slow ? new Promise((resolve) => (found = resolve)) : place.get()),
    set: place.set,
  });
  slow = true;
  const refresh = client.refreshAccessToken();
  await vi.waitFor(() => expect(found).toBeDefined(), { interval: 5 });
  await client.clearAuthentication();
  found?.(await another(podio));
  await refresh;
  expect(await client.isAuthenticated()).toBe(false);
});

describe('an authentication that was there before anybody signed in', () => {
  it('is kept on as what it was, and forgotten as that', async () => {
    const podio = await startPodio();
    const place = new SharedPlace();
    place.gives = [await another(podio)];
    const client = podio.client({ sessionManager: place });
    await client.refreshAccessToken();
    place.gives = [undefined];
    await client.clearAuthentication();
    expect(place.wasSet).toEqual([
      [expect.objectContaining({ authType: projects, ref: { type: 'app', id: 22117 } }), projects],
      [undefined, projects],
    ]);
    expect(await client.isAuthenticated()).toBe(false);
  });

  it('is forgotten also by a client that has not looked at it', async () => {
    const podio = await startPodio();
    const place = new SharedPlace();
    place.gives = [await another(podio)];
    const client = podio.client({ sessionManager: place });
    await client.clearAuthentication();
    expect(place.wasSet).toEqual([[undefined, { type: 'authorization_code', identifier: undefined }]]);
    expect(await client.isAuthenticated()).toBe(false);
  });

  it('does not come back by a look that was under way when it was forgotten', async () => {
    const podio = await startPodio();
    const kept = await another(podio);
    let found: ((tokens: SessionTokens) => void) | undefined;
    const slow: SessionManager = { get: () => new Promise((resolve) => (found = resolve)), set: () => undefined };
    const client = podio.client({ sessionManager: slow });
    const looking = client.isAuthenticated();
    await client.clearAuthentication();
    found?.(kept);
    expect(await looking).toBe(false);
    expect(await client.isAuthenticated()).toBe(false);
  });
});
