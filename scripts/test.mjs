// `npm test`: every check in turn, all of them even if one fails, then one closing line with the counts of all tests.
// `npm run test:all`: the same, with each screen looked at in every width, theme and language, and ten times as many generated cases.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';

rmSync('test-results', { recursive: true, force: true });
const everything = process.argv.includes('--all');
if (everything) process.env.EVERY_LOOK = '1';
const bin = (name, ...args) => [`node_modules/${name}`, ...args];
const vitest = (name, ...args) =>
  bin('vitest/vitest.mjs', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=test-results/${name}.json`);
/** One after another; those of one entry side by side, as each of them keeps one processor busy. */
const stages = [
  { lint: bin('@biomejs/biome/bin/biome', 'ci', '.') },
  { types: bin('typescript/bin/tsc', '-b'), build: ['scripts/build.mjs'] },
  { redis: ['scripts/redis.mjs'] },
  { size: ['scripts/size.mjs'] },
  { server: vitest('server', '--project=server', '--project=process', '--coverage') },
  // By itself: coverage, which only the server is asked for, would cost these a third of their time again.
  { web: vitest('web', '--project=web') },
  { browser: ['scripts/browser.mjs'] },
  { e2e: bin('@playwright/test/cli.js', 'test') },
  ...(everything ? [{ fuzz: ['scripts/fuzz.mjs', '200000'] }] : []),
];

/** Runs a stage; what it says comes at once where it runs alone, else when it is done. */
async function run(name, args, alone) {
  const startedAt = performance.now();
  if (alone) console.log(`\n== ${name}`);
  const child = spawn(process.execPath, args, { stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
  const [code, signal] = await once(child, 'close');
  if (!alone) console.log(`\n== ${name}\n${Buffer.concat(said)}`.trimEnd());
  console.log(
    `== ${name}: ${code === 0 ? 'ok' : `failed (${code ?? signal})`} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) failedStages.push(name);
}

const failedStages = [];
for (const stage of stages) {
  const parts = Object.entries(stage);
  await Promise.all(parts.map(([name, args]) => run(name, args, parts.length === 1)));
}

const report = (name) => {
  try {
    return JSON.parse(readFileSync(`test-results/${name}.json`, 'utf8'));
  } catch {
    return undefined; // the runner never got that far; its stage has failed
  }
};
/** What a stage with tests of its own counted; nothing: it never got that far. */
const counted = {};
for (const name of ['server', 'web']) {
  const unit = report(name);
  if (unit) counted[name] = { passed: unit.numPassedTests, failed: unit.numFailedTests, skipped: unit.numPendingTests + unit.numTodoTests };
}
const e2e = report('e2e')?.stats;
if (e2e) counted.e2e = { passed: e2e.expected + e2e.flaky, failed: e2e.unexpected, skipped: e2e.skipped };
const total = (kind) => Object.values(counted).reduce((sum, counts) => sum + counts[kind], 0);
if (e2e?.flaky) console.log(`\n${e2e.flaky} browser stories needed a second try`);
const skipped = total('skipped');
const mustNotSkip = Boolean(process.env.CI) && process.getuid?.() === 0;
if (skipped > 0) console.log(`\n${skipped} skipped${mustNotSkip ? ', which counts as failed here' : ''}`);
if (failedStages.length > 0) console.log(`\nfailed: ${failedStages.join(', ')}`);
// A stage that failed for something else than a test of its own (lint, types, coverage) counts as one failure.
const silent = failedStages.filter((name) => !counted[name]?.failed).length;
const passed = total('passed');
const failed = total('failed') + silent + (mustNotSkip ? skipped : 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
