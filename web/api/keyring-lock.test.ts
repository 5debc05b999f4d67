import { afterEach, describe, expect, it, vi } from 'vitest';
import { withKeyringLock } from './keyring-lock.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the keyring lock', () => {
  it('asks the browser for the lock that all tabs share', async () => {
    const request = vi.fn((_name: string, write: () => Promise<unknown>) => write());
    vi.stubGlobal('navigator', { locks: { request } });
    expect(await withKeyringLock(async () => 'done')).toBe('done');
    expect(request).toHaveBeenCalledWith('keyring', expect.any(Function));
  });

  it('lets one writer run at a time where the browser has no locks, in the order they came', async () => {
    vi.stubGlobal('navigator', {});
    const log: string[] = [];
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const one = withKeyringLock(async () => {
      log.push('one begins');
      await finished;
      log.push('one ends');
    });
    const two = withKeyringLock(async () => log.push('two begins'));
    finish();
    await Promise.all([one, two]);
    expect(log).toEqual(['one begins', 'one ends', 'two begins']);
  });

  it('goes on after a writer that failed, and tells only that one', async () => {
    vi.stubGlobal('navigator', {});
    const failing = withKeyringLock(() => Promise.reject(new Error('full')));
    const next = withKeyringLock(async () => 'done');
    await expect(failing).rejects.toThrow('full');
    await expect(next).resolves.toBe('done');
  });
});
