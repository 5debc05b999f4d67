import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ProblemError } from '../../http/problems.ts';
import { StoreRefusedError } from '../store.ts';
import { Connection } from './connection.ts';
import { TestRedis, TestRelay } from './testing.ts';

const commandMs = 1000; // on a machine that is busy with something else, a healthy store may take half of it

let redis: TestRedis;
let relay: TestRelay;
let logged: string[];
let connection: Connection;
const log = { warn: (_: object, text: string) => void logged.push(text), error: (_: object, text: string) => void logged.push(text) };

beforeAll(async () => {
  redis = await TestRedis.start();
  relay = await TestRelay.start(redis.url);
});
beforeEach(async () => {
  logged = [];
  connection = await Connection.open({ url: relay.url, commandMs, log });
});
afterEach(async () => {
  connection.close();
  Object.assign(relay, { mode: 'pass', delayMs: 0, losing: 0 });
  await redis.client.flushall();
});
afterAll(async () => {
  await relay.close();
  await redis.close();
});

const outcome = (answer: Promise<unknown>) => answer.catch((error: unknown) => (error instanceof ProblemError ? error.code : error));

describe('a connection to the store', () => {
  it('asks what it is told to ask', async () => {
    await redis.client.set('text', 'a');
    await redis.client.hset('hash', { one: '1', two: '2' });
    expect(await Promise.all([connection.get('text'), connection.hget('hash', 'two'), connection.hgetall('hash')])).toEqual([
      'a',
      '2',
      { one: '1', two: '2' },
    ]);
    expect([await connection.ping(), await connection.info('memory')]).toEqual(['PONG', expect.stringContaining('maxmemory_policy')]);
    expect(await connection.run('refusalKeep', ['kept'], ['7', 60_000])).toBe(1);
    expect(await redis.client.get('kept')).toBe('7');
    expect(logged).toEqual([]);
  });

  it('says no more of a failure than that, with its cause for the log', async () => {
    await redis.client.set('text', 'a');
    const error = await connection.hget('text', 'a secret').catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 1 });
    const { cause } = error as ProblemError;
    expect(String(cause)).toContain('WRONGTYPE');
    expect(Object.keys(cause as object)).toEqual([]);
  });

  it('ST3 asks once more, over a new one, where it was lost on the way: once, and tells of it once', async () => {
    relay.losing = 1;
    expect(await connection.ping()).toBe('PONG');
    expect(logged).toEqual(['the connection to the store was lost', 'the store answers again']);
    relay.losing = 9;
    expect(await outcome(connection.ping())).toBe('store_unavailable');
  });

  it('ST3 that was lost while nobody asked is made anew for who asks next', async () => {
    relay.cut();
    await expect.poll(() => logged).toContain('the connection to the store was lost');
    expect(await connection.ping()).toBe('PONG');
  });

  it('ST2 on which nothing comes back is replaced, before the time is over', async () => {
    relay.mode = 'hold';
    const asked = connection.ping();
    await expect.poll(() => relay.held).toBeGreaterThan(0);
    relay.mode = 'pass';
    expect(await asked).toBe('PONG');
  });

  it('ST2 that answers too late is not waited for', async () => {
    relay.delayMs = 3 * commandMs;
    expect(await outcome(connection.ping())).toBe('store_unavailable');
  });

  it('ST1 ST14 that cannot be made is waited for once for all, and what was refused is not asked later', async () => {
    relay.refuse();
    await expect.poll(() => logged).toContain('the connection to the store was lost');
    const write = (index: number) => outcome(connection.run('refusalKeep', [`written-${index}`], ['1', 60_000]));
    expect(await Promise.all([0, 1, 2].map(write))).toEqual(Array(3).fill('store_unavailable'));
    relay.mode = 'pass';
    await expect.poll(() => write(3)).toBe(1);
    expect(await redis.client.keys('written-*')).toEqual(['written-3']);
    expect(logged).toEqual(['the connection to the store was lost', 'the store answers again']);
  });

  it('calls back each time that it was made anew', async () => {
    let ready = 0;
    connection.onReady(() => ready++);
    for (const times of [1, 2]) {
      relay.cut();
      await expect.poll(() => ready).toBe(times);
    }
  });

  it('is closed without a word', async () => {
    connection.close();
    expect(await outcome(connection.ping())).toBe('store_unavailable');
    expect(logged).toEqual([]);
  });
});

describe('a start', () => {
  it('ST12 waits for a store that is not there yet', async () => {
    const late = await TestRedis.start();
    onTestFinished(() => late.close());
    await late.end();
    const waiting = await Connection.open({ url: late.url, commandMs, log });
    onTestFinished(() => waiting.close());
    expect(logged).toEqual([expect.stringMatching(/^the store at .*redis\.sock cannot be reached yet$/)]);
    await late.run();
    await expect.poll(() => outcome(waiting.ping())).toBe('PONG');
    expect(logged.slice(1)).toEqual(['the store answers again']);
  });

  it('ST11 ends where the store will never let us in', async () => {
    const locked = await TestRedis.start('requirepass the-password');
    onTestFinished(() => locked.close());
    await expect(Connection.open({ url: locked.url, commandMs, log })).rejects.toThrow(StoreRefusedError);
    const open = await Connection.open({ url: `${locked.url}?password=the-password`, commandMs, log });
    onTestFinished(() => open.close());
    expect(await open.ping()).toBe('PONG');
    expect(logged).toEqual([]);
  });
});
