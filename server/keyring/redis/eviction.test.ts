import { expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { evictionPolicy } from './eviction.ts';

it.each([
  ['drops what was used least', async () => 'used_memory:1\r\nmaxmemory_policy:allkeys-lru\r\nx:1\r\n', 'allkeys-lru'],
  ['drops nothing', async () => 'used_memory:1\r\nmaxmemory_policy:noeviction\r\n', undefined],
  ['has no such policy', async () => 'used_memory:1\r\nlast_maxmemory_policy:allkeys-lru\r\n', undefined],
  ['does not tell', () => Promise.reject(new Error('NOPERM')), undefined],
])('ST6 a store that %s is told by its policy', async (_what, answer, policy) => {
  const asked: string[] = [];
  const info = (section: string) => {
    asked.push(section);
    return answer();
  };
  expect(await evictionPolicy({ info } as unknown as Connection)).toBe(policy);
  expect(asked).toEqual(['memory']);
});
