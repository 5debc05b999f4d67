// `npm run fuzz`: the properties that `npm test` holds against tens of thousands of generated cases, against far more of them, others each
// time. `npm run fuzz -- 50000` for so many cases of each property; a million unless said.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'server', '--testTimeout', '0', '.fuzz.test'],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_RUNS: process.argv[2] ?? '1000000' },
  },
);
process.exit(status ?? 1);
