import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export const rowsInAStep = 20;

/**
 * The rows to draw of a long list: at first those that can be in sight, then some more after each frame until all are there.
 * Drawn at once, five hundred keep the page from answering for a tenth of a second.
 * @param of what the rows are: other ones begin anew, those of a refresh stay as far as they have come
 * @param atFirst how many are drawn at once: as many as the tallest screen shows, so that what comes after them moves nothing in sight
 */
export function useGrowingRows<Row>(rows: readonly Row[], of: string | undefined, atFirst: number): readonly Row[] {
  const [drawn, setDrawn] = useState({ of, count: atFirst });
  if (drawn.of !== of) setDrawn({ of, count: atFirst });
  const { count } = drawn;
  const growing = count < rows.length;
  useEffect(() => {
    if (!growing) return;
    const grow = (to: number) => setDrawn((now) => (now.of === of ? { of, count: to } : now));
    const frame = requestAnimationFrame(() => startTransition(() => grow(count + rowsInAStep)));
    // Paper shows all of them, and does not wait.
    const print = () => flushSync(() => grow(Number.POSITIVE_INFINITY));
    window.addEventListener('beforeprint', print);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('beforeprint', print);
    };
  }, [growing, count, of]);
  return growing ? rows.slice(0, count) : rows;
}
