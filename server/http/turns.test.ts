import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('Turns', () => {
  it('starts at once where there is room, and the others in their order', () => {
    const turns = new Turns(2);
    const started: number[] = [];
    const leave = [0, 1, 2, 3].map((index) => turns.enter('a', () => started.push(index)));
    expect(started).toEqual([0, 1]);
    leave[1]?.();
    expect(started).toEqual([0, 1, 2]);
    leave[1]?.(); // twice changes nothing
    expect(started).toEqual([0, 1, 2]);
    leave[3]?.(); // gives up waiting
    leave[0]?.();
    leave[2]?.();
    expect([started, turns.size]).toEqual([[0, 1, 2], 0]);
  });

  it('counts those who still work when one leaves and nobody waits', () => {
    const turns = new Turns(2);
    const started: string[] = [];
    const enter = (name: string) => turns.enter('a', () => started.push(name));
    const [leaveFirst] = [enter('first'), enter('second')];
    leaveFirst();
    for (const name of ['third', 'fourth']) enter(name);
    expect(started).toEqual(['first', 'second', 'third']);
  });

  it('frees the turn of work that fails', async () => {
    const turns = new Turns(1);
    const results = await Promise.allSettled([
      turns.run('a', async () => 1),
      turns.run('a', () => Promise.reject(new Error('no'))),
      turns.run('a', async () => 3),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(turns.size).toBe(0);
  });

  it('remembers a few hundred keys for which nobody works, however many there were, and all for which somebody does', () => {
    const turns = new Turns(1);
    const leaveLong = turns.enter('long', () => {});
    let most = 0;
    for (let key = 0; key < 10_000; key++) {
      turns.enter(String(key), () => {})();
      most = Math.max(most, turns.remembered);
    }
    expect(most).toBeLessThanOrEqual(258);
    const started: string[] = [];
    const leaveNext = turns.enter('long', () => started.push('next'));
    expect([started, turns.size]).toEqual([[], 1]);
    leaveLong();
    leaveNext();
    expect([started, turns.size]).toEqual([['next'], 0]);
  });

  it('DS7 never lets more than the limit work for one key, forgets nobody, and counts no idle key', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), leave: fc.nat({ max: 20 }) }), { maxLength: 60, size: 'max' }),
        (limit, steps) => {
          const turns = new Turns(limit);
          const entered: { key: string; started: boolean; left: boolean; leave: () => void }[] = [];
          const working = (key: string) => entered.filter((one) => one.key === key && one.started && !one.left).length;
          for (const { key, leave } of steps) {
            const one = { key, started: false, left: false, leave: () => {} };
            entered.push(one);
            const end = turns.enter(key, () => {
              one.started = true;
            });
            one.leave = () => {
              one.left = true;
              end();
            };
            entered[leave]?.leave();
            for (const any of ['a', 'b', 'c']) {
              const there = entered.filter((other) => other.key === any && !other.left).length;
              expect(working(any)).toBe(Math.min(limit, there));
            }
          }
          for (const one of entered) one.leave();
          expect(turns.size).toBe(0);
        },
      ),
    );
  });
});
