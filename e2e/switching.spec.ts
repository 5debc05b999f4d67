import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';

const option = (page: Page, name: RegExp) => page.getByRole('option', { name });

test('a person and two apps are each shown with their own data, and Back goes back to who acted before', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await actingAs(page).click();
  await option(page, /Ada Lovelace.*user 1/).click();
  await expect(page).toHaveURL('/as/user-1');
  await expect(page.getByRole('heading', { level: 3, name: 'CRM' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/as/app-22119');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await page.reload();
  await expect(actingAs(page)).toContainText('Bugs');
});

test('switching asks our server and Podio for nothing but the other one’s data', async ({ page }) => {
  await addAuthentications(page, [apps.leads, apps.bugs]);
  // What a page asks for when it has settled is asked once, whether or not anybody switches.
  const settled = [/\/auth\/config$/, /\/assets\/ConfirmDialog-/].map((address) => page.waitForResponse(address));
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await actingAs(page).click();
  await Promise.all(settled);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await option(page, /Leads.*app 22118/).click();
  await expect(page.getByRole('table', { name: /^Items of Leads/ })).toBeVisible();
  expect(requests.filter((request) => !/ \/keyring\/app-22118\/api\//.test(request))).toEqual([]);
});

test('Escape, and Enter where nothing matches, change nothing', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await actingAs(page).focus();
  await page.keyboard.press('Enter');
  const popup = page.getByRole('dialog', { name: 'Switch authentication' });
  await page.getByRole('combobox', { name: 'Find an authentication' }).fill('nobody is called this');
  await expect(popup.getByText('No authentication matches. Check the spelling or add it.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(popup).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(popup).toBeHidden();
  await expect(actingAs(page)).toBeFocused();
  await expect(page).toHaveURL('/as/app-22119');
});

test('the list fades in for a pointer, and is there at once for a key', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  const popup = page.getByRole('dialog', { name: 'Switch authentication' });
  await page.evaluate(() => {
    document.addEventListener('transitionrun', ({ target }) => {
      if ((target as Element).matches('[role="dialog"]')) document.body.dataset.faded = `${Number(document.body.dataset.faded ?? 0) + 1}`;
    });
  });
  const faded = () => page.evaluate(() => Number(document.body.dataset.faded ?? 0));
  await page.keyboard.press('ControlOrMeta+k');
  await expect(popup).toHaveCSS('opacity', '1');
  await page.keyboard.press('Escape');
  await expect(popup).toBeHidden();
  expect(await faded()).toBe(0);
  await actingAs(page).click();
  await expect(popup).toHaveCSS('opacity', '1');
  expect(await faded()).toBe(1);
  await page.keyboard.press('Escape');
  await expect(popup).toBeHidden();
  expect(await faded()).toBe(2);
});

test('a row opens in a new tab as links do, and this tab stays who it is', async ({ page, context }) => {
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await actingAs(page).click();
  const opened = context.waitForEvent('page');
  await option(page, /Leads.*app 22118/).click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Leads');
  await expect(page).toHaveURL('/as/app-22119');
  await expect(page.getByRole('dialog', { name: 'Switch authentication' })).toBeVisible();
});

test('the list does not stay open while the screen of the other one has yet to arrive', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/assets\/UserHome-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await actingAs(page).click();
  const find = page.getByRole('combobox', { name: 'Find an authentication' });
  await find.fill('Ada');
  await expect(page.getByRole('listbox', { name: 'Authentications' }).getByRole('option')).toHaveCount(1);
  await find.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  letGo();
  await expect(page.getByRole('heading', { level: 3, name: 'CRM' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
