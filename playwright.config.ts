import { defineConfig, devices } from '@playwright/test';
import { findBrowser, launchArgs } from './scripts/browser.mjs';

const executablePath = findBrowser()?.path;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  // A second try where nobody can look: the closing lines say how many needed it, and each of those is a fault to mend.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // A trace costs a third of the time: `npx playwright test --trace on` where one is wanted.
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: launchArgs() },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
});
