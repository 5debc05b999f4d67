import { beforeEach, describe, expect, it } from 'vitest';
import { client, TestSandbox } from '../testing.ts';

describe('the app grant', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  it('gives tokens for an app id and its app token, with every member that clients read', async () => {
    const answer = await sandbox.token({ ...client, grant_type: 'app', app_id: '22117', app_token: 'sandbox-app-token-22117' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      token_type: 'bearer',
      expires_in: 28800,
      refresh_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      ref: { type: 'app', id: 22117 },
      scope: 'global:all',
    });
  });

  it.each([
    ['a wrong app token', { app_id: '22117', app_token: 'sandbox-app-token-22118' }],
    ['an unknown app', { app_id: '99999', app_token: 'sandbox-app-token-99999' }],
    ['an app id that is no number', { app_id: 'projects', app_token: 'sandbox-app-token-22117' }],
  ])('refuses %s with 400 invalid_grant and the whole error body', async (_, parameters) => {
    const answer = await sandbox.token({ ...client, grant_type: 'app', ...parameters });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      error: 'invalid_grant',
      error_description: 'The app id or the app token is not valid',
      error_detail: 'app.invalid.token',
      error_parameters: {},
      error_propagate: true,
      request: { url: expect.stringMatching(/^http:\/\/.*\/oauth\/token$/), query_string: '', method: 'POST' },
    });
  });

  it('knows a regenerated app token and no longer the old one', async () => {
    const ada = await sandbox.asUser('ada');
    const { token } = await ada.write('POST', '/app/22117/token/regenerate');
    expect((await sandbox.token({ ...client, grant_type: 'app', app_id: '22117', app_token: token })).statusCode).toBe(200);
    expect((await sandbox.token({ ...client, grant_type: 'app', app_id: '22117', app_token: 'sandbox-app-token-22117' })).statusCode).toBe(
      400,
    );
  });
});
