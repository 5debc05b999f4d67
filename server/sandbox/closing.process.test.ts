import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { startSandbox } from './index.ts';

const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));
const addresses = ['127.0.0.1', ...(hasIpv6 ? ['[::1]'] : [])];

/** Waits until nothing but so many servers of this process listen, and no connection is open. */
async function untilOnly(servers: number): Promise<void> {
  const expected = Array(servers).fill('TCPServerWrap').join();
  const held = () => process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'));
  while (held().join() !== expected) await new Promise((resolve) => setImmediate(resolve));
}

async function send<Answer>(method: string, url: string, body: object, authorization = ''): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization };
  const text = await (await fetch(url, { method, headers, body: JSON.stringify(body) })).text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** A program that takes what a hook tells it, and never answers. */
async function silentListener(): Promise<{ server: Server; url: string; called: Promise<void> }> {
  let call = (): void => undefined;
  const called = new Promise<void>((resolve) => {
    call = resolve;
  });
  const server = createServer(({ socket }) => {
    socket.once('end', () => socket.destroy()); // which leaves its own half open until it answers
    call();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, called };
}

it('a sandbox that is closed frees everything, whatever is under way, and may be closed twice', async () => {
  const { server, url: told, called } = await silentListener();
  await untilOnly(1);
  const sandbox = await startSandbox();
  const key = { client_id: 'sandbox', client_secret: 'sandbox-secret' };
  const app = { grant_type: 'app', app_id: 22119, app_token: 'sandbox-app-token-22119' };
  const { access_token } = await send<{ access_token: string }>('POST', `${sandbox.url}/oauth/token/v2`, { ...key, ...app });
  const authorization = `OAuth2 ${access_token}`;
  const hook = { url: told, type: 'item.create' };
  const { hook_id } = await send<{ hook_id: number }>('POST', `${sandbox.url}/hook/app/22119/`, hook, authorization);
  await send('POST', `${sandbox.url}/hook/${hook_id}/verify/request`, {}, authorization);
  await called; // and it will never answer
  await send('PATCH', `${sandbox.url}/_sandbox/settings`, { latencyMs: 60_000 });
  const cut = addresses.map((host) => fetch(`http://${host}:${sandbox.port}/app/22119`, { headers: { authorization } }).catch(() => 'cut'));
  await send('POST', `${sandbox.url}/_sandbox/expire`, {});
  await Promise.all([sandbox.close(), sandbox.close()]);
  expect(await Promise.all(cut)).toEqual(addresses.map(() => 'cut'));
  await untilOnly(1);
  await sandbox.close();
  server.close();
});
