import { describe, expect, it } from 'vitest';
import { client, TestSandbox } from '../testing.ts';

const refresh = (sandbox: TestSandbox, refreshToken: string) =>
  sandbox.token({ ...client, grant_type: 'refresh_token', refresh_token: refreshToken });

describe('the refresh token grant', () => {
  it('gives a new access token and the same refresh token, and keeps ref and scope', async () => {
    const sandbox = new TestSandbox();
    const first = await sandbox.userTokens('ada', 'user:read space:read');
    const second = (await refresh(sandbox, first.refresh_token)).json();
    expect(second).toMatchObject({ refresh_token: first.refresh_token, ref: first.ref, scope: first.scope, expires_in: 28800 });
    expect(second.access_token).not.toBe(first.access_token);
  });

  it('leaves the old access token alive until its own expiry', async () => {
    const sandbox = new TestSandbox();
    const { access_token, refresh_token } = await sandbox.appTokens(22117);
    await refresh(sandbox, refresh_token);
    const answer = await sandbox.app.inject({ url: '/app/22117', headers: { authorization: `OAuth2 ${access_token}` } });
    expect(answer.statusCode).toBe(200);
  });

  it('refuses an unknown refresh token with 400 invalid_grant', async () => {
    const answer = await refresh(new TestSandbox(), '0'.repeat(32));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses one that is 28 days old, but each refresh renews the 28 days', async () => {
    const sandbox = new TestSandbox();
    const { refresh_token } = await sandbox.appTokens(22117);
    const day = 24 * 60 * 60;
    sandbox.state.clock.advance(27 * day);
    expect((await refresh(sandbox, refresh_token)).statusCode).toBe(200);
    sandbox.state.clock.advance(27 * day);
    expect((await refresh(sandbox, refresh_token)).statusCode).toBe(200);
    sandbox.state.clock.advance(28 * day);
    expect((await refresh(sandbox, refresh_token)).statusCode).toBe(400);
  });

  it('refuses every refresh of Invoices, which signs in all the same', async () => {
    const sandbox = new TestSandbox();
    const { refresh_token } = await sandbox.appTokens(22191);
    const answer = await refresh(sandbox, refresh_token);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('refresh tokens that rotate', () => {
  it('are good once each', async () => {
    const sandbox = new TestSandbox({ rotateRefreshTokens: true });
    const first = await sandbox.appTokens(22117);
    const second = (await refresh(sandbox, first.refresh_token)).json();
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(sandbox, second.refresh_token)).statusCode).toBe(200);
  });

  it('end the whole grant when one is used again: its access tokens are unknown then', async () => {
    const sandbox = new TestSandbox({ rotateRefreshTokens: true });
    const first = await sandbox.appTokens(22117);
    const second = (await refresh(sandbox, first.refresh_token)).json();
    expect((await refresh(sandbox, first.refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await refresh(sandbox, second.refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
    const call = await sandbox.app.inject({ url: '/app/22117', headers: { authorization: `OAuth2 ${second.access_token}` } });
    expect(call.statusCode).toBe(401);
    expect(call.json()).toMatchObject({ error: 'invalid_token' });
  });

  it('leave other grants of the same app alone', async () => {
    const sandbox = new TestSandbox({ rotateRefreshTokens: true });
    const other = await sandbox.appTokens(22117);
    const first = await sandbox.appTokens(22117);
    await refresh(sandbox, first.refresh_token);
    await refresh(sandbox, first.refresh_token);
    expect((await refresh(sandbox, other.refresh_token)).statusCode).toBe(200);
  });
});
