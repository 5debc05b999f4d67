import { act, cleanup, render, screen } from '@testing-library/react';
import { Profiler, useLayoutEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RelativeTime } from './RelativeTime.tsx';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 28, 12) }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const shown = () => screen.getByRole('time').textContent;
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

/** As in a browser: the clock goes on from what is drawn to what is done about it. */
function Moment() {
  useLayoutEffect(() => void vi.setSystemTime(Date.now() + 20), []);
  return null;
}

test('what was drawn just now is not drawn again', () => {
  const drawn = vi.fn();
  render(
    <Profiler id="time" onRender={drawn}>
      <RelativeTime at={Date.now()} />
      <Moment />
    </Profiler>,
  );
  expect([drawn.mock.calls.length, shown()]).toEqual([1, 'now']);
});

test('it counts on each second of the first minute, and each quarter of a minute from then on', () => {
  render(<RelativeTime at={Date.now()} />);
  pass(12_000);
  expect(shown()).toBe('12 seconds ago');
  pass(48_000);
  expect(shown()).toBe('1 minute ago');
  pass(59_000);
  expect(shown()).toBe('1 minute ago');
  pass(1_000);
  expect(shown()).toBe('2 minutes ago');
});

test('a newer time is told as that at once', () => {
  const { rerender } = render(<RelativeTime at={Date.now()} />);
  pass(70_000);
  rerender(<RelativeTime at={Date.now()} />);
  expect(shown()).toBe('now');
  pass(1_000);
  expect(shown()).toBe('1 second ago');
});
