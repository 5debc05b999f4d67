import { type RefObject, useEffect } from 'react';
import type { Column } from './columns.ts';

/** CSS pixels: widths are rounded up to a multiple, as a later row may be a little wider than those before. */
const step = 8;

/**
 * Keeps the columns of a table where they are while rows are added at its end. If they moved for each that is a little wider, all rows would be laid
 * out anew, and five hundred keep the page from answering. The first column takes what the others leave.
 * @param growing whether rows are still to come
 * @param of what the rows are: other ones get columns of other widths, and so do other `columns` and a window of another size
 */
export function useSteadyColumns(
  table: RefObject<HTMLTableElement | null>,
  growing: boolean,
  of: string | undefined,
  columns: readonly Column[],
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may come while those before were still arriving
  useEffect(() => {
    if (!growing) return;
    // What is on screen is laid out then: to ask for its widths costs nothing.
    const frame = requestAnimationFrame(() => {
      const widths = headsOf(table.current).map((head) => [head, head.getBoundingClientRect().width] as const);
      for (const [head, width] of widths) head.style.inlineSize = `${Math.ceil(width / step) * step}px`;
    });
    return () => cancelAnimationFrame(frame);
  }, [table, growing, of, columns]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows are other ones
  useEffect(() => {
    const heads = headsOf(table.current);
    const release = () => {
      for (const head of heads) head.style.removeProperty('inline-size');
    };
    const changes = ['resize', 'beforeprint'] as const; // paper has a width of its own
    for (const change of changes) window.addEventListener(change, release);
    return () => {
      for (const change of changes) window.removeEventListener(change, release);
      release();
    };
  }, [table, of, columns]);
}

function headsOf(table: HTMLTableElement | null): HTMLElement[] {
  return [...(table?.tHead?.rows[0]?.cells ?? [])].slice(1);
}
