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

/** With motion reduced nothing on the page moves or fades. */
export async function expectStillness(page: Page): Promise<void> {
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(', ').some((duration) => Number.parseFloat(duration) > 0);
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );
  expect(moving, 'what moves although motion is reduced').toEqual([]);
}

/** With the system's own few colours: the meter's level, where one is, what is chosen and what has the focus can be told. */
export async function expectTellableInForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const untold = await page.evaluate(() => {
    const line = (style: CSSStyleDeclaration, side: string) =>
      Number.parseFloat(style.getPropertyValue(`${side}-width`)) > 0 && style.getPropertyValue(`${side}-style`) !== 'none'
        ? style.getPropertyValue(`${side}-color`)
        : undefined;
    const looks = (element: Element) => {
      const style = getComputedStyle(element);
      const lines = ['border-top', 'border-bottom', 'outline'].map((side) => line(style, side));
      return JSON.stringify([style.backgroundColor, style.textDecorationLine, ...lines]);
    };
    const like = (element: Element, others: string) =>
      [...document.querySelectorAll(others)].some((other) => other !== element && looks(other) === looks(element));
    const troubles: string[] = [];
    for (const level of document.querySelectorAll('[role="meter"] > *, [role="progressbar"] > *'))
      if (level.parentElement && getComputedStyle(level).backgroundColor === getComputedStyle(level.parentElement).backgroundColor)
        troubles.push('the level of a meter looks like the rest of it');
    for (const current of document.querySelectorAll('nav [aria-current="page"]'))
      if (like(current, 'nav a:not([aria-current])')) troubles.push('the link of this page looks like the others');
    for (const tab of document.querySelectorAll('[role="tab"][aria-selected="true"]'))
      if (like(tab, '[role="tab"][aria-selected="false"]')) troubles.push('the chosen tab looks like the others');
    for (const row of document.querySelectorAll('[role="option"][data-highlighted]'))
      if (like(row, '[role="option"]:not([data-highlighted])')) troubles.push('the highlighted row looks like the others');
    return troubles;
  });
  expect(untold, 'with forced colours').toEqual([]);
  await expectTabStopsInSight(page, 12);
  await page.emulateMedia({ forcedColors: 'none' });
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
