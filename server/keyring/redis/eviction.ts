import type { Connection } from './connection.ts';

export const EVICTION_WARNING =
  'The store may drop keyrings when it is full, which signs people out. Set its maxmemory-policy to noeviction: it then says that it is full.';

/** By which policy a store drops what it holds when it is full; undefined where it drops nothing, or does not tell. */
export async function evictionPolicy(connection: Connection): Promise<string | undefined> {
  const memory = await connection.info('memory').catch(() => ''); // away, as its connection has logged, or not allowed
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1];
  return policy === 'noeviction' ? undefined : policy;
}
