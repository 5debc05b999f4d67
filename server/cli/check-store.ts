import { Connection } from '../keyring/redis/connection.ts';
import { EVICTION_WARNING, evictionPolicy } from '../keyring/redis/eviction.ts';
import { StoreRefusedError } from '../keyring/store.ts';
import type { Finding } from './doctor.ts';

const silent = { warn: () => undefined, error: () => undefined };

/** Whether the store of a configuration answers, lets us in, and keeps what it is given. Nothing is written. */
export async function checkStore(url: string, timeoutMs: number): Promise<Finding> {
  const step = 'Store';
  try {
    const connection = await Connection.open({ url, commandMs: timeoutMs, log: silent });
    const answer = await connection.ping().catch((error: Error) => error);
    const policy = answer instanceof Error ? undefined : await evictionPolicy(connection);
    connection.close();
    if (answer instanceof Error) {
      const { code, message = '' } = (answer.cause ?? {}) as NodeJS.ErrnoException;
      return { step, verdict: 'wrong', words: `It does not answer (${code ?? message}). Check REDIS_URL, and that it runs.` };
    }
    return policy ? { step, verdict: 'warning', words: EVICTION_WARNING } : { step, verdict: 'ok', words: 'It answers.' };
  } catch (error) {
    if (!(error instanceof StoreRefusedError)) throw error;
    return { step, verdict: 'wrong', words: error.message };
  }
}
