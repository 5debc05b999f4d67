import type { Browser, BrowserContext, Page, Request, Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { apps, signInAsApp } from './support/sign-in.ts';

/** A browser with the cookies of another, and nothing in its cache; `remembers` what that one kept for the next visit. */
async function coldBrowser(
  browser: Browser,
  context: BrowserContext,
  baseURL: string,
  { remembers = true } = {},
): Promise<{ page: Page; requests: Request[] }> {
  const { cookies, origins } = await context.storageState();
  const cold = await browser.newContext({ baseURL, storageState: { cookies, origins: remembers ? origins : [] } });
  const page = await cold.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return { page, requests };
}

/** What stands at this address does not come at all unless the rows are asked for before it. */
async function holdUntilRowsAreAskedFor(page: Page, address: string | RegExp): Promise<void> {
  const rows = page.waitForRequest(/\/filter\/$/);
  await page.route(address, async (route) => {
    await rows;
    await route.continue();
  });
}

async function withoutServerTiming(route: Route): Promise<void> {
  const response = await route.fetch();
  const { 'server-timing': _said, ...headers } = response.headers();
  await route.fulfill({ response, headers });
}

const paths = (requests: readonly Request[]) => requests.map((request) => new URL(request.url()).pathname);

/** Counts from the beginning how much moves on a page. */
const watchMoves = (page: Page) =>
  page.addInitScript(() => {
    const moved = window as unknown as { moved: number };
    moved.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Notes from the beginning each error that is made, thrown or not. */
const watchErrors = (page: Page) =>
  page.addInitScript(() => {
    const page = window as unknown as { Error: ErrorConstructor; errors: string[] };
    page.errors = [];
    const note = (error: Error) => {
      page.errors.push(error.message);
      return error;
    };
    page.Error = new Proxy(Error, {
      apply: (made, self, values) => note(Reflect.apply(made, self, values)),
      construct: (made, values, target) => note(Reflect.construct(made, values, target)),
    });
  });

/** What was asked for since the rows were, by the page's own clock: Playwright tells of requests that are held back in another order. */
const askedForSinceTheRows = (page: Page) =>
  page.evaluate(() => {
    const loaded = performance.getEntriesByType('resource');
    const rowsAt = loaded.find(({ name }) => name.endsWith('/filter/'))?.startTime ?? 0;
    return loaded.filter(({ startTime }) => startTime > rowsAt).map(({ name }) => new URL(name).pathname);
  });

/** After that, what moved is known. */
const drawnOnceMore = (page: Page) => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
const moved = (page: Page) => page.evaluate(() => (window as unknown as { moved: number }).moved);

test('the first list of an app is there after eight requests, its rows asked for while the app is still on its way', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await signInAsApp(page, apps.bugs);
  const { page: cold, requests } = await coldBrowser(browser, context, baseURL ?? '', { remembers: false });
  await holdUntilRowsAreAskedFor(cold, /\/assets\/app-/);
  await cold.goto(`/as/app-${apps.bugs}`);
  await cold.getByRole('table').getByRole('link').first().waitFor();
  const asked = paths(requests);
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(8);
  // All of it by then, and no file of the page is found out late.
  const sinceRows = (await askedForSinceTheRows(cold)).filter((path) => asked.includes(path));
  expect(sinceRows.filter((path) => !path.startsWith('/keyring/'))).toEqual([]);
  await cold.context().close();
});

for (const [whose, remembers] of [
  ['of whom this browser holds', false], // as the server says with the page
  ['of who acted here before', true],
] as const) {
  test(`the rows ${whose} are asked for while the keyring is still on its way`, async ({ page, context, browser, baseURL }) => {
    await signInAsApp(page, apps.bugs);
    await page.getByRole('table').first().waitFor(); // it acts, and that is remembered
    const { page: cold, requests } = await coldBrowser(browser, context, baseURL ?? '', { remembers });
    // As from a server that cannot say at once whom the browser holds.
    if (remembers) await cold.route('**/as/**', (route) => withoutServerTiming(route));
    await holdUntilRowsAreAskedFor(cold, '**/keyring');
    await cold.goto(`/as/app-${apps.bugs}`);
    await cold.getByRole('table').getByRole('link').first().waitFor();
    expect(paths(requests).filter((path) => path.endsWith('/filter/'))).toHaveLength(1);
    await cold.context().close();
  });
}

test('nobody is asked for whom this browser does not hold', async ({ page, context, browser, baseURL }) => {
  await signInAsApp(page, apps.bugs);
  const { page: cold, requests } = await coldBrowser(browser, context, baseURL ?? '');
  await cold.goto(`/as/app-${apps.leads}`);
  await cold.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  expect(paths(requests).filter((path) => path.startsWith('/keyring'))).toEqual(['/keyring']);
  await cold.context().close();
});

for (const [where, viewport] of [
  ['on a telephone', { width: 412, height: 823 }],
  ['on a desk', { width: 1350, height: 940 }],
] as const) {
  test(`nothing moves while the items of an app arrive late ${where}`, async ({ page, product, context, browser, baseURL }) => {
    await signInAsApp(page, apps.bugs);
    await page.goto('about:blank'); // it asks for nothing more
    const { page: cold } = await coldBrowser(browser, context, baseURL ?? '');
    await cold.setViewportSize(viewport);
    await product.control('POST', '/faults', { path: `/app/${apps.bugs}`, delayMs: 400, times: 1 });
    await watchMoves(cold);
    let letGo = () => {};
    const frame = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await cold.route('**/keyring', async (route) => {
      await frame;
      await route.continue();
    });
    await cold.goto(`/as/app-${apps.bugs}`);
    await cold.getByRole('contentinfo').waitFor();
    await drawnOnceMore(cold); // the frame, while nothing is known yet
    letGo();
    await cold.getByRole('main').getByRole('link', { name: /\w/ }).first().waitFor();
    await drawnOnceMore(cold);
    expect(await moved(cold)).toBeLessThanOrEqual(0.01);
    await cold.context().close();
  });
}

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
  await watchMoves(cold);
  await cold.goto(`/as/app-${apps.bugs}`);
  await cold.getByRole('main').getByRole('term').first().waitFor();
  await drawnOnceMore(cold);
  expect(await moved(cold)).toBeLessThanOrEqual(0.01);
  await cold.context().close();
});

test('the sign-in screen asks for the files of its page, and for what it may offer', async ({ context, browser, baseURL }) => {
  const { page: cold, requests } = await coldBrowser(browser, context, baseURL ?? '');
  await cold.goto('/sign-in');
  await cold.getByRole('button', { name: 'Continue with Podio' }).waitFor();
  expect(paths(requests).length, paths(requests).join('\n')).toBeLessThanOrEqual(7);
  await cold.context().close();
});

test('no error is made while the app starts: whoever looks on has all of its file parsed again for the frames of one', async ({ page }) => {
  await signInAsApp(page, apps.bugs);
  await watchErrors(page);
  await page.reload();
  await page.getByRole('table').getByRole('link').first().waitFor();
  expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
});
