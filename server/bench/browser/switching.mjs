import { launch } from 'puppeteer-core';
import { summary } from '../statistics.mjs';
import { longestProcessorTime } from './task-time.mjs';

const firstApp = 22_120;
const targets = ['Projects', 'Bugs'];
/** What disturbs the machine for a moment is no fault of the page: the median of so many rounds counts. */
const rounds = 5;
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
  await work();
  return page.evaluate(() => {
    globalThis.watching.disconnect();
    return globalThis.longest;
  });
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
  const times = [];
  const processor = [];
  const switchToAndFro = async () => {
    for (let n = 0; n < 20; n++) times.push(await switchTo(page, targets[n % 2]));
  };
  const longest = { switching: [], 'opening the switcher': [], 'showing 500 items': [] };
  for (let round = 0; round < rounds; round++) {
    await page.goto(`http://${keyring.host}/as/app-22119`);
    await page.waitForSelector('main table');
    for (const name of [...targets, ...targets, ...targets]) await switchTo(page, name); // warms up
    const during = async (what, work) => longest[what].push(await longestTask(page, work));
    await during('switching', switchToAndFro);
    await during('opening the switcher', async () => {
      for (let n = 0; n < 5; n++) {
        await openSwitcher(page);
        await page.keyboard.press('Escape');
        await page.waitForFunction((field) => !document.querySelector(field), {}, find);
      }
    });
    await during('showing 500 items', async () => {
      await page.select('main select', '500');
      await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length === 500);
    });
    await page.select('main select', '30');
    await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length === 30);
    const counted = times.length;
    processor.push(await longestProcessorTime(page, switchToAndFro));
    times.length = counted; // to be traced costs time
  }
  await browser.close();
  const row = (label, values, goal) => ({ group, label, unit: 'ms', ...summary(values), ...(goal && { goal }) });
  return [
    row('from the key to the other one’s items on screen, warm', times, { atMost: 50 }),
    ...Object.entries(longest).map(([what, each]) => row(`longest task of a round while ${what}`, each, { atMost: 50 })),
    row('most processor time of a task of a round while switching', processor),
  ];
}
