import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drainAtTheEnd } from './drain.ts';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await server?.close();
  server = undefined;
});

/** Hears what would be said to the process, and what would end it. */
async function listening(drainMs: number, afterwards: () => Promise<unknown> = async () => undefined) {
  server = await startTestServer();
  const handlers: Record<string, (error?: Error) => unknown> = {};
  vi.spyOn(process, 'on').mockImplementation((name, handler) => {
    handlers[String(name)] = handler as (error?: Error) => unknown;
    return process;
  });
  const exit = new Promise<number>((resolve) => {
    vi.spyOn(process, 'exit').mockImplementation(((code: number) => resolve(code)) as never);
  });
  drainAtTheEnd(server.app, drainMs, afterwards);
  return { ...(handlers as Record<'SIGTERM' | 'SIGINT' | 'uncaughtException', (error?: Error) => unknown>), exit, server };
}

/** A sign-in that Podio has, and answers after so many milliseconds. */
async function underWay(server: TestServer, delayMs: number) {
  await server.control('POST', '/faults', { path: '/oauth/token/v2', delayMs, times: 1 });
  const answer = server.browser().signInAsApp(22119);
  answer.catch(() => undefined); // it is looked at below
  const arrived = async () => ((await server.control('GET', '/requests')) as { requests: unknown[] }).requests.length > 0;
  while (!(await arrived()));
  return () => answer;
}

describe('drainAtTheEnd', () => {
  it('DS12 finishes what is in flight and then what comes afterwards, and exits with 0, also for signals that come twice', async () => {
    const order: string[] = [];
    const { SIGTERM, SIGINT, exit, server } = await listening(5_000, async () => order.push('afterwards'));
    const answer = await underWay(server, 300);
    SIGTERM();
    SIGINT();
    expect((await answer()).status).toBe(201);
    expect([await exit, order]).toEqual([0, ['afterwards']]);
    expect(server.log().match(/"draining"/g)).toHaveLength(1);
  });

  it('DS12 cuts what is still in flight at the end of its time', async () => {
    const { SIGTERM, exit, server } = await listening(200);
    const answer = await underWay(server, 60_000);
    SIGTERM();
    await expect(answer()).rejects.toThrow();
    expect(await exit).toBe(0);
    expect(server.log()).toContain('still in flight');
  });

  it('does not wait for a connection on which nothing was asked yet, as browsers open them in advance', async () => {
    const { SIGTERM, exit, server } = await listening(3_000);
    const accepted = once(server.app.server, 'connection');
    const connection = connect(server.settings.port, '127.0.0.1');
    const ended = once(connection, 'close');
    await accepted;
    SIGTERM();
    await ended;
    expect(await exit).toBe(0);
    expect(server.log()).not.toContain('still in flight');
  });

  it('DS14 logs an error that nobody caught, and exits with 1', async () => {
    const { uncaughtException, exit, server } = await listening(1_000);
    uncaughtException(new RangeError('nobody caught this'));
    expect(await exit).toBe(1);
    expect(server.log()).toMatch(/"level":60.*nobody caught this/);
  });

  it('says what failed while closing, and exits all the same', async () => {
    const { SIGINT, exit, server } = await listening(1_000, () => Promise.reject(new Error('the sandbox did not close')));
    SIGINT();
    expect(await exit).toBe(0);
    expect(server.log()).toMatch(/the sandbox did not close.*closing failed/);
  });
});
