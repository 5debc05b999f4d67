import type { Browser, BrowserContext, Page, Request } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { apps, signInAsApp } from './support/sign-in.ts';

/** A browser with the cookies of another, and nothing in its cache. */
async function coldBrowser(browser: Browser, context: BrowserContext, baseURL: string): Promise<{ page: Page; requests: Request[] }> {
  const cold = await browser.newContext({ baseURL, storageState: await context.storageState() });
  const page = await cold.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return { page, requests };
}

const paths = (requests: readonly Request[]) => requests.map((request) => new URL(request.url()).pathname);

test('the first list of an app is there after eight requests, and no file of the page is found out late', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await signInAsApp(page, apps.bugs);
  const { page: cold, requests } = await coldBrowser(browser, context, baseURL ?? '');
  await cold.goto(`/as/app-${apps.bugs}`);
  await cold.getByRole('table').getByRole('link').first().waitFor();
  expect(paths(requests).length, paths(requests).join('\n')).toBeLessThanOrEqual(8);
  const firstCall = paths(requests).findIndex((path) => path.startsWith('/keyring'));
  expect(
    paths(requests)
      .slice(firstCall)
      .filter((path) => path.startsWith('/assets/')),
  ).toEqual([]);
  await cold.context().close();
});

test('nothing moves while the items of an app arrive, also where the rows come before what their columns are', async ({
  page,
  product,
  context,
  browser,
  baseURL,
}) => {
  await signInAsApp(page, apps.bugs);
  await page.goto('about:blank'); // it asks for nothing more
  const { page: cold } = await coldBrowser(browser, context, baseURL ?? '');
  await cold.setViewportSize({ width: 390, height: 800 });
  await product.control('POST', '/faults', { path: `/app/${apps.bugs}`, delayMs: 400, times: 1 });
  await cold.addInitScript(() => {
    const moved = window as unknown as { moved: number };
    moved.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await cold.goto(`/as/app-${apps.bugs}`);
  await cold.getByRole('main').getByRole('term').first().waitFor();
  // Once more drawn, and what moved is known.
  await cold.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  expect(await cold.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThanOrEqual(0.01);
  await cold.context().close();
});

test('the sign-in screen asks for the files of its page, and for what it may offer', async ({ context, browser, baseURL }) => {
  const { page: cold, requests } = await coldBrowser(browser, context, baseURL ?? '');
  await cold.goto('/sign-in');
  await cold.getByRole('button', { name: 'Continue with Podio' }).waitFor();
  expect(paths(requests).length, paths(requests).join('\n')).toBeLessThanOrEqual(7);
  await cold.context().close();
});
