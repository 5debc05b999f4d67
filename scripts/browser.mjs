// Finds the Chromium that the browser tests run in, or gets one: `node scripts/browser.mjs`.
// Order: $E2E_BROWSER, Playwright's own build, a Chromium or Chrome already on the machine, `playwright install chromium`, and last
// (root on Debian or Ubuntu only) `apt-get install`.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const system = {
  linux: [
    '/usr/bin/chromium-headless-shell', // without the windows of a whole browser: a fifth less CPU
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [
    `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
  ],
};

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @returns {{ path: string | undefined, source: string } | undefined} path undefined: Playwright's own build */
export function findBrowser() {
  const forced = process.env.E2E_BROWSER;
  if (forced) return runnable(forced) ? { path: forced, source: 'E2E_BROWSER' } : undefined;
  if (runnable(chromium.executablePath())) return { path: undefined, source: 'playwright' };
  const path = (system[process.platform] ?? []).find(runnable);
  return path ? { path, source: 'system' } : undefined;
}

/** Flags that stop a browser's own talk with the outside. */
export function launchArgs() {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--no-default-browser-check',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--no-pings',
  ];
}

/** Finds a browser, or installs one. */
export function ensureBrowser() {
  const run = (command, args, env = process.env) =>
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env, shell: process.platform === 'win32' }).status === 0;
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium found: trying `playwright install chromium`.');
  run('npx', ['playwright', 'install', 'chromium']);
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0 && runnable('/usr/bin/apt-get')) {
    console.log('No download possible: trying `apt-get install chromium-headless-shell`.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    const install = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], env);
    if (!install('chromium-headless-shell')) install('chromium');
  }
  return findBrowser();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = ensureBrowser();
  if (!found) {
    console.error(
      'No Chromium for the browser tests. Install one (npx playwright install --with-deps chromium) or set E2E_BROWSER=/path/to/chromium.',
    );
    process.exit(1);
  }
  console.log(`Browser: ${found.path ?? chromium.executablePath()} (${found.source})`);
}
