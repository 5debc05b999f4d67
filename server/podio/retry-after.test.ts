import { describe, expect, it } from 'vitest';
import { PodioInvalidGrantError, PodioRateLimitError, PodioUnavailableError } from './errors.ts';
import { honouringRetryAfter } from './retry-after.ts';

/** A token endpoint that answers what it is told to, with a clock. */
function endpoint() {
  const state = { now: 1_800_000_000_000, asked: 0, failure: undefined as Error | undefined };
  const ask = honouringRetryAfter<string, string>(
    async (argument) => {
      state.asked++;
      if (state.failure) throw state.failure;
      return argument;
    },
    () => state.now,
  );
  return { state, ask };
}

const waitFor = (retryAfterSeconds: number, status = 429) => new PodioRateLimitError('slow down', { status, retryAfterSeconds });

describe('a token endpoint that asks to wait', () => {
  it('RF13 is left alone by everybody until then, who hear how long is left', async () => {
    const { state, ask } = endpoint();
    state.failure = waitFor(10);
    await expect(ask('a')).rejects.toBe(state.failure);
    state.failure = undefined;
    state.now += 3500;
    for (const other of ['a', 'b', 'c']) await expect(ask(other)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 7 });
    expect(state.asked).toBe(1);
    state.now += 6500;
    await expect(ask('b')).resolves.toBe('b');
  });

  it('by 503 is left alone as well', async () => {
    const { state, ask } = endpoint();
    state.failure = new PodioUnavailableError('busy', { status: 503, retryAfterSeconds: 5 });
    await expect(ask('a')).rejects.toBe(state.failure);
    await expect(ask('b')).rejects.toMatchObject({ retryAfterSeconds: 5 });
    expect(state.asked).toBe(1);
  });

  it('is quoted to those who were not let through', async () => {
    const { state, ask } = endpoint();
    const details = { status: 503, body: { error: 'unavailable' }, url: 'https://api.podio.com/oauth/token/v2', retryAfterSeconds: 5 };
    state.failure = new PodioUnavailableError('busy', { ...details, cause: 'maintenance' });
    await expect(ask('a')).rejects.toBe(state.failure);
    const error: unknown = await ask('b').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PodioRateLimitError);
    expect(error).toMatchObject({ ...details, message: 'busy', cause: 'maintenance' });
  });

  it('is not forgotten for a failure of another request that came back later', async () => {
    const { state, ask } = endpoint();
    state.failure = waitFor(10);
    const told = ask('a');
    state.failure = new PodioUnavailableError('down', { status: 503 });
    const failed = ask('b');
    await expect(told).rejects.toMatchObject({ retryAfterSeconds: 10 });
    await expect(failed).rejects.toMatchObject({ message: 'down' });
    await expect(ask('c')).rejects.toMatchObject({ retryAfterSeconds: 10 });
    expect(state.asked).toBe(2);
  });

  it('for very long is asked again after a minute', async () => {
    const { state, ask } = endpoint();
    state.failure = waitFor(999_999_999);
    await expect(ask('a')).rejects.toThrow();
    state.failure = undefined;
    await expect(ask('a')).rejects.toMatchObject({ retryAfterSeconds: 60 });
    state.now += 60_000;
    await expect(ask('a')).resolves.toBe('a');
  });

  it('RF17 is asked again after the clock jumped back', async () => {
    const { state, ask } = endpoint();
    state.failure = waitFor(60);
    await expect(ask('a')).rejects.toThrow();
    state.failure = undefined;
    state.now -= 600_000;
    await expect(ask('a')).resolves.toBe('a');
  });
});

describe('any other failure', () => {
  it.each([
    waitFor(3600, 420),
    new PodioInvalidGrantError('no', { status: 400 }),
    new PodioUnavailableError('down', { status: 503 }),
    Object.assign(new Error('no answer of Podio'), { retryAfterSeconds: 5 }),
  ])('is its own caller’s: %s', async (failure) => {
    const { state, ask } = endpoint();
    state.failure = failure;
    await expect(ask('a')).rejects.toBe(failure);
    state.failure = undefined;
    await expect(ask('b')).resolves.toBe('b');
  });
});
