import { describe, expect, it } from 'vitest';
import { isInReserve } from './reserve.ts';

const at = 10_000_000;
const ordinary = (remaining: number, heardAt = at) => ({ ordinary: { limit: 1000, remaining, at: heardAt } });

describe('the reserve of calls', () => {
  it('begins below as many calls as are kept', () => {
    expect(isInReserve(ordinary(50), 50, at)).toBe(false);
    expect(isInReserve(ordinary(49), 50, at)).toBe(true);
    expect(isInReserve(ordinary(49), 20, at)).toBe(false);
  });
  it('keeps the same share of the heavy calls', () => {
    const heavy = (remaining: number) => ({ ...ordinary(900), heavy: { limit: 250, remaining, at } });
    expect(isInReserve(heavy(13), 50, at)).toBe(false);
    expect(isInReserve(heavy(12), 50, at)).toBe(true);
  });
  it('is not known to be reached before an answer told, nor an hour after one did', () => {
    expect(isInReserve({}, 50, at)).toBe(false);
    expect(isInReserve(ordinary(3), 50, at + 3_599_999)).toBe(true);
    expect(isInReserve(ordinary(3), 50, at + 3_600_000)).toBe(false);
  });
  it('of none is never reached', () => {
    expect(isInReserve(ordinary(0), 0, at)).toBe(false);
  });
});
