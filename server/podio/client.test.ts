import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox/sandbox.ts';
import { PodioClient } from './client.ts';
import {
  PodioAuthorizationError,
  PodioBadRequestError,
  PodioConflictError,
  PodioConnectionError,
  type PodioError,
  PodioForbiddenError,
  PodioGoneError,
  PodioInvalidClientError,
  PodioInvalidGrantError,
  PodioNotFoundError,
  PodioRateLimitError,
  PodioServerError,
  PodioUnavailableError,
  PodioUnexpectedAnswerError,
} from './errors.ts';
import { appToken, sandboxFor, thrownBy } from './sandbox-testing.ts';
import { answerWith, podioErrorBody, type ReceivedRequest, startScriptedServer } from './testing.ts';

const { startPodio } = sandboxFor(startSandbox);

async function startApp(appId = 22117) {
  const podio = await startPodio();
  const client = podio.client();
  await client.authenticateWithApp(appId, appToken(appId));
  return { podio, client };
}

describe('a new client', () => {
  const key = { clientId: 'key', clientSecret: 'secret' };

  it.each<[string, object]>([
    ['clientId', { ...key, clientId: '' }],
    ['clientId', { clientSecret: 'secret' }],
    ['clientSecret', { ...key, clientSecret: undefined }],
    ['apiUrl', { ...key, apiUrl: 'api.podio.com' }],
    ['apiUrl', { ...key, apiUrl: 'ftp://api.podio.com' }],
    ['apiUrl', { ...key, apiUrl: 'https://user:password@api.podio.com' }],
    ['apiUrl', { ...key, apiUrl: 'nothttps://api.podio.com' }],
    ['apiUrl', { ...key, apiUrl: 'https://user@api.podio.com' }],
    ['apiUrl', { ...key, apiUrl: 'https://:password@api.podio.com' }],
    ['apiUrl', { ...key, apiUrl: 'https://api.podio.com/?x=1' }],
    ['apiUrl', { ...key, apiUrl: 'https://api.podio.com/#x' }],
    ['authorizeUrl', { ...key, authorizeUrl: '/oauth/authorize' }],
    ['authorizeUrl', { ...key, authorizeUrl: 'javascript:alert(1)' }],
  ])('is refused where its %s is wrong', (name, options) => {
    expect(() => new PodioClient(options as never)).toThrow(name);
  });

  it.each([
    [undefined, 'https://podio.com/oauth/authorize'],
    ['https://api.podio.com/', 'https://podio.com/oauth/authorize'],
    ['https://api.podio.com//', 'https://podio.com/oauth/authorize'],
    ['http://localhost:3001', 'http://localhost:3001/oauth/authorize'],
    ['http://localhost:3001/podio/', 'http://localhost:3001/podio/oauth/authorize'],
  ])('with the API at %s sends people to %s', (apiUrl, expected) => {
    const client = new PodioClient({ ...key, ...(apiUrl && { apiUrl }) });
    expect(client.authorizeUrl('http://localhost:3000/callback', 'user:read', 's/1')).toBe(
      `${expected}?response_type=code&client_id=key&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&scope=user%3Aread&state=s%2F1`,
    );
  });

  it('sends people where it is told to, with the query that stands there', () => {
    const client = new PodioClient({ ...key, authorizeUrl: 'https://podio.example/authorize?tenant=7' });
    expect(client.authorizeUrl('http://localhost/')).toMatch(/^https:\/\/podio\.example\/authorize\?tenant=7&response_type=code&/);
  });

  it('is not authenticated, and says so on a call, which it does not make', async () => {
    const server = await startScriptedServer({});
    const client = new PodioClient({ ...key, apiUrl: server.url });
    expect(await client.isAuthenticated()).toBe(false);
    for (const attempt of [() => client.get('/user/status'), () => client.refreshAccessToken()])
      expect(await thrownBy(attempt())).toBeInstanceOf(PodioAuthorizationError);
    expect(server.requests).toEqual([]);
  });
});

describe('a call', () => {
  it('gives status, headers and parsed body', async () => {
    const { client } = await startApp();
    const { status, headers, body } = await client.get('/app/22117');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/json');
    expect(body.config.name).toBe('Projects');
  });

  it('can create, change, read and delete', async () => {
    const { client } = await startApp();
    const created = await client.post('/item/app/22117/', { fields: { title: 'Bridge' } });
    const path = `/item/${created.body.item_id}`;
    await client.put(path, { fields: { title: 'Longer bridge' } });
    expect((await client.get(path, { mark_as_viewed: false })).body.title).toBe('Longer bridge');
    expect(await client.delete(path, { silent: true })).toMatchObject({ status: 204, body: undefined });
    expect(await thrownBy(client.get(path))).toBeInstanceOf(PodioGoneError);
  });

  it('that filters needs no body', async () => {
    const { client } = await startApp();
    const { body } = await client.post('/item/app/22117/filter/');
    expect(body.total).toBeGreaterThanOrEqual(60);
  });

  it('carries the token in the header that Podio wants, and nowhere else', async () => {
    const { podio, client } = await startApp();
    await client.get('/app/22117', { type: 'micro' });
    const sent = (await podio.requests()).find(({ url }) => url === '/app/22117?type=micro');
    expect(sent?.headers.authorization).toMatch(/^OAuth2 \S+$/i);
  });

  it('uses connections again, asks for JSON, and sends a body only where there is one', async () => {
    const tokens = { access_token: 'a1', refresh_token: 'r1', expires_in: 28800, ref: { type: 'app', id: 1 } };
    const server = await startScriptedServer(tokens, {});
    const client = new PodioClient({ clientId: 'key', clientSecret: 'secret', apiUrl: server.url });
    await client.authenticateWithApp('1', 'token');
    const granted = server.connections();
    for (let call = 0; call < 10; call++) await client.get('/app/1');
    expect(server.connections() - granted).toBeLessThan(5);
    expect(server.requests[1]?.headers.accept).toBe('application/json');
    await client.tasks.delete(1);
    expect(server.requests.at(-1)).toMatchObject({ method: 'DELETE', body: '' });
  });

  it('tells how many calls are left', async () => {
    const { client } = await startApp();
    expect(client.rateLimit).toBeUndefined();
    await client.get('/app/22117');
    const { rateLimit, rateLimitRemaining } = client;
    expect(rateLimit).toBe(1000);
    await client.get('/app/22117');
    expect(client.rateLimitRemaining).toBe((rateLimitRemaining ?? 0) - 1);
  });

  it.each(['many', '20x', 'x20', ''])('keeps the last known limit where an answer names none that is a number (%j)', async (odd) => {
    const { podio, client } = await startApp();
    await client.get('/app/22117');
    const { rateLimitRemaining } = client;
    const headers = { 'x-rate-limit-limit': odd, 'x-rate-limit-remaining': odd };
    await podio.control('POST', '/faults', { path: '/app/22117', status: 200, body: {}, headers, times: 1 });
    await client.get('/app/22117');
    expect([client.rateLimit, client.rateLimitRemaining]).toEqual([1000, rateLimitRemaining]);
  });

  it('can be stopped while it waits for its answer, and is not made where it was stopped before', async () => {
    const tokens = { access_token: 'a1', refresh_token: 'r1', expires_in: 28800, ref: { type: 'app', id: 1 } };
    const controller = new AbortController();
    const server = await startScriptedServer(tokens, () => controller.abort());
    const client = new PodioClient({ clientId: 'key', clientSecret: 'secret', apiUrl: server.url });
    await client.authenticateWithApp(1, 'token');
    for (const _ of ['while it waits', 'before'])
      expect(await thrownBy(client.get('/app/1', {}, { signal: controller.signal }))).toMatchObject({ name: 'AbortError' });
    expect(server.requests).toHaveLength(2);
  });
});

describe('a path', () => {
  it.each(['//127.0.0.1:1/x', 'http://127.0.0.1:1/x', '/\\127.0.0.1:1', '\\\\127.0.0.1:1', '/../x', '/%2e%2e/x', 'item/1'])(
    'that would leave the API (%j) throws, and no token leaves',
    async (path) => {
      const { podio, client } = await startApp();
      const calls = [client.get(path), client.post(path, {}), client.put(path, {}), client.delete(path)];
      for (const call of calls) expect(await thrownBy(call)).toBeInstanceOf(TypeError);
      expect((await podio.requests()).filter(({ headers }) => headers.authorization)).toEqual([]);
    },
  );

  it('that answers with a redirect is not followed', async () => {
    const elsewhere = await startScriptedServer({});
    const { podio, client } = await startApp();
    await podio.control('POST', '/faults', { path: '/app/22117', status: 302, headers: { location: elsewhere.url }, body: '', times: 1 });
    expect(await thrownBy(client.get('/app/22117'))).toBeInstanceOf(PodioUnexpectedAnswerError);
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('a file', () => {
  const form = () => {
    const data = new FormData();
    data.set('source', new Blob(['a,b\n1,2\n'], { type: 'text/csv' }), 'local.csv');
    data.set('filename', 'table.csv');
    return data;
  };

  const tokens = { access_token: 'a1', refresh_token: 'r1', expires_in: 28800, ref: { type: 'app', id: 1 } };
  const file = { file_id: 7, name: 'table.csv' };

  it('goes up as a form with its two fields', async () => {
    const server = await startScriptedServer(tokens, file);
    const client = new PodioClient({ clientId: 'key', clientSecret: 'secret', apiUrl: server.url });
    await client.authenticateWithApp(1, 'token');
    expect((await client.post('/file/', form())).body).toEqual(file);
    const { headers, body } = server.requests[1] as ReceivedRequest;
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(headers['content-length']).toBe(String(body.length));
    expect(body).toMatch(
      /name="source"; filename="local.csv"\r\nContent-Type: text\/csv\r\n\r\na,b\n1,2\n\r\n[\s\S]*name="filename"\r\n\r\ntable.csv/,
    );
  });

  it('goes up a second time when the token turned out to have expired', async () => {
    const expired = answerWith(401, podioErrorBody('unauthorized', 'expired_token'));
    const server = await startScriptedServer(tokens, expired, { ...tokens, access_token: 'a2' }, file);
    const client = new PodioClient({ clientId: 'key', clientSecret: 'secret', apiUrl: server.url });
    await client.authenticateWithApp(1, 'token');
    expect((await client.post('/file/', form())).body).toEqual(file);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, 'OAuth2 a1', undefined, 'OAuth2 a2']);
    expect(server.requests[3]?.body).toContain('a,b\n1,2\n');
  });

  it('comes down as its bytes', async () => {
    const bytes = Buffer.from([0, 200, 10, 13]);
    const headers = { 'content-type': 'image/png', 'content-disposition': 'attachment; filename="a.png"' };
    const server = await startScriptedServer(tokens, answerWith(200, bytes, headers));
    const client = new PodioClient({ clientId: 'key', clientSecret: 'secret', apiUrl: server.url });
    await client.authenticateWithApp(1, 'token');
    expect((await client.get('/file/7/raw')).body).toEqual(bytes);
  });

  it('that is a stream goes up once: the token is refreshed, and the error comes', async () => {
    const { podio, client } = await startApp();
    await podio.control('POST', '/expire', {});
    const stream = Readable.from([Buffer.from('{"fields":{}}')]);
    expect(await thrownBy(client.post('/item/app/22117/', stream))).toBeInstanceOf(PodioAuthorizationError);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 1 });
    expect((await podio.requests()).filter(({ url }) => url === '/item/app/22117/')).toHaveLength(1);
  });
});

describe('an error', () => {
  it.each([
    [400, PodioBadRequestError],
    [401, PodioAuthorizationError],
    [403, PodioForbiddenError],
    [404, PodioNotFoundError],
    [409, PodioConflictError],
    [410, PodioGoneError],
    [420, PodioRateLimitError],
    [500, PodioServerError],
    [502, PodioUnavailableError],
    [503, PodioUnavailableError],
    [504, PodioUnavailableError],
  ])('%i has its kind, with status, body and url', async (status, Kind) => {
    const { podio, client } = await startApp();
    const body = { error: 'planted', error_description: 'A planted fault' };
    await podio.control('POST', '/faults', { path: '/app/22117', status, body, times: 1 });
    const error = (await thrownBy(client.get('/app/22117', { type: 'mini' }))) as PodioError;
    expect(error.constructor).toBe(Kind);
    expect(error).toMatchObject({ status, body, url: `${podio.url}/app/22117?type=mini` });
    expect(error.message).toContain('A planted fault');
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 0 });
  });

  it('with HTML is still of its kind', async () => {
    const { podio, client } = await startApp();
    await podio.control('POST', '/faults', { path: '/app/22117', status: 502, body: '<html>Bad gateway</html>', times: 1 });
    expect(await thrownBy(client.get('/app/22117'))).toBeInstanceOf(PodioUnavailableError);
  });

  it("comes with the wait that Podio's rate limit names", async () => {
    const { client } = await startApp(22194);
    for (let call = 0; call < 3; call++) await client.get('/app/22194');
    const error = (await thrownBy(client.get('/app/22194'))) as PodioRateLimitError;
    expect(error).toBeInstanceOf(PodioRateLimitError);
    expect(error.retryAfterSeconds).toBeGreaterThan(0);
    expect(client.rateLimitRemaining).toBe(0);
  });

  it('says that there was no answer', async () => {
    const { podio, client } = await startApp();
    await podio.control('POST', '/faults', { path: '/app/22117', drop: true, times: 1 });
    const error = await thrownBy(client.get('/app/22117'));
    expect(error).toBeInstanceOf(PodioConnectionError);
    expect(error).toMatchObject({ status: undefined, body: undefined, url: `${podio.url}/app/22117` });
  });

  it('says that JSON cannot be read', async () => {
    const { podio, client } = await startApp();
    const headers = { 'content-type': 'application/json' };
    await podio.control('POST', '/faults', { path: '/app/22117', status: 200, body: '{"app_id":', headers, times: 1 });
    const error = await thrownBy(client.get('/app/22117'));
    expect(error).toBeInstanceOf(PodioUnexpectedAnswerError);
    expect(error).toMatchObject({ status: 200, url: `${podio.url}/app/22117`, body: '{"app_id":' });
  });

  it('says that an answer makes no sense', async () => {
    const { podio, client } = await startApp();
    await podio.control('POST', '/faults', { path: '/app/22117', status: 300, body: {}, times: 1 });
    expect(await thrownBy(client.get('/app/22117'))).toBeInstanceOf(PodioUnexpectedAnswerError);
  });
});

describe('credentials that Podio refuses', () => {
  it('are an invalid grant, whichever they are, and leave the client as it was', async () => {
    const { podio, client } = await startApp();
    expect(await thrownBy(client.authenticateWithApp(22118, 'wrong'))).toBeInstanceOf(PodioInvalidGrantError);
    expect(await thrownBy(client.authenticateWithPassword('ada@example.com', 'wrong'))).toBeInstanceOf(PodioInvalidGrantError);
    const code = client.authenticateWithAuthorizationCode('wrong', 'http://localhost:3000/callback');
    expect(await thrownBy(code)).toBeInstanceOf(PodioInvalidGrantError);
    expect((await client.get('/app/22117')).status).toBe(200);
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, password: 0, authorization_code: 0 });
  });

  it('of the API key are an invalid client', async () => {
    const podio = await startPodio();
    const client = podio.client({ clientSecret: 'wrong' });
    expect(await thrownBy(client.authenticateWithApp(22117, appToken(22117)))).toBeInstanceOf(PodioInvalidClientError);
  });

  it.each([0, -1, 1.5, 'x', ''])('are not sent where the app id is %j', async (appId) => {
    const { podio, client } = await startApp();
    expect(await thrownBy(client.authenticateWithApp(appId, 'token'))).toBeInstanceOf(TypeError);
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, errors: 0 });
  });

  it('are not sent where one is missing', async () => {
    const podio = await startPodio();
    const client = podio.client();
    expect(await thrownBy(client.authenticateWithApp(22117, ''))).toMatchObject({ message: 'appToken is missing.' });
    const missing: [string, Promise<void>][] = [
      ['username', client.authenticateWithPassword('', 'sandbox')],
      ['password', client.authenticateWithPassword('ada@example.com', undefined as never)],
      ['code', client.authenticateWithAuthorizationCode('', 'http://localhost/')],
      ['redirectUri', client.authenticateWithAuthorizationCode('code', '')],
    ];
    for (const [name, signIn] of missing) expect(await thrownBy(signIn)).toEqual(new TypeError(`${name} is missing.`));
    expect(await podio.tokenCounts()).toMatchObject({ errors: 0 });
  });
});
