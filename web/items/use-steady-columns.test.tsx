import { render } from '@testing-library/react';
import { useRef } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import '../testing.tsx';
import type { Column } from './columns.ts';
import { useSteadyColumns } from './use-steady-columns.ts';

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => frames.push(then));
  vi.stubGlobal('cancelAnimationFrame', () => {});
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ width: 123.9 } as DOMRect);
});

const columns: Column[] = [];

function Table({ growing, of }: { growing: boolean; of: string }) {
  const table = useRef<HTMLTableElement>(null);
  useSteadyColumns(table, growing, of, columns);
  return (
    <table ref={table}>
      <thead>
        <tr>
          <th>Item</th>
          <th>Due</th>
          <th>Effort</th>
        </tr>
      </thead>
    </table>
  );
}

const widths = () => [...document.querySelectorAll('th')].map(({ style }) => style.inlineSize);

it('holds all columns but the first from the frame after the first rows on, a little wider than they were', () => {
  const { rerender } = render(<Table growing of="a" />);
  expect(widths()).toEqual(['', '', '']);
  for (const frame of frames.splice(0)) frame();
  expect(widths()).toEqual(['', '128px', '128px']);
  rerender(<Table growing={false} of="a" />);
  expect(widths()).toEqual(['', '128px', '128px']);
});

it('leaves them to the browser where no rows are to come, and where the rows, the window or the medium are other ones', () => {
  const { rerender } = render(<Table growing={false} of="a" />);
  expect(frames).toEqual([]);
  rerender(<Table growing of="a" />);
  for (const change of ['resize', 'beforeprint', undefined]) {
    for (const frame of frames) frame();
    expect(widths()).toEqual(['', '128px', '128px']);
    if (change) window.dispatchEvent(new Event(change));
    else rerender(<Table growing of="b" />);
    expect(widths()).toEqual(['', '', '']);
  }
});

it('holds those of the next rows too, where they come while the rows before were still arriving', () => {
  const { rerender } = render(<Table growing of="a" />);
  for (const frame of frames.splice(0)) frame();
  rerender(<Table growing of="b" />);
  expect(widths()).toEqual(['', '', '']);
  for (const frame of frames) frame();
  expect(widths()).toEqual(['', '128px', '128px']);
});
