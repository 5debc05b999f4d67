import { beforeEach, describe, expect, it } from 'vitest';
import { client, TestSandbox } from './testing.ts';

const app = { grant_type: 'app', app_id: '22117', app_token: 'sandbox-app-token-22117' };

describe('the token endpoint', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });
  const post = (url: string, payload: string, headers: Record<string, string>) =>
    sandbox.app.inject({ method: 'POST', url, payload, headers });
  const form = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();

  it('takes a form whose content type names a charset', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
    expect((await post('/oauth/token/', form({ ...client, ...app }), headers)).statusCode).toBe(200);
  });

  it('takes the client from HTTP Basic', async () => {
    const authorization = `Basic ${Buffer.from('sandbox:sandbox-secret').toString('base64')}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization };
    expect((await post('/oauth/token', form(app), headers)).statusCode).toBe(200);
  });

  it('takes parameters from the query', async () => {
    const answer = await sandbox.app.inject({ method: 'POST', url: `/oauth/token?${form({ ...client, ...app })}` });
    expect(answer.statusCode).toBe(200);
  });

  it('refuses JSON and names the endpoint for it', async () => {
    const answer = await post('/oauth/token', JSON.stringify({ ...client, ...app }), { 'content-type': 'application/json' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_description: expect.stringContaining('/oauth/token/v2') });
  });

  it.each([22117, '22117'])('takes JSON at /oauth/token/v2, with the app id %j', async (appId) => {
    const answer = await sandbox.app.inject({ method: 'POST', url: '/oauth/token/v2', payload: { ...client, ...app, app_id: appId } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ ref: { type: 'app', id: 22117 }, expires_in: 28800 });
  });

  it.each([
    ['a form', form({ ...client, ...app }), 'application/x-www-form-urlencoded', 'Invalid value null (null): must be object'],
    ['an array', '[1]', 'application/json', 'Invalid value [..] (array): must be object'],
    ['no JSON', '{', 'application/json', 'Invalid value null (null): must be object'],
  ])('refuses %s at /oauth/token/v2 in the words that were recorded', async (_, payload, type, description) => {
    const answer = await post('/oauth/token/v2', payload, { 'content-type': type });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_value', error_description: description });
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['a wrong secret', { client_secret: 'guess' }],
  ])('refuses %s with 400 invalid_client, invalid_auth', async (_, wrong) => {
    const answer = await sandbox.token({ ...client, ...app, ...wrong });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_client', error_description: 'invalid_auth' });
  });

  it.each(['client_id', 'client_secret', 'grant_type', 'app_id', 'app_token'])('wants the parameter %s', async (missing) => {
    const { [missing]: _, ...parameters } = { ...client, ...app } as Record<string, string>;
    const answer = await sandbox.token(parameters);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_description: `Missing parameter: ${missing}` });
  });

  it('refuses a grant type it does not know', async () => {
    const answer = await sandbox.token({ ...client, grant_type: 'client_credentials' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'unsupported_grant_type' });
  });

  it('takes the last of a parameter that is given twice', async () => {
    const payload = `${form({ ...client, ...app, app_token: 'wrong' })}&app_token=sandbox-app-token-22117`;
    expect((await post('/oauth/token', payload, { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(200);
  });

  it('counts answers by grant type, and refusals', async () => {
    const { refresh_token } = await sandbox.appTokens(22117);
    await sandbox.userTokens('ada');
    await sandbox.token({ ...client, grant_type: 'refresh_token', refresh_token });
    await sandbox.token({ ...client, grant_type: 'refresh_token', refresh_token: 'wrong' });
    await sandbox.token({});
    expect((await sandbox.control('GET', '')).json().counts).toEqual({
      token: { authorization_code: 0, app: 1, password: 1, refresh_token: 1 },
      tokenErrors: 2,
      api: 0,
    });
  });
});
