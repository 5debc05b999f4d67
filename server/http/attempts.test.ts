import { beforeEach, describe, expect, it } from 'vitest';
import { type Attempter, type Attempts, attemptKeys, createAttempts } from './attempts.ts';
import { ProblemError } from './problems.ts';

let time: number;
let attempts: Attempts;
beforeEach(() => {
  time = 1_000_000;
  attempts = createAttempts(3, () => time);
});

const refusal = new Error('refused');
const fail = (who: Attempter) =>
  attempts.make(
    who,
    () => Promise.reject(refusal),
    (error) => error === refusal,
  );
/** What came of so many wrong attempts, one after the other. */
async function outcomes(count: number, who: (index: number) => Attempter): Promise<string[]> {
  const texts: string[] = [];
  for (let index = 0; index < count; index++)
    texts.push(await fail(who(index)).catch((error) => (error instanceof ProblemError ? error.code : (error as Error).message)));
  return texts;
}

describe('Attempts', () => {
  it('L13 of one name are limited from however many addresses, and other names are not', async () => {
    const wrong = await outcomes(5, (index) => ({ address: `192.0.2.${index}`, name: 'user ada@example.com' }));
    expect(wrong).toEqual(['refused', 'refused', 'refused', 'too_many_attempts', 'too_many_attempts']);
    await expect(attempts.check({ address: '192.0.2.9', name: 'user grace@example.com' })).resolves.toBeUndefined();
    await expect(attempts.check({ address: '192.0.2.0' })).resolves.toBeUndefined();
  });

  it('L13 of one address are limited under however many names', async () => {
    const wrong = await outcomes(4, (index) => ({ address: '192.0.2.1', name: `app ${index}` }));
    expect(wrong).toEqual(['refused', 'refused', 'refused', 'too_many_attempts']);
    await expect(attempts.check({ address: '192.0.2.2', name: 'app 1' })).resolves.toBeUndefined();
  });

  it.each([
    ['ada@example.com', 'Ada@Example.COM'],
    ['ada@example.com', 'ａｄａ@example.com'],
    ['åse@example.com', 'A\u030aSE@example.com'],
  ])('L13 take "%s" and "%s" for one name', async (one, other) => {
    await outcomes(3, (index) => ({ address: `192.0.2.${index}`, name: one }));
    await expect(attempts.check({ address: '192.0.2.9', name: other })).rejects.toMatchObject({ code: 'too_many_attempts' });
  });

  it('L13 at the same moment are no more than may still be refused, whichever of address and name is nearer to its limit', async () => {
    let running = 0;
    let most = 0;
    const attempt = async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      throw refusal;
    };
    const made = Array.from({ length: 12 }, (_, index) =>
      attempts.make({ address: `192.0.2.${index}`, name: 'app 1' }, attempt, () => true).catch((error: Error) => error),
    );
    expect((await Promise.all(made)).filter((error) => error === refusal)).toHaveLength(3);
    expect(most).toBe(3);
  });

  it('are free again a minute after the first refusal, and until then say how long', async () => {
    await outcomes(3, () => ({ address: '192.0.2.1' }));
    time += 20_500;
    await expect(fail({ address: '192.0.2.1' })).rejects.toMatchObject({
      retryAfterSeconds: 40,
      detail: expect.stringContaining('from this address'),
    });
    time += 39_500;
    expect(await outcomes(1, () => ({ address: '192.0.2.1' }))).toEqual(['refused']);
  });

  it('of those who have no address have one bound together', async () => {
    const wrong = await outcomes(4, (index) => ({ address: undefined, name: `app ${index}` }));
    expect(wrong).toEqual(['refused', 'refused', 'refused', 'too_many_attempts']);
    await expect(attempts.check({ address: '192.0.2.1', name: 'app 1' })).resolves.toBeUndefined();
  });

  it('are counted under a hash of the name, which is of one length, and not under the name', () => {
    const [address, ofName] = attemptKeys({ address: '192.0.2.1', name: 'a password in the wrong field' });
    expect(address).toContain('192.0.2.1');
    expect(ofName).toMatch(/^name [\w-]{43}$/);
  });

  it('say of a name that it is the name, without naming it', async () => {
    await outcomes(3, (index) => ({ address: `192.0.2.${index}`, name: 'user ada@example.com' }));
    const error: unknown = await fail({ address: '192.0.2.9', name: 'user ada@example.com' }).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ detail: expect.stringMatching(/for this name or app/) });
    expect(String(error)).not.toContain('ada');
  });

  it('that fail otherwise, or succeed, do not count', async () => {
    const who = { address: '192.0.2.1', name: 'app 1' };
    for (let index = 0; index < 5; index++) {
      await attempts.make(
        who,
        async () => 1,
        () => true,
      );
      await attempts
        .make(
          who,
          () => Promise.reject(new Error('Podio is down')),
          (error) => error === refusal,
        )
        .catch(() => undefined);
    }
    await expect(attempts.check(who)).resolves.toBeUndefined();
  });

  it('DS7 forget the address counted first where there are too many to remember', async () => {
    attempts = createAttempts(1, () => time, 2);
    await outcomes(3, (index) => ({ address: `192.0.2.${index}` }));
    await expect(attempts.check({ address: '192.0.2.0' })).resolves.toBeUndefined();
    for (const address of ['192.0.2.1', '192.0.2.2']) await expect(attempts.check({ address })).rejects.toThrow('too_many_attempts');
  });
});
