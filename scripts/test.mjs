// `npm test`: every check in turn, all of them even if one fails, then one closing line with the counts of both test runners.
// `npm run test:all`: the same, with each screen looked at in every width, theme and language, and ten times as many generated cases.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

rmSync('test-results', { recursive: true, force: true });
const everything = process.argv.includes('--all');
if (everything) process.env.EVERY_LOOK = '1';
const bin = (name, ...args) => [`node_modules/${name}`, ...args];
const stages = {
  lint: bin('@biomejs/biome/bin/biome', 'ci', '.'),
  types: bin('typescript/bin/tsc', '-b'),
  build: ['scripts/build.mjs'],
  redis: ['scripts/redis.mjs'],
  size: ['scripts/size.mjs'],
  unit: bin('vitest/vitest.mjs', 'run', '--coverage', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'),
  browser: ['scripts/browser.mjs'],
  e2e: bin('@playwright/test/cli.js', 'test'),
  ...(everything && { fuzz: ['scripts/fuzz.mjs', '200000'] }),
};

const failedStages = [];
for (const [name, args] of Object.entries(stages)) {
  const startedAt = performance.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`== ${name}: ${status === 0 ? 'ok' : `failed (${status})`} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  if (status !== 0) failedStages.push(name);
}

const report = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner never got that far; its stage has failed
  }
};
const unit = report('test-results/unit.json');
const e2e = report('test-results/e2e.json')?.stats;
const passed = (unit?.numPassedTests ?? 0) + (e2e ? e2e.expected + e2e.flaky : 0);
const failedTests = (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0);
const skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (e2e?.skipped ?? 0);
if (e2e?.flaky) console.log(`\n${e2e.flaky} browser stories needed a second try`);
const mustNotSkip = Boolean(process.env.CI) && process.getuid?.() === 0;
if (skipped > 0) console.log(`\n${skipped} skipped${mustNotSkip ? ', which counts as failed here' : ''}`);
if (failedStages.length > 0) console.log(`\nfailed: ${failedStages.join(', ')}`);
// A stage without tests of its own (lint, types, build, redis, browser) counts as one failure.
const silent = failedStages.filter((name) => !(name === 'unit' && unit?.numFailedTests) && !(name === 'e2e' && e2e?.unexpected)).length;
const failed = failedTests + silent + (mustNotSkip ? skipped : 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
