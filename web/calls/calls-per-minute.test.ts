import { describe, expect, it } from 'vitest';
import { lastHour } from './calls-per-minute.ts';

const now = 1_000 * 60_000;
const call = (minutesAgo: number, status = 200) => ({ at: now - minutesAgo * 60_000, status });

describe('calls of the last hour', () => {
  it('are counted by minute, the oldest first', () => {
    const { perMinute } = lastHour([call(0), call(0.5), call(59.9), call(3)], now);
    expect(perMinute).toHaveLength(60);
    expect([perMinute[59], perMinute[56], perMinute[0]]).toEqual([2, 1, 1]);
  });
  it('leave out what is older', () => {
    expect(lastHour([call(60), call(400)], now)).toMatchObject({ calls: 0, failed: 0 });
  });
  it('have failed where Podio refused or nobody answered', () => {
    const unanswered = { ...call(1, 0), noAnswer: 'no-answer' as const };
    expect(lastHour([call(1), call(2, 404), call(3, 503), unanswered], now)).toMatchObject({ calls: 4, failed: 3 });
  });
  it('of a clock that was set back are new', () => {
    expect(lastHour([call(-5)], now).perMinute[59]).toBe(1);
  });
});
