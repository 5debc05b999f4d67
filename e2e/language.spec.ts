import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addAuthentications, apps } from './support/sign-in.ts';

/** The dictionaries that the page has fetched beside the app. */
const fetched = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').flatMap(({ name }) => /\/(en|da)-[^/]+\.js$/.exec(name)?.[1] ?? []));
const lang = (page: Page) => page.locator('html').getAttribute('lang');

test.describe('somebody whose browser prefers Danish', () => {
  test.use({ locale: 'da-DK' });

  test('reads Danish, changes to English and back, and is remembered', async ({ page }) => {
    await addAuthentications(page, [apps.bugs]);
    await page.goto('/as/app-22119');
    await expect(page.getByRole('table', { name: 'Elementer i Bugs, side 1 af 41' })).toBeVisible();
    await expect(page).toHaveTitle('Bugs · Elementer – Podio Keyring');
    expect(await lang(page)).toBe('da');
    await expect(page.getByText(/^Elementer 1–30 af 1\.204$/)).toBeVisible();
    expect(new Set(await fetched(page))).toEqual(new Set(['da']));

    await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 41' })).toBeVisible();
    await expect(page).toHaveTitle('Bugs · Items – Podio Keyring');
    await expect(page.getByText(/^Items 1–30 of 1,204$/)).toBeVisible();
    await expect(page.getByRole('status')).toHaveText('The page is in English now.');
    await expect(page.getByRole('button', { name: 'Dansk' })).toBeFocused();
    expect(await lang(page)).toBe('en');

    await page.goto('/authentications');
    await page.getByRole('button', { name: 'Sign out of everything' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out of all 1' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to Podio');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Continue with Podio' }), 'the language outlives the sign-out').toBeVisible();
    expect(await fetched(page), 'English comes with the app').toEqual([]);
    await page.getByRole('banner').getByRole('button', { name: 'Dansk' }).click();
    await expect(page.getByRole('button', { name: 'Fortsæt med Podio' })).toBeVisible();
  });
});

test('who cannot fetch the other language is told so, and goes on in this one', async ({ page, trouble }) => {
  trouble.declare(/ERR_FAILED.*\/assets\/da-/);
  await page.route('**/assets/da-*.js', (route) => route.abort());
  await page.goto('/sign-in/app');
  await page.getByRole('textbox', { name: 'App ID' }).fill('22119');
  await page.getByRole('button', { name: 'Dansk' }).click();
  await expect(page.getByText('The language could not be loaded. Try again.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'App ID' })).toHaveValue('22119');
  await page.unroute('**/assets/da-*.js');
  await page.getByRole('button', { name: 'Dansk' }).click();
  await expect(page.getByRole('textbox', { name: 'App-id' })).toHaveValue('22119');
});

test('a language that the app does not speak is answered in English', async ({ browser, product }) => {
  const context = await browser.newContext({ locale: 'fi-FI', baseURL: product.url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Continue with Podio' })).toBeVisible();
  expect(await lang(page)).toBe('en');
  await context.close();
});
