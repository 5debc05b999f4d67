import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from './contract.ts';
import { RawConnection } from './http/testing.ts';
import { ScriptedPodio } from './proxied-call/testing.ts';
import { startTestServer, type TestServer } from './testing.ts';

vi.setConfig({ testTimeout: 30_000 });

let podio: ScriptedPodio;
let server: TestServer;
let scripted: TestServer;
beforeAll(async () => {
  podio = await ScriptedPodio.start();
  [server, scripted] = await Promise.all([
    startTestServer({ settings: { logLevel: 'trace', pkce: true } }),
    startTestServer({ settings: { logLevel: 'trace', apiUrl: podio.url }, limits: { podioHeadersMs: 300, podioBodyMs: 200 } }),
  ]);
});
afterAll(async () => {
  await Promise.all([server.close(), scripted.close()]);
  await podio.close();
});

const log = () => server.log() + scripted.log();

/** Everything that can be done, and much that can go wrong, with a canary wherever a secret may be. */
async function everything(): Promise<string[]> {
  const browser = server.browser();
  const { authorizeUrl } = (await browser.post('/auth/authorize', { scope: 'global:all', returnTo: '/x?canary-return' })).json<{
    authorizeUrl: string;
  }>();
  const state = new URL(authorizeUrl).searchParams.get('state') as string;
  await browser.post('/auth/callback', { code: 'canary-code', state });
  await browser.post('/auth/callback', { code: 'canary-code', state: 'canary-state' });
  await browser.post('/auth/callback?code=canary-query', { code: 'canary-code', state });
  await browser.post('/auth/callback', { error: 'x', error_description: 'canary-description\r\n\u001b[31m{"level":60}', state });
  await browser.post('/auth/app', { appId: 22119, appToken: 'canary-app-token' });
  await browser.post('/auth/app', '{"appId":22119,"appToken":"canary-broken');
  await browser.post('/auth/password', { username: 'ada@example.com', password: 'canary-password' });
  await browser.signInAsAda();
  await browser.signInAsApp(22119);
  await browser.post('/keyring/user-1/apps', { appId: 22118 });
  await browser.get('/keyring/user-1/api/app/22119?canary-query=1', { authorization: 'Bearer canary-bearer', 'x-a': 'canary-header' });
  for (const fault of [
    { status: 500 },
    { drop: true },
    { status: 200, body: '<html>canary-body' },
    { status: 200, body: { access_token: 'canary-half' } },
  ]) {
    await server.control('POST', '/faults', { path: '/oauth/token/v2', times: 1, ...fault });
    await browser.post('/keyring/user-1/refresh');
    await server.control('POST', '/faults', { path: '/user/status', times: 1, ...fault });
    await browser.get('/keyring/user-1/api/user/status?canary-query=2');
  }
  await server.control('POST', '/revoke', {});
  await browser.get('/keyring/user-1/api/user/status');
  const cookies = browser.cookies.map(({ value }) => value);
  await browser.delete('/keyring');

  const held = scripted.browser();
  await held.signInAsApp(22119);
  for (const answer of [
    (response: import('node:http').ServerResponse) => void response.socket?.end('canary-wire\r\n\r\n'),
    (response: import('node:http').ServerResponse) =>
      void response.socket?.end('HTTP/1.1 200 OK\r\nX: canary-wire\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\ncanary-wire\r\n'),
    () => undefined,
  ]) {
    podio.answer = (_request, response) => answer(response);
    await held.get('/keyring/app-22119/api/x?canary-query=3').catch(() => undefined);
  }
  for (const bytes of ['canary-raw\r\n\r\n', `GET /canary-path?canary-query HTTP/1.1\r\nHost: x\r\nX: canary-raw\r\n folded\r\n\r\n`]) {
    const raw = new RawConnection(server.settings.port).write(bytes);
    await raw.closed;
  }
  await server.browser().get('/canary-nowhere?canary-query=4', { cookie: '__Host-Http-sandbox-keyring=canary-cookie' });
  const issued = (await server.control('GET', '/issued')) as Record<string, string[]>;
  return [
    ...Object.values(issued).flat(),
    ...cookies,
    ...held.cookies.map(({ value }) => value),
    state,
    'access1',
    'refresh22119',
    'canary',
    'sandbox-secret',
    server.settings.cookieSecrets[0] as string,
  ];
}

describe('the log at its most talkative', () => {
  it('LG1 LG2 holds no credential, no query and no byte of what could not be read', async () => {
    const secrets = await everything();
    expect(secrets.length).toBeGreaterThan(20);
    expect(log().split('\n').length).toBeGreaterThan(20);
    expect(secrets.filter((secret) => log().includes(secret))).toEqual([]);
  });

  it('LG3 is one line of JSON for each event, whatever others wrote', () => {
    const lines = log().trimEnd().split('\n');
    expect(lines.filter((line) => typeof JSON.parse(line).level !== 'number')).toEqual([]);
    expect(log()).not.toContain('\u001b');
  });

  it('LG4 has the cause of an error that its answer does not have', async () => {
    await server.control('POST', '/faults', { path: '/user/status', drop: true, times: 5 });
    const browser = server.browser();
    await browser.signInAsAda();
    const answer = await browser.get('/keyring/user-1/api/user/status');
    const { instance = '', ...problem } = answer.json<Problem>();
    expect(Object.keys(problem).sort()).toEqual(['code', 'detail', 'status', 'title', 'type']);
    expect(answer.text).not.toMatch(/undici|node_modules|\.ts|UND_ERR|at \w+/);
    const lines = server.log().split('\n');
    const line = lines.find(
      (text) => text.includes(`"reqId":"${instance.replace('/requests/', '')}"`) && text.includes('proxied call failed'),
    );
    expect(line).toContain('UND_ERR_SOCKET');
  });
});
