import { defineConfig } from 'vitest/config';
import { packageVersion } from './scripts/package-version.ts';

/** What `npm run mutation` runs for each change; scripts/mutation.mjs says which tests. */
export default defineConfig({
  define: packageVersion,
  test: { include: process.env.MUTATION_TESTS?.split(' ') ?? [], testTimeout: 20_000, isolate: false },
});
