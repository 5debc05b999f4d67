import { test as base, expect } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe.ts';
import { type ConsoleWatch, failOnTrouble } from './support/console-watch.ts';
import { freePorts } from './support/ports.ts';
import { ServerProcess } from './support/server-process.ts';

/** The sandbox alone, as `npm run sandbox` starts it. Its page shows sample secrets on purpose, so no scan for secrets runs here. */
const test = base.extend<{ trouble: ConsoleWatch }, { sandboxUrl: string }>({
  sandboxUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const [port = 0] = await freePorts(1);
      const url = `http://localhost:${port}`;
      const process = new ServerProcess({ script: 'sandbox.js', environment: { SANDBOX_PORT: String(port) }, readyUrl: `${url}/_sandbox` });
      await process.start();
      await use(url);
      await process.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ sandboxUrl }, use) => use(sandboxUrl),
  trouble: [failOnTrouble, { auto: true }],
});

test.beforeEach(async ({ request }) => {
  await request.delete('/_sandbox');
});

test('a person finds the credentials at the address of the sandbox', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Podio sandbox' })).toBeVisible();
  await expect(page.getByText('sandbox-secret')).toBeVisible();
  await page.getByText('78 apps').click();
  await expect(page.getByRole('row', { name: 'Bugs 22119 sandbox-app-token-22119' })).toBeVisible();
});

test('requests show up as they come, newest first', async ({ page, request }) => {
  await page.goto('/');
  await expect(page.getByText('None yet.')).toBeVisible();
  await request.get('/user/status?first');
  await request.get('/user/status?second');
  const rows = page.getByRole('region', { name: 'Last requests' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(/GET\s*401\s*\/user\/status\?second/);
  await expect(rows.nth(2)).toContainText('/user/status?first');
  await expect(page.getByText('2 API calls')).toBeVisible();
});

test('faults are switched on and off, and what happened is said', async ({ page, request }) => {
  test.slow(); // two loads of the page, and as many polls as changes
  await page.goto('/');
  const status = page.getByRole('status');
  await page.getByLabel('Make Podio fail (503)').check();
  await expect(status).toHaveText('Every request fails with 503 now.');
  expect((await request.get('/user/status')).status()).toBe(503);
  await page.reload();
  await expect(page.getByLabel('Make Podio fail (503)')).toBeChecked();
  await page.getByLabel('Make Podio fail (503)').uncheck();
  await expect(status).toHaveText('Requests are answered again.');
  expect((await request.get('/user/status')).status()).toBe(401);
  await page.getByLabel('Rotate refresh tokens').check();
  await expect(status).toHaveText('Each refresh token is good once now.');
  await page.getByRole('button', { name: 'Reset the sandbox' }).click();
  await expect(status).toHaveText('The sandbox is back at the start.');
  await expect(page.getByLabel('Rotate refresh tokens')).not.toBeChecked();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`its pages are readable for everybody, ${colorScheme}, from 320 pixels on`, async ({ page, trouble }) => {
    test.slow(); // axe looks at three pages
    trouble.declare(/the server responded with a status of 401 .*\/oauth\/authorize/);
    const expectReadable = async () => {
      await expectNoAxeViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    };
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/');
    await expectReadable();
    await page.goto('/oauth/authorize?client_id=sandbox&redirect_uri=http://localhost:9/callback&scope=user:read+space:read');
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('guess');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectReadable();
    await page.getByLabel('Password').fill('sandbox');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
    await expectReadable();
  });
