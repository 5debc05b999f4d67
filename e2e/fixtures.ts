import { test as base, expect } from '@playwright/test';
import { type ConsoleWatch, failOnTrouble } from './support/console-watch.ts';
import { Product } from './support/product.ts';
import { SecretScan } from './support/secret-scan.ts';

interface TestFixtures {
  /** Trouble on the console that the story makes on purpose is declared here; any other fails the test. */
  trouble: ConsoleWatch;
  /** After each test: no secret is where it must not be. */
  secretScan: SecretScan;
  /** The sandbox's first state, for each test. */
  freshSandbox: undefined;
  /** What a test that failed had on screen, in the report. */
  lastSight: undefined;
}

interface WorkerFixtures {
  /** The built product in sandbox mode, on ports of its own; its data and sign-ins are new in each test. */
  product: Product;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const product = await Product.inSandboxMode();
      await product.start();
      await use(product);
      await product.end();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  freshSandbox: [
    async ({ product }, use) => {
      await product.control('DELETE', '');
      await use(undefined);
    },
    { auto: true },
  ],
  trouble: [failOnTrouble, { auto: true }],
  // Playwright's own `only-on-failure` takes one of each page of each test, and keeps those of what failed: a tenth of a short story.
  lastSight: [
    async ({ browser, context: _ }, use, info) => {
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries()) {
        const path = info.outputPath(`failed-${index + 1}.png`);
        await page.screenshot({ path, timeout: 5000 });
        await info.attach('screenshot', { path, contentType: 'image/png' });
      }
    },
    { auto: true },
  ],
  secretScan: [
    async ({ context, product, freshSandbox: _ }, use) => {
      const scan = new SecretScan(product, context);
      await use(scan);
      expect(await scan.findings(), 'secrets where none may be').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
