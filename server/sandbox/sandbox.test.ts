import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from './sandbox.ts';

const running: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

async function start(options?: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
}

const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));

describe('a running sandbox', () => {
  it('answers on 127.0.0.1, on localhost, and on ::1 where the machine has it', async () => {
    const sandbox = await start();
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
    for (const host of ['127.0.0.1', 'localhost', ...(hasIpv6 ? ['[::1]'] : [])])
      expect((await fetch(`http://${host}:${sandbox.port}/_sandbox`)).status).toBe(200);
  });

  it('runs beside others in one process, each with its own state', async () => {
    const [one, other] = [await start(), await start()];
    const body = JSON.stringify({ latencyMs: 1 });
    await fetch(`${one.url}/_sandbox/settings`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body });
    const { settings } = (await (await fetch(`${other.url}/_sandbox`)).json()) as { settings: { latencyMs: number } };
    expect(settings.latencyMs).toBe(0);
  });

  it('names the port that is taken', async () => {
    const server = await listen('127.0.0.1');
    const { port } = server.address() as AddressInfo;
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', message: expect.stringContaining(`port ${port}`) });
  });

  it('does not share its port with a stranger on the other address of localhost', async () => {
    const server = await listen(hasIpv6 ? '::1' : '127.0.0.1');
    const { port } = server.address() as AddressInfo;
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    if (hasIpv6) await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('closes at once, whatever is under way, and frees its port', async () => {
    const sandbox = await startSandbox();
    const body = JSON.stringify({ latencyMs: 600_000 });
    await fetch(`${sandbox.url}/_sandbox/settings`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body });
    const slow = fetch(`${sandbox.url}/user/status`).catch(() => 'cut');
    await fetch(`${sandbox.url}/_sandbox`);
    await sandbox.close();
    expect(await slow).toBe('cut');
    await start({ port: sandbox.port });
  });

  it('drops the connection where a fault says so, and logs the request without a status', async () => {
    const sandbox = await start();
    const body = JSON.stringify({ drop: true, times: 1 });
    await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await expect(fetch(`${sandbox.url}/user/status`)).rejects.toThrow();
    const { requests } = (await (await fetch(`${sandbox.url}/_sandbox/requests`)).json()) as { requests: object[] };
    expect(requests).toMatchObject([{ url: '/user/status', status: null }]);
  });

  it('counts the bytes of a body whose length was not announced', async () => {
    const sandbox = await start();
    const chunks = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 3; chunk += 1) controller.enqueue(new TextEncoder().encode('0123456789'));
        controller.close();
      },
    });
    await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body: chunks, duplex: 'half' } as RequestInit);
    const { requests } = (await (await fetch(`${sandbox.url}/_sandbox/requests`)).json()) as { requests: object[] };
    expect(requests).toMatchObject([{ url: '/oauth/token', bodySize: 30, status: 400 }]);
  });
});

async function listen(host: string): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  running.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return server;
}
