import { launch } from 'puppeteer-core';
import { summary } from '../statistics.mjs';

const firstApp = 22_120;
const group = 'Switching, 60 authentications held';

/** Fills a browser's keyring, from a page of the keyring. */
async function fill(page, count) {
  const refused = await page.evaluate(
    async (first, many) => {
      const appIds = [22_119, 22_117, ...Array.from({ length: many - 2 }, (_, index) => first + index)];
      for (const appId of appIds) {
        const body = JSON.stringify({ appId, appToken: `sandbox-app-token-${appId}` });
        const answer = await fetch('/auth/app', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        if (!answer.ok) return answer.status;
      }
      return undefined;
    },
    firstApp,
    count,
  );
  if (refused) throw new Error(`a sign-in was answered ${refused}`);
}

const find = '[role="dialog"] input[role="combobox"]';
const list = '[role="dialog"] [role="listbox"]';

async function openSwitcher(page) {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await page.waitForFunction((field, rows) => document.activeElement?.matches(field) && document.querySelector(rows), {}, find, list);
}

/** From the key that chooses to the frame in which the other one's items stand (milliseconds). */
async function switchTo(page, appName) {
  await openSwitcher(page);
  await page.keyboard.sendCharacter(appName);
  await page.waitForFunction(
    (rows, name) => {
      const options = [...document.querySelectorAll(`${rows} [role="option"]`)];
      return options.length > 0 && options.every(({ textContent }) => textContent.includes(name));
    },
    {},
    list,
    appName,
  );
  await page.evaluate((name) => {
    globalThis.painted = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${name} did not come: ${document.title}`)), 10_000);
      const look = (since) => {
        if (!document.title.includes(name) || !document.querySelector('main table')) requestAnimationFrame(() => look(since));
        else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
      };
      addEventListener('keydown', ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
    });
  }, appName);
  await page.keyboard.press('Enter');
  const ms = await page.evaluate(() => globalThis.painted);
  await page.waitForFunction((field) => !document.querySelector(field), {}, find);
  return ms;
}

/** The longest task of the page while this was done (milliseconds); 0 where none took 50. */
async function longestTask(page, work) {
  await page.evaluate(() => {
    globalThis.longest = 0;
    globalThis.watching = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    });
    globalThis.watching.observe({ type: 'longtask' });
  });
  const result = await work();
  const longest = await page.evaluate(() => {
    globalThis.watching.disconnect();
    return globalThis.longest;
  });
  return { result, longest };
}

/**
 * How long a switch takes, and whether anything keeps the page from answering. Nothing inspects the network meanwhile: to hand an answer of four
 * megabytes to an inspector is a task of a tenth of a second, which no reader of the page has.
 */
export async function measureSwitching(executablePath, keyring) {
  const browser = await launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    networkEnabled: false,
    defaultViewport: { width: 1280, height: 800 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`http://${keyring.host}/sign-in`);
  await fill(page, 60);
  await page.goto(`http://${keyring.host}/as/app-22119`);
  await page.waitForSelector('main table');
  const targets = ['Projects', 'Bugs'];
  for (const name of [...targets, ...targets, ...targets]) await switchTo(page, name); // warms up
  const times = [];
  const switching = await longestTask(page, async () => {
    for (let n = 0; n < 20; n++) times.push(await switchTo(page, targets[n % 2]));
  });
  const opening = await longestTask(page, async () => {
    for (let n = 0; n < 5; n++) {
      await openSwitcher(page);
      await page.keyboard.press('Escape');
      await page.waitForFunction((field) => !document.querySelector(field), {}, find);
    }
  });
  const many = await longestTask(page, async () => {
    await page.select('main select', '500');
    await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length === 500);
  });
  await browser.close();
  const task = (label, longest) => ({ group, label: `longest task while ${label}`, unit: 'ms', median: longest, goal: { atMost: 50 } });
  return [
    { group, label: 'from the key to the other one’s items on screen, warm', unit: 'ms', ...summary(times), goal: { atMost: 50 } },
    task('switching', switching.longest),
    task('opening the switcher', opening.longest),
    task('showing 500 items', many.longest),
  ];
}
