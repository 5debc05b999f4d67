import { defineConfig } from '@playwright/test';
import everyTest from '../../playwright.config.ts';

/** `npm run gallery`: pictures in place of checks. */
export default defineConfig({
  ...everyTest,
  testDir: '.',
  testMatch: ['pictures.ts', 'readme.ts'],
  outputDir: '../../test-results/gallery',
  reporter: [['line']],
  retries: 0,
  globalSetup: './start-anew.ts',
  globalTeardown: './write-index.ts',
});
