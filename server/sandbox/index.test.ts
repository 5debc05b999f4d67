import { describe, expect, it } from 'vitest';
import { defaultSettings, type Sandbox, type SandboxSettings, startSandbox } from './index.ts';

const post = (url: string, body: object, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(url, { method, headers: { 'content-type': 'application/json', connection: 'close', ...headers }, body: JSON.stringify(body) });

async function signIn({ url }: Sandbox): Promise<string> {
  const credentials = { client_id: 'sandbox', client_secret: 'sandbox-secret', app_id: 22119, app_token: 'sandbox-app-token-22119' };
  const answer = await post(`${url}/oauth/token/v2`, { grant_type: 'app', ...credentials });
  return `OAuth2 ${((await answer.json()) as { access_token: string }).access_token}`;
}

describe('the sandbox as a part of other people’s tests', () => {
  it('is given settings that hold from the start and after each reset', async () => {
    const settings: Partial<SandboxSettings> = { accessTokenTtlSeconds: 5, rotateRefreshTokens: true };
    const sandbox = await startSandbox({ settings });
    try {
      for (const _ of [1, 2]) {
        expect(await (await fetch(`${sandbox.url}/_sandbox`)).json()).toMatchObject({ settings: { ...defaultSettings, ...settings } });
        await fetch(`${sandbox.url}/_sandbox`, { method: 'DELETE' });
      }
    } finally {
      await sandbox.close();
    }
  });

  it('publishes its credentials, which work', async () => {
    const sandbox = await startSandbox();
    try {
      const { clients, users, apps } = sandbox.publishedCredentials;
      const [[client], [user], [app]] = [clients, users, apps];
      const key = { client_id: client?.clientId, client_secret: client?.clientSecret };
      for (const grant of [
        { grant_type: 'password', username: user?.username, password: user?.password },
        { grant_type: 'app', app_id: app?.appId, app_token: app?.appToken },
      ])
        expect((await post(`${sandbox.url}/oauth/token/v2`, { ...key, ...grant })).status).toBe(200);
    } finally {
      await sandbox.close();
    }
  });

  it('runs several times in one process, and tokens of one mean nothing to another', async () => {
    const sandboxes = await Promise.all(Array.from({ length: 5 }, () => startSandbox()));
    try {
      expect(new Set(sandboxes.map(({ port }) => port)).size).toBe(5);
      const [first, second] = sandboxes as [Sandbox, Sandbox];
      const headers = { authorization: await signIn(first), connection: 'close' };
      expect((await fetch(`${first.url}/app/22119`, { headers })).status).toBe(200);
      expect((await fetch(`${second.url}/app/22119`, { headers })).status).toBe(401);
    } finally {
      await Promise.all(sandboxes.map(({ close }) => close()));
    }
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.com'])('listens on this machine’s own addresses only, not on %s', async (host) => {
    await expect(startSandbox({ host })).rejects.toThrow(`The sandbox cannot start: ${host} is no loopback address.`);
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('listens on %s', async (host) => {
    const sandbox = await startSandbox({ host }).catch((error) => error);
    if (host === '::1' && sandbox instanceof Error) return; // a machine without IPv6
    expect((await fetch(`${sandbox.url}/_sandbox`)).status).toBe(200);
    await sandbox.close();
  });

  it('refuses settings that are none', async () => {
    await expect(startSandbox({ settings: { latencyMs: -1 } })).rejects.toThrow('latencyMs must be an integer');
  });
});
