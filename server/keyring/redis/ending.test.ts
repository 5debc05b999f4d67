import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../http/problems.ts';
import type { Connection } from './connection.ts';
import { createEnding } from './ending.ts';

/** A connection that is away or back, as the test says. */
class Store {
  away = false;
  readonly asked: unknown[] = [];
  private readonly whenReady: (() => unknown)[] = [];

  run(...input: unknown[]): Promise<string[]> {
    this.asked.push(input);
    const cause = new Error('away');
    return this.away
      ? Promise.reject(new ProblemError('store_unavailable', 'Away.', { cause, retryAfterSeconds: 7 }))
      : Promise.resolve(['app-1']);
  }

  onReady(callback: () => unknown): void {
    this.whenReady.push(callback);
  }

  /** It was made anew. */
  async ready(): Promise<void> {
    for (const callback of this.whenReady) await callback();
  }
}

let store: Store;
let end: (keyringId: string) => Promise<string[]>;
beforeEach(() => {
  store = new Store();
  end = createEnding(store as unknown as Connection);
});

const asked = (keyringId: string) => ['keyringClear', [`podio-keyring:{${keyringId}}`], [`podio-keyring:{${keyringId}}:`]];

describe('the end of a keyring', () => {
  it('tells the ids that it held, and is asked for once', async () => {
    expect(await end('k')).toEqual(['app-1']);
    await store.ready();
    expect(store.asked).toEqual([asked('k')]);
  });

  it('LO5 that the store was not told of is told when it is back, and again where it was away again, and then no more', async () => {
    store.away = true;
    await expect(end('k')).rejects.toMatchObject({
      code: 'store_unavailable',
      retryAfterSeconds: 7,
      cause: new Error('away'),
      detail: expect.stringMatching(/^This browser is signed out/),
    });
    await store.ready();
    store.away = false;
    for (let time = 0; time < 2; time++) await store.ready();
    expect(store.asked).toEqual([asked('k'), asked('k'), asked('k')]);
  });

  it('DS7 is remembered of ten thousand keyrings', async () => {
    store.away = true;
    for (let index = 0; index < 10_001; index++) await end(`k${index}`).catch(() => undefined);
    store.asked.length = 0;
    store.away = false;
    await store.ready();
    expect([store.asked.length, store.asked.at(-1)]).toEqual([10_000, asked('k9999')]);
  });
});
