import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterReading } from './after-reading.ts';

/** How long this process was held up, in milliseconds. */
let heldUp = 0;
let called: number;
beforeEach(() => {
  vi.useFakeTimers();
  const clock = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => 50_000 + clock() + heldUp);
  heldUp = 0;
  called = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const start = () => afterReading(100, () => called++);

it('calls back once, after so long and not before', () => {
  start();
  vi.advanceTimersByTime(99);
  expect(called).toBe(0);
  vi.advanceTimersByTime(1);
  vi.runAllTimers();
  expect(called).toBe(1);
});

it('reads what has arrived first', () => {
  const order: string[] = [];
  setTimeout(() => setImmediate(() => order.push('read')), 100);
  afterReading(100, () => order.push('called'));
  vi.runAllTimers();
  expect(order).toEqual(['read', 'called']);
});

it.each([
  [24, 100],
  [25, 200],
  [5000, 200],
])('where this process was held up for %i ms it calls after %i ms', (held, after) => {
  start();
  heldUp = held;
  vi.advanceTimersByTime(after - 1);
  expect(called).toBe(0);
  vi.advanceTimersByTime(4); // an immediate takes a millisecond of this clock
  expect(called).toBe(1);
});

it('waits once more only, however long it was held up again', () => {
  start();
  heldUp = 5000;
  vi.advanceTimersByTime(150);
  heldUp = 10_000;
  vi.advanceTimersByTime(60);
  expect(called).toBe(1);
  vi.runAllTimers();
  expect(called).toBe(1);
});

it.each([0, 50, 150])('is stopped for good after %i ms', (after) => {
  const stop = start();
  heldUp = after > 100 ? 5000 : 0;
  vi.advanceTimersByTime(after);
  stop();
  vi.advanceTimersByTime(1000);
  expect(called).toBe(0);
});
