// `npm run mutation`: changes the code in every small way that Stryker knows, one change at a time, and looks whether a test notices.
// `npm run mutation -- keyring` for one area, `npm run mutation -- server/http/turns.ts` for some files. What was found is kept in
// test-results/mutation, a file each; `--again` tries only what no test noticed there, where the file is still the same.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What is changed, and the tests that must notice: those beside it, and of the whole server those that are about it. */
const areas = {
  'server/keyring': ['server/keyring/*.test.ts'],
  'server/keyring/redis': ['server/keyring/redis/{stored,faults,instances}.test.ts'],
  'server/http': ['server/http/!(raw-requests).test.ts', 'server/app.test.ts'],
  'server/podio': ['server/podio/!(calls|operations).test.ts'],
};
/** Files that other tests are about. */
const tests = {
  'server/keyring/store.ts': ['server/keyring/redis/faults.test.ts'],
  'server/keyring/redis/redis-keyring.ts': ['server/keyring/keyring.test.ts', 'server/keyring/redis/{redis-keyring,stored}.test.ts'],
  'server/keyring/redis/scripts.ts': ['server/keyring/keyring.test.ts', 'server/keyring/redis/{redis-*,shared-refresh,stored}.test.ts'],
  'server/http/error-handling.ts': ['server/http/{error-handling,client-errors}.test.ts'],
  'server/http/static-files.ts': ['server/http/single-page-app.test.ts'],
  'server/podio/reads-only.ts': ['server/podio/operations.test.ts'],
  'server/podio/operations.ts': ['server/podio/{operations,calls}.test.ts'],
  'server/podio/typed-call.ts': ['server/podio/calls.test.ts'],
  'server/podio/operations-lookup.ts': ['server/podio/operations.test.ts'],
};
/** Where the tests of an area take long, those of the file itself alone, where it has any. */
const slow = ['server/keyring/redis', 'server/http'];
const testsOf = (file) => {
  const area = dirname(file);
  const beside = readdirSync(area).filter((name) => name.startsWith(`${basename(file, '.ts')}.`) && name.endsWith('.test.ts'));
  return tests[file] ?? (slow.includes(area) && beside.length > 0 ? beside.map((name) => `${area}/${name}`) : areas[area]);
};
/** Generated, or types alone: nothing that a test could notice. */
const left = /\/podio\/(?:types|areas|calls|call-options|generate-calls)\.ts$/;
const floor = 90;
const kept = 'test-results/mutation-found';
const report = 'test-results/mutation.json';

const asked = process.argv.slice(2).filter((one) => one !== '--again');
const again = process.argv.includes('--again');
const isAsked = (file) => asked.length === 0 || asked.some((one) => one === file || [one, `server/${one}`].includes(dirname(file)));
const files = Object.keys(areas)
  .flatMap((area) => readdirSync(area).map((name) => `${area}/${name}`))
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing[^/]*$/.test(file) && !left.test(file) && isAsked(file));

/** What was found of a file: where each change is, what it was, and whether a test noticed; absent when the file is another by now. */
function found(file) {
  const path = `${kept}/${file}.json`;
  if (!existsSync(path)) return undefined;
  const known = JSON.parse(readFileSync(path, 'utf8'));
  return known.digest === digest(file) ? known : undefined;
}

function digest(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Runs Stryker over parts of a file. */
function mutate(file, parts) {
  rmSync(report, { force: true });
  spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', parts.join(',')], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: testsOf(file).join(' ') },
  });
  const { mutants } = JSON.parse(readFileSync(report, 'utf8')).files[file] ?? { mutants: [] };
  return mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
}

const nameOf = ({ location: { start, end }, mutatorName, replacement }) =>
  JSON.stringify([start.line, start.column, end.line, end.column, mutatorName, replacement]);
const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';

/** The changes of a file, tried anew: all of them, or those that nothing noticed. */
function tried(file) {
  const before = again ? found(file) : undefined;
  if (!before) return mutate(file, [file]);
  const missed = before.mutants.filter((mutant) => !isNoticed(mutant));
  if (missed.length === 0) return before.mutants;
  const parts = missed.map(({ location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`);
  const now = new Map(mutate(file, [...new Set(parts)]).map((mutant) => [nameOf(mutant), mutant]));
  return before.mutants.map((mutant) => (isNoticed(mutant) ? mutant : (now.get(nameOf(mutant)) ?? mutant)));
}

const counts = { noticed: 0, all: 0 };
const lines = [];
for (const file of files) {
  const mutants = tried(file);
  const path = `${kept}/${file}.json`;
  mkdirSync(dirname(path), { recursive: true });
  const short = mutants.map(({ location, mutatorName, replacement, status }) => ({ location, mutatorName, replacement, status }));
  writeFileSync(path, JSON.stringify({ digest: digest(file), mutants: short }));
  const noticed = mutants.filter(isNoticed).length;
  counts.noticed += noticed;
  counts.all += mutants.length;
  lines.push(`${file}: ${noticed} of ${mutants.length}`);
  console.log(lines.at(-1));
}
console.log(
  `\n${lines.join('\n')}\n\n${counts.noticed} of ${counts.all} changes noticed: ${((100 * counts.noticed) / counts.all).toFixed(1)} %`,
);
process.exit(counts.noticed / counts.all >= floor / 100 ? 0 : 1);
