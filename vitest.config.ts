import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { packageVersion } from './scripts/package-version.ts';

/** What these measure belongs to the whole process: memory, open handles. */
const alone = 'server/**/*.process.test.ts';

/** Of two cores Vitest would leave one idle. */
const processors = Math.max(2, availableParallelism() - 1);
/** With a worker a processor three tenths of their time were idle: some of the server's tests wait for a Redis that is broken on purpose. */
const server = { maxWorkers: processors + 1, sequence: { groupOrder: 0 } };

export default defineConfig({
  plugins: [react()],
  define: packageVersion,
  test: {
    testTimeout: 20_000, // two cores may be busy with the browser of somebody else's tests
    expect: { poll: { timeout: 10_000 } },
    // Measured where `--coverage` says so, as `npm test` does. What runs only as a process of its own is not loaded by any test, and counts
    // as not covered all the same.
    coverage: {
      provider: 'v8',
      include: ['server/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*testing*.ts', 'server/bench/**'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'test-results/coverage',
      thresholds: { lines: 95, branches: 90 },
    },
    projects: [
      // Not isolated: no file leaves anything behind, and loading the server anew for each takes longer than most of their tests.
      {
        extends: true,
        test: {
          name: 'server',
          root: '.',
          include: ['server/**/*.test.ts'],
          exclude: [alone, '**/node_modules/**'],
          isolate: false,
          ...server,
        },
      },
      { extends: true, test: { name: 'process', root: '.', include: [alone], ...server } },
      {
        extends: true,
        // React Router's modules name each other in a way that only Node's own loader follows; of its modules as a bundler takes them Vite
        // makes one copy.
        resolve: { conditions: ['module-sync', ...defaultServerConditions] },
        test: {
          name: 'web',
          root: '.',
          include: ['web/**/*.test.{ts,tsx}'],
          maxWorkers: processors,
          sequence: { groupOrder: 1 },
          environment: 'jsdom',
          pool: 'vmForks', // a window of its own for each file, without reading jsdom anew, which took longer than most of their tests
          setupFiles: ['web/i18n/in-english.ts'],
          server: { deps: { inline: [/react-router/] } },
          environmentOptions: { jsdom: { url: 'http://localhost:3000' } },
        },
      },
    ],
  },
});
