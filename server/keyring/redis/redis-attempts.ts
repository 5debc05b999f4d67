import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ATTEMPTS_WINDOW_MS, type Attempter, type Attempts, attemptKeys, tooManyAttempts } from '../../http/attempts.ts';
import type { Connection } from './connection.ts';
import { attemptsKeys } from './keys.ts';

/** Milliseconds between two looks whether an attempt of somebody else has ended. */
const POLL_MS = 50;

export interface RedisAttemptsOptions {
  connection: Connection;
  /** Refusals within a minute. */
  limit: number;
  /** Milliseconds that an attempt runs at most: after these one whose instance was killed no longer counts. */
  longestMs: number;
}

/** Refused sign-ins, counted over all instances: guessing is as slow with ten of them as with one. */
export function createRedisAttempts({ connection, limit, longestMs }: RedisAttemptsOptions): Attempts {
  /** @returns whether others have to end first */
  const begin = async (keys: readonly string[], attempt: string): Promise<boolean> => {
    const [waitMs, refused] = await connection.run<[number, number]>('attemptBegin', storeKeys(keys), [limit, attempt, longestMs]);
    const key = keys[refused];
    if (key !== undefined) throw tooManyAttempts(key, limit, waitMs);
    return waitMs > 0;
  };

  return {
    async check(who) {
      await begin(attemptKeys(who), '');
    },

    async make(who: Attempter, attempt, refused) {
      const keys = attemptKeys(who);
      const id = randomBytes(12).toString('base64url');
      while (await begin(keys, id)) await sleep(POLL_MS);
      const end = (countsMs: number | '') => connection.run('attemptEnd', storeKeys(keys), [id, countsMs]);
      try {
        const result = await attempt();
        await end('').catch(endsByItself);
        return result;
      } catch (error) {
        await end(refused(error) ? ATTEMPTS_WINDOW_MS : '').catch(endsByItself);
        throw error;
      }
    },
  };
}

function storeKeys(keys: readonly string[]): string[] {
  return keys.flatMap(attemptsKeys);
}

/** An attempt whose end the store did not hear of ends there by itself. */
function endsByItself(): void {}
