import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFavicon } from './use-favicon.ts';

const own = 'data:image/svg+xml,own';
const icon = () => decodeURIComponent(document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? '');
const acting = (id: string | undefined, name: string | undefined) =>
  renderHook(({ id, name }) => useFavicon(id, name), { initialProps: { id, name } });

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML = `<link rel="icon" href="${own}">`;
});
afterEach(() => {
  vi.useRealTimers();
});

it('shows who acts once the page is idle, and the page’s own icon after it is left', () => {
  const { unmount } = acting('app-22119', 'Bugs');
  expect(icon()).toBe(own);
  vi.runAllTimers();
  expect(icon()).toContain('>B</text>');
  unmount();
  expect(icon()).toBe(own);
});

it('keeps the one before until the next is there', () => {
  const { rerender } = acting('app-22119', 'Bugs');
  vi.runAllTimers();
  rerender({ id: 'user-1', name: 'Ada Lovelace' });
  expect(icon()).toContain('>B</text>');
  vi.runAllTimers();
  expect(icon()).toContain('>A</text>');
  rerender({ id: undefined, name: undefined });
  expect(icon()).toBe(own);
});

it('draws none for a page that was left before it was idle', () => {
  acting('app-22119', 'Bugs').unmount();
  vi.runAllTimers();
  expect(icon()).toBe(own);
});
