// `npm run mutation`: changes the code in every small way that Stryker knows, one change at a time, and looks whether a test notices.
// `npm run mutation -- keyring` for one area, `npm run mutation -- server/http/turns.ts` for some files of one.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** What is changed, and the tests that must notice: those beside it, and of the whole server those that are about it. */
const areas = {
  keyring: ['server/keyring/*.test.ts'],
  http: ['server/http/!(raw-requests).test.ts', 'server/app.test.ts'],
  podio: ['server/podio/!(calls|operations).test.ts'],
};
/** Generated, or types alone: nothing that a test could notice. */
const left = 'types,areas,calls,call-options,generate-calls';
const floor = 90;

const asked = process.argv.slice(2);
const wanted = Object.keys(areas).filter((area) => asked.length === 0 || asked.some((one) => one === area || one.includes(`/${area}/`)));
const counts = { noticed: 0, all: 0 };
for (const area of wanted) {
  const files = asked.filter((one) => one.includes(`/${area}/`));
  const mutate =
    files.length > 0 ? files : [`server/${area}/*.ts`, '!server/**/*.test.ts', '!server/**/*testing.ts', `!server/podio/{${left}}.ts`];
  rmSync('test-results/mutation.json', { force: true });
  spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', mutate.join(',')], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: areas[area].join(' ') },
  });
  const report = JSON.parse(readFileSync('test-results/mutation.json', 'utf8'));
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const of = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
    const noticed = of('Killed', 'Timeout');
    const all = noticed + of('Survived', 'NoCoverage');
    counts.noticed += noticed;
    counts.all += all;
    console.log(`${file}: ${noticed} of ${all}`);
  }
}
const score = (100 * counts.noticed) / counts.all;
console.log(`\n${counts.noticed} of ${counts.all} changes noticed: ${score.toFixed(1)} %`);
process.exit(score >= floor ? 0 : 1);
