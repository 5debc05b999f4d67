import { describe, expect, it } from 'vitest';
import {
  PodioConnectionError,
  type PodioError,
  PodioInvalidClientError,
  PodioInvalidGrantError,
  PodioRateLimitError,
  PodioSecondFactorError,
  PodioServerError,
  PodioSubjectChangedError,
  PodioUnavailableError,
  PodioUnexpectedAnswerError,
} from './errors.ts';
import {
  appGrant,
  authorizationCodeGrant,
  authorizeUrl,
  type OAuthClient,
  passwordGrant,
  refreshTokenGrant,
  type Tokens,
} from './oauth.ts';
import { answerWith, podioErrorBody, type ScriptedAnswer, startScriptedServer } from './testing.ts';

const now = 1_800_000_000_000;
const good = {
  access_token: 'a'.repeat(32),
  token_type: 'bearer',
  expires_in: 28800,
  refresh_token: 'b'.repeat(32),
  ref: { type: 'app', id: 22117 },
  scope: 'global:all',
};
const held: Tokens = {
  accessToken: 'old-access',
  refreshToken: 'old-refresh',
  obtainedAt: now - 28_800_000,
  expiresAt: now,
  ref: { type: 'app', id: 22117 },
  scope: 'global:read',
};

async function startClient(...answers: ScriptedAnswer[]) {
  const server = await startScriptedServer(...answers);
  const client: OAuthClient = { clientId: 'the-client', clientSecret: 'the-client-secret', apiUrl: server.url, now: () => now };
  return { client, server };
}

const thrownBy = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a grant', () => {
  it.each<[string, (client: OAuthClient) => Promise<Tokens>, object]>([
    [
      'of a code',
      (client) => authorizationCodeGrant(client, { code: 'c0de', redirectUri: 'http://localhost:3000/callback', codeVerifier: 'v' }),
      { grant_type: 'authorization_code', code: 'c0de', redirect_uri: 'http://localhost:3000/callback', code_verifier: 'v' },
    ],
    [
      'of an app',
      (client) => appGrant(client, { appId: 22117, appToken: 'app-token' }),
      { grant_type: 'app', app_id: 22117, app_token: 'app-token' },
    ],
    [
      'of a password',
      (client) => passwordGrant(client, { username: 'ada@example.com', password: 'pässword"' }),
      { grant_type: 'password', username: 'ada@example.com', password: 'pässword"' },
    ],
    ['of a refresh token', (client) => refreshTokenGrant(client, held), { grant_type: 'refresh_token', refresh_token: 'old-refresh' }],
  ])('%s is one JSON request, with the secret in its body', async (_of, grant, parameters) => {
    const { client, server } = await startClient(good);
    expect(await grant(client)).toEqual({
      accessToken: good.access_token,
      refreshToken: good.refresh_token,
      obtainedAt: now,
      expiresAt: now + 28_800_000,
      ref: good.ref,
      scope: 'global:all',
    });
    expect(server.requests).toHaveLength(1);
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/oauth/token/v2', headers });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      ...parameters,
      client_id: 'the-client',
      client_secret: 'the-client-secret',
    });
  });

  it('leaves out a code verifier that there is none of', async () => {
    const { client, server } = await startClient(good);
    await authorizationCodeGrant(client, { code: 'c', redirectUri: 'http://localhost/' });
    expect(server.requests[0]?.body).not.toContain('code_verifier');
  });
});

describe('an answer of the token endpoint', () => {
  const grantWith = async (changes: object) => {
    const { client } = await startClient({ ...good, ...changes });
    return appGrant(client, { appId: 22117, appToken: 't' });
  };
  const address = expect.stringMatching(/^http:.*\/oauth\/token\/v2$/) as string;

  it.each<[string, unknown]>([
    ['access_token', undefined],
    ['access_token', ''],
    ['access_token', 'a\r\nx-evil: 1'],
    ['access_token', 'tökën'],
    ['access_token', 'x'.repeat(2049)],
    ['access_token', 12],
    ['refresh_token', undefined],
    ['refresh_token', ''],
    ['refresh_token', 'with space'],
    ['token_type', 'mac'],
    ['token_type', 7],
    ['expires_in', undefined],
    ['expires_in', 0],
    ['expires_in', -1],
    ['expires_in', 'soon'],
    ['expires_in', null],
    ['expires_in', true],
    ['expires_in', [3600]],
    ['expires_in', '1.5'],
    ['expires_in', '0x10'],
    ['ref', { type: 'space', id: 1 }],
    ['ref', { type: 'user' }],
    ['ref', { type: 'user', id: 0 }],
    ['ref', { type: 'user', id: 1.5 }],
    ['ref', { type: 'user', id: true }],
    ['ref', { type: 'user', id: '1e3' }],
    ['ref', 'user-1'],
  ])('is refused where %s is %j', async (field, value) => {
    const error = await thrownBy(grantWith({ [field]: value }));
    expect(error).toBeInstanceOf(PodioUnexpectedAnswerError);
    expect((error as Error).message).toContain(field);
    expect(error).toMatchObject({ status: 200, url: address });
  });

  it.each<[string, object, object]>([
    ['no token_type', { token_type: undefined }, {}],
    ['Bearer in any case', { token_type: 'BeArEr' }, {}],
    ['a lifetime as text', { expires_in: '3600' }, { expiresAt: now + 3_600_000 }],
    ['a lifetime beyond reason, which counts as a year', { expires_in: 1e300 }, { expiresAt: now + 365 * 24 * 3_600_000 }],
    ['no ref', { ref: undefined }, { ref: undefined }],
    ['an empty ref', { ref: null }, { ref: undefined }],
    ['a ref whose number is text', { ref: { type: 'user', id: '12' } }, { ref: { type: 'user', id: 12 } }],
    ['no scope', { scope: undefined }, { scope: undefined }],
    ['members that nobody foresaw', { transfer_token: 'x' }, {}],
  ])('is taken with %s', async (_what, changes, expected) => {
    expect(await grantWith(changes)).toMatchObject(expected);
  });

  it.each<[string, ScriptedAnswer]>([
    ['HTML', answerWith(200, '<html>', { 'content-type': 'text/html' })],
    ['nothing', answerWith(200)],
    ['half of a JSON text', answerWith(200, '{"access_token":"a')],
    ['an array', answerWith(200, '[]')],
    ['a string', answerWith(200, '"ok"')],
    ['10 MB', answerWith(200, Buffer.alloc(10_000_000, 32))],
    ['201', answerWith(201, good)],
    ['204', answerWith(204)],
  ])('is refused where it is %s', async (_what, answer) => {
    const { client, server } = await startClient(answer);
    expect(await thrownBy(appGrant(client, { appId: 1, appToken: 't' }))).toBeInstanceOf(PodioUnexpectedAnswerError);
    expect(server.requests).toHaveLength(1);
    expect((await thrownBy(passwordGrant(client, { username: 'a', password: 'b' })))?.constructor).toBe(PodioUnexpectedAnswerError);
  });

  it('is never followed to another host', async () => {
    const other = await startScriptedServer(good);
    const { client } = await startClient(answerWith(307, '', { location: `${other.url}/oauth/token/v2` }));
    expect(await thrownBy(appGrant(client, { appId: 1, appToken: 't' }))).toBeInstanceOf(PodioUnexpectedAnswerError);
    expect(other.requests).toEqual([]);
  });

  it.each<[string, ScriptedAnswer, new (...args: never[]) => PodioError]>([
    ['400 invalid_grant', answerWith(400, podioErrorBody('invalid_grant', 'nope')), PodioInvalidGrantError],
    ['401 invalid_grant', answerWith(401, podioErrorBody('invalid_grant', 'nope')), PodioInvalidGrantError],
    ['400 invalid_client', answerWith(400, podioErrorBody('invalid_client', 'invalid_auth')), PodioInvalidClientError],
    ['401 unauthorized_client', answerWith(401, podioErrorBody('unauthorized_client', '')), PodioInvalidClientError],
    ['420 without a body', answerWith(420), PodioRateLimitError],
    ['420', answerWith(420, podioErrorBody('rate_limit', 'Please wait 60 seconds')), PodioRateLimitError],
    ['429 without a body', answerWith(429), PodioRateLimitError],
    ['400 with HTML', answerWith(400, '<html>', { 'content-type': 'text/html' }), PodioUnavailableError],
    ['400 with nothing', answerWith(400), PodioUnavailableError],
    ['403 from a proxy', answerWith(403, 'blocked', { 'content-type': 'text/plain' }), PodioUnavailableError],
    ['403 with JSON of another form', answerWith(403, { message: 'blocked' }), PodioUnavailableError],
    ['500 with HTML', answerWith(500, '<html>', { 'content-type': 'text/html' }), PodioServerError],
    ['500', answerWith(500, podioErrorBody('unexpected', 'x')), PodioServerError],
    ['502 with HTML', answerWith(502, '<html>', { 'content-type': 'text/html' }), PodioUnavailableError],
    ['a cut connection', (response) => response.destroy(), PodioConnectionError],
  ])('that is %s has its own kind of error', async (_what, answer, Kind) => {
    const { client, server } = await startClient(answer);
    expect((await thrownBy(refreshTokenGrant(client, held)))?.constructor).toBe(Kind);
    expect(server.requests).toHaveLength(1);
  });

  it('that gives no reason is quoted by its error', async () => {
    const { client } = await startClient(answerWith(403, 'blocked', { 'content-type': 'text/plain' }));
    expect(await thrownBy(refreshTokenGrant(client, held))).toMatchObject({ status: 403, body: 'blocked', url: address });
  });

  it('that takes too long is a timeout', async () => {
    const { client } = await startClient(() => undefined);
    expect(await thrownBy(refreshTokenGrant({ ...client, timeoutMs: 100 }, held))).toMatchObject({ timedOut: true });
  });

  it.each<[string, (client: OAuthClient) => Promise<Tokens>, RegExp]>([
    [
      'code',
      (client) => authorizationCodeGrant(client, { code: 'the-code', redirectUri: 'http://localhost/', codeVerifier: 'the-verifier' }),
      /the-code|the-verifier/,
    ],
    ['app token', (client) => appGrant(client, { appId: 1, appToken: 'the-app-token' }), /the-app-token/],
    ['password', (client) => passwordGrant(client, { username: 'ada@example.com', password: 'hunter2' }), /hunter2/],
    ['refresh token', (client) => refreshTokenGrant(client, held), /old-refresh/],
  ])('puts no %s into an error, even where it repeats what was sent', async (_what, grant, credentials) => {
    const { client } = await startClient((response, { body }) => {
      const sent = JSON.parse(body) as object;
      const echo = { ...podioErrorBody('invalid_grant', `Invalid value ${body}`), error_parameters: { ...sent, error: [body] } };
      answerWith(400, echo)(response);
    });
    const error = (await thrownBy(grant(client))) as PodioError;
    expect(error).toBeInstanceOf(PodioInvalidGrantError);
    expect(error.message + JSON.stringify(error.body)).not.toMatch(credentials);
    expect(error.message + JSON.stringify(error.body)).not.toContain('the-client-secret');
    expect(error.message).toContain('[hidden]');
  });

  it.each(['invalid', ''])('is told by its code and its words where the password is %j', async (password) => {
    const { client } = await startClient(answerWith(400, podioErrorBody('invalid_grant', 'No such person')));
    const error = await thrownBy(passwordGrant(client, { username: 'ada@example.com', password }));
    expect(error).toBeInstanceOf(PodioInvalidGrantError);
    expect(error).toMatchObject({ body: podioErrorBody('invalid_grant', 'No such person') });
  });

  it.each([undefined, null])('whose token is %j says that the account has a second factor, for a password only', async (access_token) => {
    const challenge = { server_nonce: 'n', methods: ['totp'], access_token };
    const { client } = await startClient(challenge);
    const error = await thrownBy(passwordGrant(client, { username: 'a', password: 'b' }));
    expect(error).toBeInstanceOf(PodioSecondFactorError);
    expect(error).toMatchObject({ status: 200, url: address });
    expect(await thrownBy(appGrant(client, { appId: 1, appToken: 't' }))).toBeInstanceOf(PodioUnexpectedAnswerError);
  });
});

describe('a refresh', () => {
  it('keeps what the answer leaves out', async () => {
    const { client } = await startClient({ access_token: 'new-access', expires_in: 100 });
    expect(await refreshTokenGrant(client, held)).toEqual({
      ...held,
      accessToken: 'new-access',
      obtainedAt: now,
      expiresAt: now + 100_000,
    });
  });

  it.each([
    { type: 'app', id: 22118 },
    { type: 'user', id: 22117 },
  ])('does not take the tokens of somebody else (%j)', async (ref) => {
    const { client } = await startClient({ ...good, ref });
    const error = await thrownBy(refreshTokenGrant(client, held));
    expect(error).toBeInstanceOf(PodioSubjectChangedError);
    expect(error).toMatchObject({ status: 200, url: `${client.apiUrl}/oauth/token/v2` });
  });
});

describe('authorizeUrl', () => {
  const options = {
    authorizeUrl: 'https://podio.com/oauth/authorize',
    clientId: 'key',
    redirectUri: 'http://localhost:3000/callback?x=1&y',
  };

  it('has each parameter once', () => {
    const url = new URL(authorizeUrl({ ...options, scope: 'user:read space:all', state: 'a b&c', codeChallenge: 'ch' }));
    expect([...url.searchParams]).toEqual([
      ['response_type', 'code'],
      ['client_id', 'key'],
      ['redirect_uri', 'http://localhost:3000/callback?x=1&y'],
      ['scope', 'user:read space:all'],
      ['state', 'a b&c'],
      ['code_challenge', 'ch'],
      ['code_challenge_method', 'S256'],
    ]);
  });

  it('leaves out what is not asked for', () => {
    const url = new URL(authorizeUrl({ ...options, scope: '' }));
    expect([...url.searchParams.keys()]).toEqual(['response_type', 'client_id', 'redirect_uri']);
  });

  it('keeps a query that is there, and overrides what would stand twice', () => {
    const url = new URL(authorizeUrl({ ...options, authorizeUrl: 'http://localhost:3001/oauth/authorize?tenant=7&client_id=other' }));
    expect(url.searchParams.get('tenant')).toBe('7');
    expect(url.searchParams.getAll('client_id')).toEqual(['key']);
  });
});
