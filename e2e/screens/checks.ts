import { expect, type Page } from '@playwright/test';

/** No part of the page lies beside the screen, nor any of a dialog beside the dialog. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = () =>
    page.evaluate(() => {
      const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
      return Math.max(
        document.documentElement.scrollWidth - innerWidth,
        ...dialogs.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      );
    });
  await expect.poll(beyond, 'pixels that the page or a dialog is wider than its room').toBeLessThanOrEqual(0);
}

/** With text of twice the size every control is still on the page, and the page no wider than the screen. */
export async function expectRoomForLargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSidewaysScroll(page);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        const { left, right, width } = control.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .filter((control) => {
        // A wide table scrolls in itself.
        for (let around = control.parentElement; around; around = around.parentElement) {
          if (around.scrollWidth > around.clientWidth && /auto|scroll/.test(getComputedStyle(around).overflowX)) return false;
        }
        return true;
      })
      .map((control) => control.outerHTML.slice(0, 200)),
  );
  expect(outside, 'controls beside the screen with text of twice the size').toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

interface Stop {
  /** Undefined: the focus has left the page. */
  name?: string;
  trouble?: string;
  /** The edge of a dialog, which hands the focus on to its other end. */
  guard?: boolean;
}

/**
 * Walks through the page by Tab, as far as `limit`: each stop is on the screen, not covered, and shown to have the
 * focus; none keeps it for good.
 */
export async function expectTabStopsInSight(page: Page, limit = 30): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    for (const stop of document.querySelectorAll('[data-stop]')) stop.removeAttribute('data-stop');
  });
  const troubles: string[] = [];
  for (let press = 1; press <= limit; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop.guard) continue;
    if (stop.name === undefined) break;
    if (stop.trouble) troubles.push(`${press}: ${stop.name}: ${stop.trouble}`);
  }
  expect(troubles, 'stops of the Tab key').toEqual([]);
}

function lookAtFocus(): Stop {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element.dataset.stop) return {};
  if ('baseUiFocusGuard' in element.dataset) return { guard: true };
  element.dataset.stop = 'seen';
  const name = element.outerHTML.slice(0, 160);
  const box = element.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right - left < 1 || bottom - top < 1) return { name, trouble: 'is not on the screen' };
  const middle = (top + bottom) / 2;
  const inSight = [left + 2, (left + right) / 2, right - 2].some((x) => {
    const seen = document.elementFromPoint(x, middle);
    return seen !== null && (element.contains(seen) || seen.contains(element) || seen.closest('label')?.contains(element));
  });
  if (!inSight) return { name, trouble: 'is covered' };
  const ring = (style: CSSStyleDeclaration) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
  const around = [element, element.parentElement, element.nextElementSibling].filter((each) => each !== null);
  const ringed = around.some((each) => ring(getComputedStyle(each))) || ring(getComputedStyle(element, '::after'));
  return ringed ? { name } : { name, trouble: 'does not show that it has the focus' };
}
