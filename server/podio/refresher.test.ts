import { beforeEach, describe, expect, it } from 'vitest';
import { PodioConnectionError, PodioInvalidGrantError, PodioRateLimitError, PodioServerError, PodioSubjectChangedError } from './errors.ts';
import type { Tokens } from './oauth.ts';
import { createRefresher, needsRefresh, type RefresherOptions } from './refresher.ts';

let clock = 0;
const now = () => clock;
beforeEach(() => {
  clock = 1_800_000_000_000;
});

const pair = (access: string, refresh: string, changes: Partial<Tokens> = {}): Tokens => ({
  accessToken: access,
  refreshToken: refresh,
  obtainedAt: clock,
  expiresAt: clock + 28_800_000,
  ref: { type: 'user', id: 1 },
  scope: undefined,
  ...changes,
});

/** A Podio whose answers wait until they are let go, one after the other. */
function startPodio(options: Partial<RefresherOptions> = {}) {
  const asked: Tokens[] = [];
  const waiting: { resolve: (tokens: Tokens) => void; reject: (error: Error) => void }[] = [];
  const refresher = createRefresher({
    now,
    grant: (tokens) => {
      asked.push(tokens);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    ...options,
  });
  return {
    refresher,
    asked,
    answer: (tokens: Tokens) => waiting.shift()?.resolve(tokens),
    fail: (error: Error) => waiting.shift()?.reject(error),
  };
}

async function refreshed(podio: ReturnType<typeof startPodio>, from: Tokens, to: Tokens): Promise<Tokens> {
  const promise = podio.refresher.refresh(from);
  podio.answer(to);
  return promise;
}

describe.each([
  ['keeps the refresh token', ['r', 'r', 'r', 'r']],
  ['rotates the refresh token', ['r0', 'r1', 'r2', 'r3']],
])('where Podio %s', (_how, [r0 = '', r1 = '', r2 = '', r3 = '']) => {
  it('callers at the same time share one request', async () => {
    const podio = startPodio();
    const old = pair('a0', r0);
    const callers = Array.from({ length: 200 }, () => podio.refresher.refresh({ ...old }));
    podio.answer(pair('a1', r1));
    for (const tokens of await Promise.all(callers)) expect(tokens.accessToken).toBe('a1');
    expect(podio.asked).toHaveLength(1);
  });

  it('a caller that comes late with the old pair gets the new one without a request', async () => {
    const podio = startPodio();
    const old = pair('a0', r0);
    await refreshed(podio, old, pair('a1', r1));
    clock += 59_000;
    expect(podio.refresher.newer(old)?.accessToken).toBe('a1');
    expect((await podio.refresher.refresh(old)).accessToken).toBe('a1');
    expect(podio.asked).toHaveLength(1);
  });

  it('a caller that is several refreshes late gets the newest', async () => {
    const podio = startPodio();
    const pairs = [pair('a0', r0), pair('a1', r1), pair('a2', r2)] as const;
    await refreshed(podio, pairs[0], pairs[1]);
    await refreshed(podio, pairs[1], pairs[2]);
    for (const tokens of pairs.slice(0, 2)) expect((await podio.refresher.refresh(tokens)).accessToken).toBe('a2');
    expect(podio.refresher.newer(pairs[2])).toBeUndefined();
    expect(podio.asked).toHaveLength(2);
  });

  it('a caller that holds the newest pair and asks again makes a new request', async () => {
    const podio = startPodio();
    await refreshed(podio, pair('a0', r0), pair('a1', r1));
    expect((await refreshed(podio, pair('a1', r1), pair('a2', r2))).accessToken).toBe('a2');
    expect(podio.asked).toHaveLength(2);
  });

  it('a caller with an old pair waits for the refresh of the newer one that is under way', async () => {
    const podio = startPodio();
    const old = pair('a0', r0);
    await refreshed(podio, old, pair('a1', r1, { expiresAt: clock + 1000 }));
    clock += 1000;
    const callers = [podio.refresher.refresh(pair('a1', r1)), podio.refresher.refresh(old)];
    podio.answer(pair('a2', r2));
    for (const tokens of await Promise.all(callers)) expect(tokens.accessToken).toBe('a2');
    expect(podio.asked.map(({ refreshToken }) => refreshToken)).toEqual([r0, r1]);
  });

  it('a remembered pair that has itself expired is refreshed, not handed out', async () => {
    const podio = startPodio();
    const old = pair('a0', r0);
    await refreshed(podio, old, pair('a1', r1, { expiresAt: clock + 5000 }));
    clock += 5000;
    expect((await refreshed(podio, old, pair('a2', r2))).accessToken).toBe('a2');
    expect(podio.asked[1]?.refreshToken).toBe(r1);
  });

  it('a slow answer to an old pair does not hide the newer one', async () => {
    const podio = startPodio();
    const slow = podio.refresher.refresh(pair('a0', r0));
    podio.answer(pair('a1', r1));
    await slow;
    await refreshed(podio, pair('a1', r1), pair('a2', r2));
    await refreshed(podio, pair('a2', r2), pair('a3', r3));
    expect(podio.refresher.newer(pair('a0', r0))?.accessToken).toBe('a3');
  });

  it('the result is forgotten after the grace time', async () => {
    const podio = startPodio({ graceMs: 1000 });
    await refreshed(podio, pair('a0', r0), pair('a1', r1));
    clock += 1000;
    expect(podio.refresher.newer(pair('a0', r0))).toBeUndefined();
  });

  it('a clock that jumps back during the refresh costs no second request', async () => {
    const podio = startPodio();
    const old = pair('a0', r0);
    clock -= 600_000;
    await refreshed(podio, old, pair('a1', r1));
    expect((await podio.refresher.refresh(old)).accessToken).toBe('a1');
    expect(podio.asked).toHaveLength(1);
  });
});

describe('a refresh', () => {
  it('of other tokens is a request of its own', async () => {
    const podio = startPodio();
    const both = [podio.refresher.refresh(pair('a', 'r-a')), podio.refresher.refresh(pair('b', 'r-b'))];
    podio.answer(pair('a1', 'r-a'));
    podio.answer(pair('b1', 'r-b'));
    expect((await Promise.all(both)).map(({ accessToken }) => accessToken)).toEqual(['a1', 'b1']);
  });

  it('does not replace a pair that was obtained elsewhere since', async () => {
    const podio = startPodio();
    await refreshed(podio, pair('a0', 'r'), pair('a1', 'r'));
    clock += 1000;
    expect(podio.refresher.newer(pair('from-another-process', 'r'))).toBeUndefined();
  });

  it('replaces whatever pair has the refresh token that it used up, also one that was obtained later', async () => {
    const podio = startPodio();
    await refreshed(podio, pair('a0', 'r0'), pair('a1', 'r1'));
    clock += 1000;
    expect(podio.refresher.newer(pair('from-another-process', 'r0'))?.accessToken).toBe('a1');
  });

  it('ends where answers go in a circle', async () => {
    const podio = startPodio();
    await refreshed(podio, pair('a0', 'r0'), pair('a1', 'r1'));
    await refreshed(podio, pair('a1', 'r1'), pair('a0', 'r0', { expiresAt: clock }));
    expect(podio.refresher.newer(pair('a0', 'r0'))).toBeDefined();
  });

  it('is waited for by settled, also when it fails', async () => {
    const podio = startPodio();
    const order: string[] = [];
    const failing = podio.refresher.refresh(pair('a', 'r')).catch(() => order.push('refresh'));
    const settled = podio.refresher.settled().then(() => order.push('settled'));
    podio.fail(new PodioServerError('x'));
    await Promise.all([failing, settled]);
    expect(order).toEqual(['refresh', 'settled']);
    await podio.refresher.settled();
  });

  it('can be tried again where asking threw at once', async () => {
    let calls = 0;
    const refresher = createRefresher({
      now,
      grant: () => {
        calls++;
        throw new PodioServerError('at once');
      },
    });
    await expect(refresher.refresh(pair('a', 'r'))).rejects.toThrow('at once');
    await expect(refresher.refresh(pair('a', 'r'))).rejects.toThrow('at once');
    expect(calls).toBe(2);
  });
});

describe('a refusal', () => {
  it.each([new PodioInvalidGrantError('no'), new PodioSubjectChangedError('somebody else')])(
    '(%s) is asked for once in 30 seconds',
    async (refusal) => {
      const podio = startPodio();
      const first = podio.refresher.refresh(pair('a', 'r'));
      podio.fail(refusal);
      await expect(first).rejects.toBe(refusal);
      for (let call = 0; call < 100; call++)
        await expect(podio.refresher.refresh(pair('a', 'r'))).rejects.toBeInstanceOf(refusal.constructor);
      expect(podio.asked).toHaveLength(1);
      clock += 30_000;
      expect((await refreshed(podio, pair('a', 'r'), pair('a1', 'r'))).accessToken).toBe('a1');
    },
  );
});

describe('a failure that is no refusal', () => {
  it.each([new PodioConnectionError('no answer', { timedOut: true }), new PodioServerError('500'), new PodioRateLimitError('420')])(
    '(%s) is shared by those who wait, and forgotten',
    async (failure) => {
      const podio = startPodio();
      const callers = Array.from({ length: 50 }, () => podio.refresher.refresh(pair('a', 'r')));
      podio.fail(failure);
      for (const outcome of await Promise.allSettled(callers)) expect(outcome).toEqual({ status: 'rejected', reason: failure });
      expect(podio.asked).toHaveLength(1);
      expect((await refreshed(podio, pair('a', 'r'), pair('a1', 'r1'))).accessToken).toBe('a1');
    },
  );

  it('leaves remembered results as they are', async () => {
    const podio = startPodio();
    await refreshed(podio, pair('a0', 'r'), pair('a1', 'r'));
    const failing = podio.refresher.refresh(pair('a1', 'r'));
    podio.fail(new PodioServerError('500'));
    await expect(failing).rejects.toThrow('500');
    expect(podio.refresher.newer(pair('a0', 'r'))?.accessToken).toBe('a1');
  });
});

describe('what is remembered', () => {
  it('has a limit; the oldest is forgotten first', async () => {
    const podio = startPodio({ maxRemembered: 2 });
    for (const name of ['x', 'y', 'z']) await refreshed(podio, pair(name, `r-${name}`), pair(`${name}1`, `r-${name}1`));
    expect(podio.refresher.newer(pair('x', 'r-x'))).toBeUndefined();
    expect(podio.refresher.newer(pair('y', 'r-y'))?.accessToken).toBe('y1');
    expect(podio.refresher.newer(pair('z', 'r-z'))?.accessToken).toBe('z1');
  });
});

describe('needsRefresh', () => {
  it('is a minute early for a token of eight hours', () => {
    const tokens = pair('a', 'r');
    expect(needsRefresh(tokens, tokens.expiresAt - 61_000)).toBe(false);
    expect(needsRefresh(tokens, tokens.expiresAt - 59_000)).toBe(true);
    expect(needsRefresh(tokens, tokens.expiresAt - 299_000, 300)).toBe(true);
  });

  it('is a tenth of the lifetime early for a token that lives shorter than that', () => {
    const tokens = pair('a', 'r', { expiresAt: clock + 30_000 });
    expect(needsRefresh(tokens, clock)).toBe(false);
    expect(needsRefresh(tokens, clock + 26_000)).toBe(false);
    expect(needsRefresh(tokens, clock + 28_000)).toBe(true);
  });

  it('is true for a token whose end has come, whatever its lifetime', () => {
    const tokens = pair('a', 'r', { obtainedAt: clock, expiresAt: clock });
    expect(needsRefresh(tokens, clock)).toBe(true);
    expect(needsRefresh(tokens, clock - 1)).toBe(false);
  });
});
