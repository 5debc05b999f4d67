import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import { goToConsent } from './support/sign-in.ts';

/** What stands beside a term in a list of terms. */
function definitionOf(page: Page, term: string): Locator {
  return page.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd[1]');
}

test('what a person lets the keyring do is asked at Podio, and what was granted stands beside it', async ({ page, trouble }) => {
  trouble.declare(/status of 403.*\/api\/item\/app\/22119\/\?silent=1&hook=false$/);
  await page.goto('/sign-in');
  await page.getByText('Permissions', { exact: true }).click();
  await page.getByRole('radio', { name: /Read only/ }).check();
  await goToConsent(page);
  await expect(page.getByText('global:read')).toBeVisible();
  await page.getByRole('button', { name: 'Allow' }).click();

  await expect(page).toHaveURL('/as/user-1');
  await expect(definitionOf(page, 'You asked for')).toHaveText('global:read');
  await expect(definitionOf(page, 'Podio granted')).toHaveText('global:read');

  await openExplorer(page, 'user-1');
  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: '{ "fields": { "title": "Not allowed" } }' });
  await explorer(page).send.click();
  await expect(explorer(page).result).toHaveText(/^403 /);
});

test('where Podio grants less than was asked, both are told', async ({ page, trouble }) => {
  trouble.declare(/status of 403.*\/api\/org\/$/); // the scope names no organisation
  await page.goto('/sign-in');
  await page.getByText('Permissions', { exact: true }).click();
  await page.getByRole('radio', { name: 'Own choice' }).check();
  await page.getByRole('textbox', { name: 'Scope' }).fill('user:read space:all');
  await goToConsent(page);
  await expect(page.getByText('user:read space:all')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Workspace Finance' }).uncheck();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page).toHaveURL('/as/user-1');
  await expect(definitionOf(page, 'You asked for')).toHaveText('user:read space:all');
  await expect(definitionOf(page, 'Podio granted')).toHaveText(/^user:read( space_\d+:all)+$/);
});

test('a scope that is none is refused before Podio is asked', async ({ page, product }) => {
  await page.goto('/sign-in');
  await page.getByText('Permissions', { exact: true }).click();
  await page.getByRole('radio', { name: 'Own choice' }).check();
  const scope = page.getByRole('textbox', { name: 'Scope' });
  await scope.fill('everything please');
  await page.getByRole('button', { name: 'Continue with Podio' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(scope).toHaveAccessibleDescription(/Write permissions as type:permission, like user:read space:all/);
  await expect(page).toHaveURL('/sign-in');
  expect(await product.podioRequests('GET', '/oauth/authorize')).toEqual([]);
});
