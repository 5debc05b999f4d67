import { beforeEach, describe, expect, it } from 'vitest';
import { TestSandbox } from './testing.ts';

const challenge = (error: string) => `Bearer realm="podio", error="${error}"`;

describe('an API call', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });
  const call = (authorization?: string, url = '/app/22117') =>
    sandbox.app.inject({ url, headers: { host: 'localhost:3001', ...(authorization !== undefined && { authorization }) } });

  it.each(['OAuth2', 'oauth2', 'Bearer'])('is let in with the scheme %s', async (scheme) => {
    const { access_token } = await sandbox.appTokens(22117);
    expect((await call(`${scheme} ${access_token}`)).statusCode).toBe(200);
  });

  it('is let in with oauth_token in the query', async () => {
    const { access_token } = await sandbox.appTokens(22117);
    expect((await call(undefined, `/app/22117?oauth_token=${access_token}`)).statusCode).toBe(200);
  });

  it('says expired_token as the whole description, and unauthorized as the error, when the token has expired', async () => {
    const { access_token } = await sandbox.appTokens(22117);
    sandbox.state.clock.advance(28800);
    const answer = await call(`OAuth2 ${access_token}`, '/app/22117?type=mini');
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({
      error: 'unauthorized',
      error_description: 'expired_token',
      error_detail: null,
      error_parameters: {},
      error_propagate: false,
      request: { url: 'http://localhost:3001/app/22117', query_string: 'type=mini', method: 'GET' },
    });
    expect(answer.headers).toMatchObject({
      'www-authenticate': challenge('expired_token'),
      authorization: challenge('expired_token'),
      'content-type': 'application/json; charset=utf-8',
      'x-podio-request-id': expect.stringMatching(/^[a-z0-9]{8}$/),
      'x-rate-limit-limit': '1000',
      'x-rate-limit-remaining': expect.stringMatching(/^\d+$/),
    });
  });

  it('says invalid_token for a token it does not know', async () => {
    const answer = await call(`OAuth2 ${'0'.repeat(32)}`);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: 'invalid_token', error_description: 'invalid_token' });
    expect(answer.headers['www-authenticate']).toBe(challenge('invalid_token'));
  });

  it.each([undefined, `Basic ${Buffer.from('sandbox:sandbox-secret').toString('base64')}`])(
    'without a token (authorization: %s) is 401 with words that make no client refresh',
    async (authorization) => {
      const answer = await call(authorization);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ error: 'unauthorized', error_description: 'Authentication is required' });
    },
  );

  it('ends with its grant', async () => {
    const app = await sandbox.asApp(22117);
    expect((await app.post('/oauth/grant/invalidate')).statusCode).toBe(204);
    expect((await app.get('/app/22117')).json()).toMatchObject({ error: 'invalid_token' });
  });

  it('to a path that Podio does not have is 404 in the recorded words, with or without a token', async () => {
    const words = { error: 'not_found', error_description: "No matching operation could be found. The path '/nowhere' was not found." };
    expect((await call(undefined, '/nowhere')).json()).toMatchObject(words);
    const app = await sandbox.asApp(22117);
    const answer = await app.get('/nowhere');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject(words);
    expect(answer.headers['x-rate-limit-remaining']).toBe('999');
  });
});

describe('requests as clients send them', () => {
  const sandbox = new TestSandbox();
  const send = async (method: 'GET' | 'DELETE' | 'POST', url: string, headers: Record<string, string>, payload?: string) => {
    const { access_token } = await sandbox.userTokens('ada');
    return sandbox.app.inject({
      method,
      url,
      headers: { authorization: `OAuth2 ${access_token}`, ...headers },
      ...(payload !== undefined && { payload }),
    });
  };

  it.each<Record<string, string>>([
    { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' },
    { 'content-type': 'application/json' },
    { accept: '*/*' },
  ])('GET and DELETE may carry %j and no body', async (headers) => {
    const item = [...sandbox.state.store.itemsOf(22117).keys()][0];
    expect((await send('GET', `/app/22117/item/${item}`, headers)).statusCode).toBe(200);
    const { itemId } = sandbox.state.store.itemsOf(22117).get(item ?? 0) ?? { itemId: 0 };
    expect((await send('DELETE', `/item/${itemId}`, headers)).statusCode).toBe(204);
  });

  it.each([
    ['a form type and no bytes', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' }, undefined],
    ['no type and no bytes', { 'content-length': '0' }, undefined],
    ['the JSON text []', { 'content-type': 'application/json' }, '[]'],
    ['the JSON text {}', { 'content-type': 'application/json' }, '{}'],
  ])('POST without parameters comes as %s', async (_, headers, payload) => {
    const answer = await send('POST', '/item/app/22119/filter/', headers, payload);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ total: 1204, filtered: 1204 });
  });

  it.each([
    '/user',
    '/user/',
    '/user/status/',
    '/org',
    '/org/',
    '/org/1/space',
    '/org/1/space/',
    '/app',
    '/app/',
    '/app/space/4001',
    '/app/space/4001/',
    '/app/22117/',
    '/item/app/22117/count/',
  ])('%s answers', async (url) => {
    expect((await send('GET', url, {})).statusCode).toBe(200);
  });

  it.each(['/user/status', '/app/22117', '/nowhere'])('HEAD %s says what GET says, without a body', async (url) => {
    const { access_token } = await sandbox.userTokens('ada');
    const headers = { authorization: `OAuth2 ${access_token}` };
    const [get, head] = [await sandbox.app.inject({ url, headers }), await sandbox.app.inject({ method: 'HEAD', url, headers })];
    expect([head.statusCode, head.body]).toEqual([get.statusCode, '']);
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
  });

  it('refuses a list where an object is meant, and what is no JSON', async () => {
    const json = { 'content-type': 'application/json' };
    const list = await send('POST', '/item/app/22119/filter/', json, '[1]');
    expect(list.statusCode).toBe(400);
    expect(list.json()).toMatchObject({ error: 'invalid_value', error_description: 'Invalid value [..] (array): must be object' });
    expect((await send('POST', '/item/app/22119/filter/', json, '{')).statusCode).toBe(400);
  });
});
