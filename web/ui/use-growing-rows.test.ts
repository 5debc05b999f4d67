import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../testing.tsx';
import { rowsInAStep, useGrowingRows } from './use-growing-rows.ts';

const list = (name: string, length: number) => Array.from({ length }, (_, index) => `${name} ${index}`);

const firstRows = 50;
let frames = new Map<number, () => void>();

beforeEach(() => {
  frames = new Map();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => {
    frames.set(++last, then);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
});

/** One frame of the browser. */
function frame(): void {
  const due = [...frames.values()];
  frames.clear();
  act(() => {
    for (const then of due) then();
  });
}

const grow = (rows: string[], of: string) =>
  renderHook(({ rows, of }) => useGrowingRows(rows, of, firstRows), { initialProps: { rows, of } as { rows: string[]; of: string } });

describe('rows of a long list', () => {
  it('come a step a frame, in order, until all are there, and then nothing waits for a frame any more', () => {
    const rows = list('a', 500);
    const { result } = grow(rows, 'a');
    const counts = [result.current.length];
    while (frames.size > 0) {
      frame();
      counts.push(result.current.length);
      expect(result.current).toEqual(rows.slice(0, result.current.length));
    }
    expect(counts.slice(0, 3)).toEqual([firstRows, firstRows + rowsInAStep, firstRows + 2 * rowsInAStep]);
    expect(Math.max(...counts.slice(1).map((count, index) => count - (counts[index] as number)))).toBe(rowsInAStep);
    expect(counts.at(-1)).toBe(500);
  });

  it('are at first as many as it is told', () => {
    const { result } = renderHook(() => useGrowingRows(list('a', 30), 'a', 15));
    expect(result.current).toHaveLength(15);
    frame();
    expect(result.current).toHaveLength(30);
  });

  it('are all there at once where they are few', () => {
    const { result } = grow(list('a', firstRows), 'a');
    expect(result.current).toHaveLength(firstRows);
    expect(frames.size).toBe(0);
  });

  it('begin anew when others take their place midway, none of the former among them', () => {
    const others = list('b', 300);
    const { result, rerender } = grow(list('a', 500), 'a');
    frame();
    rerender({ rows: others, of: 'b' });
    expect(result.current).toEqual(others.slice(0, firstRows));
    expect(frames.size).toBe(1);
    while (frames.size > 0) frame();
    expect(result.current).toEqual(others);
  });

  it('begin anew on the way back as well, also where the others were few', () => {
    const rows = list('a', 500);
    const { result, rerender } = grow(rows, 'a');
    while (frames.size > 0) frame();
    rerender({ rows: list('b', 3), of: 'b' });
    expect(result.current).toHaveLength(3);
    rerender({ rows, of: 'a' });
    expect(result.current).toHaveLength(firstRows);
  });

  it('stay when the same are fetched again', () => {
    const { result, rerender } = grow(list('a', 500), 'a');
    frame();
    const fresh = list('fresh', 500);
    rerender({ rows: fresh, of: 'a' });
    expect(result.current).toEqual(fresh.slice(0, firstRows + rowsInAStep));
    while (frames.size > 0) frame();
    rerender({ rows: list('again', 500), of: 'a' });
    expect(result.current).toHaveLength(500);
  });

  it('are all there on paper', () => {
    const { result } = grow(list('a', 500), 'a');
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(result.current).toHaveLength(500);
    expect(frames.size).toBe(0);
  });

  it('wait for nothing once the list is gone', () => {
    const { unmount } = grow(list('a', 500), 'a');
    unmount();
    expect(frames.size).toBe(0);
  });
});
