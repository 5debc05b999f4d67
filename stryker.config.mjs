/** How `npm run mutation` mutates; docs/mutation.md tells what the tests do not notice, and why. */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  disableTypeChecks: false, // Vite checks none, and a test holds generated files against what is written
  tsconfigFile: 'none', // TypeScript 7 has no API to rewrite it with; Vite reads ours as it is
  ignorePatterns: ['/web', '/e2e', '/docs', '/dist', '/test-results'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 5_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  tempDirName: 'test-results/mutation', // not below node_modules, which Vite takes for finished
};
