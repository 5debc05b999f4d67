import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Attempter, Attempts } from '../../http/attempts.ts';
import { ProblemError } from '../../http/problems.ts';
import { Connection } from './connection.ts';
import { createRedisAttempts } from './redis-attempts.ts';
import { TestRedis } from './testing.ts';

let redis: TestRedis;
let connection: Connection;
beforeAll(async () => {
  redis = await TestRedis.start();
  connection = await Connection.open({ url: redis.url, commandMs: 2_000, log: { warn: () => undefined, error: () => undefined } });
});
afterEach(() => redis.client.flushall());
afterAll(async () => {
  connection.close();
  await redis.close();
});

const create = (longestMs = 30_000): Attempts => createRedisAttempts({ connection, limit: 3, longestMs });
const refusal = new Error('refused');
const isRefusal = (error: unknown) => error === refusal;
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(String, (error: Error) => (error instanceof ProblemError ? error.code : error.message));
const fail = (attempts: Attempts, who: Attempter, error = refusal) => attempts.make(who, () => Promise.reject(error), isRefusal);

describe('refused sign-ins that a store counts', () => {
  it('L13 are limited of one name and of one address, over all instances, and say for how long', async () => {
    const [one, other] = [create(), create()];
    for (const attempts of [one, other, one])
      expect(await outcome(fail(attempts, { address: '192.0.2.1', name: 'app 1' }))).toBe('refused');
    const late = await fail(other, { address: '192.0.2.2', name: 'app 1' }).catch((error: unknown) => error);
    expect(late).toMatchObject({ code: 'too_many_attempts', detail: expect.stringContaining('for this name or app') });
    expect((late as ProblemError).retryAfterSeconds).toBeGreaterThan(50);
    expect((late as ProblemError).retryAfterSeconds).toBeLessThanOrEqual(60);
    await expect(other.check({ address: '192.0.2.1', name: 'app 2' })).rejects.toMatchObject({
      code: 'too_many_attempts',
      detail: expect.stringContaining('from this address'),
    });
    await expect(other.check({ address: '192.0.2.2', name: 'app 2' })).resolves.toBeUndefined();
  });

  it('that fail otherwise, or succeed, do not count, and neither does looking', async () => {
    const attempts = create();
    const who = { address: '192.0.2.1', name: 'app 1' };
    for (let time = 0; time < 4; time++) {
      expect(await outcome(attempts.make(who, async () => 'in', isRefusal))).toBe('in');
      expect(await outcome(fail(attempts, who, new Error('Podio is down')))).toBe('Podio is down');
      await attempts.check(who);
    }
    expect(await redis.client.keys('*')).toEqual([]);
  });

  it('L13 at the same moment are no more than may still be refused: the rest wait', async () => {
    const attempts = create();
    let running = 0;
    let most = 0;
    const attempt = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      throw refusal;
    };
    const made = Array.from({ length: 8 }, (_, index) =>
      outcome(attempts.make({ address: `192.0.2.${index}`, name: 'app 1' }, attempt, isRefusal)),
    );
    expect((await Promise.all(made)).sort()).toEqual([...Array(3).fill('refused'), ...Array(5).fill('too_many_attempts')]);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('of an instance that was killed no longer run after the longest that one takes', async () => {
    const who = { address: '192.0.2.1', name: 'app 1' };
    const killed = create(100);
    for (let count = 0; count < 3; count++) void killed.make(who, () => new Promise(() => undefined), isRefusal);
    expect(await outcome(create().make(who, async () => 'in', isRefusal))).toBe('in');
  });

  it.each([
    ['is what it was where it succeeded', () => Promise.resolve('in'), 'in'],
    ['is what it was where it was refused', () => Promise.reject(refusal), 'refused'],
  ])('an attempt whose end the store does not hear of %s', async (_what, end, expected) => {
    const readOnly = async () => {
      await redis.client.replicaof('127.0.0.1', 1);
      return end();
    };
    expect(await outcome(create().make({ address: '192.0.2.1' }, readOnly, isRefusal))).toBe(expected);
    await redis.client.replicaof('NO', 'ONE');
    // A store that refused to write is left for a new connection, which the next attempt must find.
    await expect.poll(() => outcome(create().check({ address: '192.0.2.2' }))).toBe('undefined');
  });
});
