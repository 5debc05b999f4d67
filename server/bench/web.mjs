// `npm run bench:web`: what a browser loads, how Lighthouse judges it, and how quick a switch is. Needs Chromium, which scripts/browser.mjs finds.
import { existsSync } from 'node:fs';
import { prepare } from './install.mjs';

prepare({ tools: true });
const { chromium } = await import('@playwright/test');
const { ensureBrowser } = await import('../../scripts/browser.mjs');
const { sizes } = await import('../../scripts/size.mjs');
const { measureWithLighthouse } = await import('./browser/lighthouse.mjs');
const { measureSwitching } = await import('./browser/switching.mjs');
const { startInSandboxMode, signIn } = await import('./keyring-process.mjs');
const { writeReport } = await import('./report.mjs');

const found = ensureBrowser();
if (!found) throw new Error('No Chromium here: set E2E_BROWSER to one.');
const headlessShell = found.path ?? chromium.executablePath();
const whole = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? headlessShell; // Lighthouse wants all of it

const keyring = await startInSandboxMode();
const rows = (await sizes()).map(({ what, bytes, atMost }) => ({
  group: 'Sizes as they travel',
  label: what,
  unit: 'KB',
  median: bytes / 1024,
  goal: { atMost: atMost / 1024 },
}));
rows.push(...(await measureSwitching(headlessShell, keyring)));
const session = await signIn(keyring, 1, 22_119);
rows.push(...(await measureWithLighthouse(whole, keyring, session.headers.cookie)));
await keyring.stop();
writeReport('web', 'What a browser gets', rows);
