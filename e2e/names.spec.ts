import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';
import { itemsOf } from './tasks/task.ts';

/** Roles, names and states in their order; how many calls are left is another matter. */
const namesIn = async (part: Locator) => `${(await part.ariaSnapshot()).replace(/\d+( of 1,000 calls)? left/g, 'N$1 left')}\n`;

// What a screen reader is told of the frame and of the switcher, in files: a change shows in the diff, and is made by
// `npx playwright test e2e/names.spec.ts -u`.
test('the frame and the switcher have the names and roles that they had', async ({ page }) => {
  await addAuthentications(page, ['ada', 'grace', 22120, 22121, 22122, 22123, 22124, apps.leads, apps.bugs]);
  await page.goto('/as/app-22118');
  await expect(itemsOf(page, 'Leads')).toBeVisible();
  await page.goto('/as/app-22119');
  await expect(itemsOf(page, 'Bugs')).toBeVisible();
  await actingAs(page).click();
  const popup = page.getByRole('dialog', { name: 'Switch authentication' });
  await expect(popup.getByRole('option').first()).toBeVisible();
  expect(await namesIn(popup)).toMatchSnapshot('switcher.yml');
  await popup.getByRole('combobox').fill('token app lea');
  await expect(popup.getByRole('option')).toHaveCount(1);
  expect(await namesIn(popup)).toMatchSnapshot('switcher-found.yml');
  await page.keyboard.press('Escape');
  await expect(popup).toBeHidden();
  await expect(page.getByRole('button', { name: 'Sandbox controls' })).toBeVisible();
  expect(await namesIn(page.getByRole('banner'))).toMatchSnapshot('header.yml');
  expect(await namesIn(page.getByRole('contentinfo'))).toMatchSnapshot('footer.yml');

  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole('banner').getByRole('navigation')).toHaveCount(0);
  expect(await namesIn(page.getByRole('banner'))).toMatchSnapshot('header-narrow.yml');
  expect(await namesIn(page.getByRole('navigation', { name: 'Main' }))).toMatchSnapshot('bar-narrow.yml');
  expect(await namesIn(page.getByRole('contentinfo'))).toMatchSnapshot('footer-narrow.yml');
});
