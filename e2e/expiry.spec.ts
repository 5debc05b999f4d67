import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import type { Product } from './support/product.ts';
import { addAuthentications, apps, appToken, signInAsApp, signInWithPodio } from './support/sign-in.ts';

const expired = /status of 401.*\/keyring\/[^/]+\/api\//;
const bugs = { ref: { type: 'app', id: apps.bugs } };
const tokenRequests = (product: Product) => product.podioRequests('POST', /^\/oauth\/token/);
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name: `Sign in again as ${name}` });

test('an access token that ends during use is renewed once, and nobody notices', async ({ page, product }) => {
  await signInAsApp(page, apps.bugs);
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 41' })).toBeVisible();
  await product.control('POST', '/expire', bugs);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 2 of 41' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Sign-in needed' })).toHaveCount(0);
  expect((await product.counts()).token.refresh_token).toBe(1);
});

test('a page that makes several calls with an ended token, in two tabs, costs one renewal', async ({ page, context, product }) => {
  await signInAsApp(page, apps.bugs);
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/as/app-22119?page=3');
  await expect(other.getByRole('table', { name: 'Items of Bugs, page 3 of 41' })).toBeVisible();
  await product.control('POST', '/expire', {});
  await Promise.all([page.reload(), other.reload()]);
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 41' })).toBeVisible();
  await expect(other.getByRole('table', { name: 'Items of Bugs, page 3 of 41' })).toBeVisible();
  expect((await product.counts()).token.refresh_token).toBe(1);
});

test('a read that meets an ended authentication is repeated after signing in again in place', async ({ page, product, trouble }) => {
  trouble.declare(expired);
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
  await product.control('POST', '/revoke', bugs);
  const { send, result, response } = explorer(page);
  await send.click();
  const again = dialog(page, 'Bugs');
  await expect(again).toContainText('Podio ended this authentication. Your call and text are kept.');
  const token = again.getByLabel('App token', { exact: true });
  await expect(token).toBeFocused();
  await token.fill(appToken(apps.bugs));
  await again.getByRole('button', { name: 'Sign in and send again' }).click();
  await expect(again).toBeHidden();
  await expect(result).toHaveText(/^200 OK/);
  await expect(response).toContainText('"app_id": 22119');
  await expect(send).toBeFocused();
  expect((await product.podioRequests('GET', '/app/22119')).filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
});

test('a wrong token in that dialog keeps the dialog and the call, and Not now keeps the text', async ({ page, product, trouble }) => {
  trouble.declare(expired, /status of 401.*\/auth\/app/);
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119');
  const text = '{ "fields": { "title": "Kept" } }';
  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: text });
  await product.control('POST', '/revoke', bugs);
  await explorer(page).send.click();
  const again = dialog(page, 'Bugs');
  await again.getByLabel('App token', { exact: true }).fill('a guess');
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(again.getByText(/Podio did not accept this app/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(again).toBeHidden();
  await expect(explorer(page).body).toHaveValue(text);
});

test('a person signs in again with Podio in another tab, and the call goes on', async ({ page, context, product, trouble }) => {
  trouble.declare(expired);
  await signInWithPodio(page);
  await openExplorer(page, 'user-1', { method: 'GET', path: '/user/status' });
  await product.control('POST', '/revoke', {});
  await explorer(page).send.click();
  const again = dialog(page, 'Ada Lovelace');
  const opened = context.waitForEvent('page');
  await again.getByRole('button', { name: 'Continue with Podio' }).click();
  const tab = await opened;
  await tab.getByRole('button', { name: 'Allow' }).click();
  await expect(tab.getByText('You can close this tab.')).toBeVisible();
  await expect(again).toBeHidden();
  await expect(explorer(page).result).toHaveText(/^200 OK/);
});

test('what is found ended in the background is said in a banner, and interrupts nobody', async ({ page, product, trouble }) => {
  trouble.declare(expired);
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await product.control('POST', '/revoke', bugs);
  await page.goto('/as/app-22119');
  const banner = page.getByRole('region', { name: 'Sign-in needed' });
  await expect(banner).toContainText('Bugs needs to sign in again.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Sign in again');

  await page.getByRole('combobox', { name: 'Acting as' }).click();
  await expect(page.getByRole('option', { name: /Bugs.*Sign in again/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /Leads.*Active/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await banner.getByRole('button', { name: 'Sign in again' }).click();
  await dialog(page, 'Bugs').getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
  await dialog(page, 'Bugs')
    .getByRole('button', { name: /^Sign in/ })
    .click();
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test('an app whose renewal Podio refuses is asked for in place, and no other one suffers', async ({ page, product, trouble }) => {
  trouble.declare(expired);
  await addAuthentications(page, [apps.leads, apps.invoices]);
  await page.goto('/as/app-22191');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invoices');
  await product.control('POST', '/expire', {});
  await page.reload();
  await expect(page.getByRole('region', { name: 'Sign-in needed' })).toContainText('Invoices needs to sign in again.');
  await page.goto('/as/app-22118');
  await expect(page.getByRole('table', { name: /^Items of Leads/ })).toBeVisible();
  const refreshes = await tokenRequests(product);
  expect(refreshes.filter(({ status }) => status === 400).length).toBeGreaterThanOrEqual(1);
});
