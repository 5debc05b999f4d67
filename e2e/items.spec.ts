import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addAuthentications, apps, signInAsApp } from './support/sign-in.ts';

/** Titles as Podio gives them for this page and order, asked for beside the screen. */
async function titlesAtPodio(
  page: Page,
  filter: { limit: number; offset: number; sort_by?: string; sort_desc?: boolean },
): Promise<string[]> {
  const answer = await page.request.post('/keyring/app-22119/api/item/app/22119/filter/', { data: filter });
  const { items } = (await answer.json()) as { items: { title: string }[] };
  return items.map(({ title }) => title);
}

/** The titles on the screen, as far as they are shown. */
const titlesShown = (page: Page) => page.getByRole('rowheader').getByRole('link').allInnerTexts();

/** Waits for these titles, which may be shortened on the screen. */
async function expectTitles(page: Page, titles: string[]): Promise<void> {
  const whole = (title: string, index: number) =>
    titles[index]?.startsWith(title.split(/…|\s*#\d+$/)[0] as string) ? titles[index] : title;
  await expect.poll(async () => (await titlesShown(page)).map(whole)).toEqual(titles);
}

test('pages are in the address: reload and Back keep them', async ({ page }) => {
  await signInAsApp(page, apps.bugs);
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 41' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Items 1–30 of 1,204')).toBeVisible();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/[?&]page=2/);
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 2 of 41' })).toBeVisible();
  await expectTitles(page, await titlesAtPodio(page, { limit: 30, offset: 30 }));

  await page.reload();
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 2 of 41' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 41' })).toBeVisible();
  await expectTitles(page, await titlesAtPodio(page, { limit: 30, offset: 0 }));
  await page.goForward();
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 2 of 41' })).toBeVisible();
});

test('on the first page Previous page says why it does nothing', async ({ page }) => {
  await signInAsApp(page, apps.bugs);
  const previous = page.getByRole('button', { name: 'Previous page' });
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await expect(previous).toHaveAccessibleDescription('You are on the first page');
  await previous.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 41' })).toBeVisible();
});

test('rows that are fetched again stay as they are for a moment, and pale when it takes longer', async ({ page }) => {
  await signInAsApp(page, apps.bugs);
  const table = page.getByRole('table', { name: /^Items of Bugs/ });
  await expect(table).toHaveCSS('opacity', '1');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/item\/app\/22119\/filter\//, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(table).toHaveCSS('opacity', '0.6');
  expect(await table.evaluate((element) => element.getAnimations().map(({ effect }) => effect?.getTiming().delay))).toEqual([300]);
  letGo();
  await expect(table).toHaveCSS('opacity', '1');
});

test('rows per page are in the address', async ({ page }) => {
  await signInAsApp(page, apps.bugs);
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('100');
  await expect(page).toHaveURL(/[?&]rows=100/);
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 13' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Items 1–100 of 1,204')).toBeVisible();
});

test('the order is in the address, said once, marked on one head, and is Podio’s own', async ({ page }) => {
  await signInAsApp(page, apps.bugs);
  const due = page.getByRole('columnheader', { name: 'Due' });
  await due.getByRole('button').click();
  await expect(page).toHaveURL(/[?&]sort=-?due/);
  await expect(page.getByRole('status').filter({ hasText: /^Sorted by Due/ })).toHaveCount(1);
  await expect(due).toHaveAttribute('aria-sort', /ascending|descending/);
  const marks = await page.getByRole('columnheader').evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-sort')));
  expect(marks.filter((mark) => mark !== null && mark !== 'none')).toHaveLength(1);
  const first = await due.getAttribute('aria-sort');
  await expectTitles(page, await titlesAtPodio(page, { limit: 30, offset: 0, sort_by: 'due', sort_desc: first === 'descending' }));

  await due.getByRole('button').click();
  const second = first === 'descending' ? 'ascending' : 'descending';
  await expect(due).toHaveAttribute('aria-sort', second);
  await expectTitles(page, await titlesAtPodio(page, { limit: 30, offset: 0, sort_by: 'due', sort_desc: second === 'descending' }));
  await page.reload();
  await expect(due).toHaveAttribute('aria-sort', second);
  await page.goBack();
  await expect(due).toHaveAttribute('aria-sort', first as string);
});

test('an app without items says so, and where they come from', async ({ page }) => {
  await signInAsApp(page, apps.contacts);
  await expect(page.getByRole('heading', { level: 2, name: 'No items yet' })).toBeVisible();
  await expect(page.getByText('Items that people or scripts add to Contacts appear here.')).toBeVisible();
  await page.getByRole('link', { name: 'Add one in the explorer' }).click();
  await expect(page).toHaveURL(/\/as\/app-22190\/explorer/);
  await expect(page.getByRole('button', { name: 'Send POST as Contacts' })).toBeVisible();
});

test('a person goes from their spaces to an app and its items, still as themselves', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.bugs]);
  await page.goto('/as/user-1');
  await expect(page.getByRole('heading', { level: 2, name: 'Acme' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Act as Bugs (app 22119)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Act as Leads (app 22118)' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find an app' }).fill('lead');
  await expect(page.getByRole('link', { name: 'Bugs', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Leads', exact: true }).click();
  await expect(page).toHaveURL('/as/user-1/apps/22118/items');
  await expect(page.getByRole('table', { name: /^Items of Leads/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leads');
  await expect(page.getByRole('combobox', { name: 'Acting as' })).toContainText('Ada Lovelace');
});

test('the call behind the table is shown without a token, and opens in the explorer', async ({ page }) => {
  await signInAsApp(page, apps.bugs);
  await page.getByRole('button', { name: 'Show API call' }).click();
  const call = page.getByRole('region', { name: 'API call' });
  await expect(call).toContainText('POST');
  await expect(call).toContainText('/item/app/22119/filter/');
  await expect(call).toContainText(/calls left/);
  await call.getByRole('link', { name: 'Open in explorer' }).click();
  await expect(page.getByRole('button', { name: 'Send POST as Bugs' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Path' })).toHaveValue('/item/app/22119/filter/');
});

test('on a telephone the items are a list', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAsApp(page, apps.bugs);
  const list = page.getByRole('list', { name: 'Items of Bugs' });
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('main').getByText('31–60 of 1,204')).toBeVisible();
});

test('five hundred items come in steps, in order and without moving a column, and the list is busy until the last is there', async ({
  page,
}) => {
  await addAuthentications(page, [apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  const region = page.getByRole('region', { name: 'Items of Bugs' });
  await region.evaluate((element) => {
    const seen = { most: 0, idleBefore: false, columns: [] as string[] };
    Object.assign(globalThis, { seen });
    let before = element.querySelectorAll('tbody tr').length;
    new MutationObserver(() => {
      const now = element.querySelectorAll('tbody tr').length;
      seen.most = Math.max(seen.most, now - before);
      if (now > 30 && now < 500 && element.getAttribute('aria-busy') !== 'true') seen.idleBefore = true;
      const columns = [...element.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect().width.toFixed(1)).join(' ');
      if (now > 50 && !seen.columns.includes(columns)) seen.columns.push(columns);
      before = now;
    }).observe(element, { subtree: true, childList: true });
  });
  const rows = page.getByRole('main').getByRole('combobox', { name: /rows/i });
  await rows.focus();
  await rows.selectOption('500');
  await expect(region.getByRole('row')).toHaveCount(501);
  await expect(region).not.toHaveAttribute('aria-busy');
  await expect(rows).toBeFocused();
  const { most, idleBefore, columns } = await page.evaluate(
    () => (globalThis as unknown as { seen: { most: number; idleBefore: boolean; columns: string[] } }).seen,
  );
  expect(columns).toHaveLength(1);
  expect(most).toBeLessThanOrEqual(50);
  expect(idleBefore).toBe(false);
  const numbers = await region
    .getByRole('rowheader')
    .evaluateAll((heads) => heads.map((head) => Number(/#(\d+)/.exec(head.textContent ?? '')?.[1])));
  expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
});
