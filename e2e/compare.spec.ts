import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import { addAuthentications, apps } from './support/sign-in.ts';

test('two answers are laid side by side for one call each, and another one is chosen in place', async ({ page, product }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  await page.goto('/compare?a=app-22119&b=user-1&method=GET&path=%2Fapp%2F22119');
  await page.getByRole('button', { name: 'Send both' }).click();
  const table = page.getByRole('table', { name: 'Differences' });
  await expect(table.getByRole('columnheader')).toHaveText(['Path', 'Bugs', 'Ada Lovelace']);
  const fromThePage = (await product.podioRequests('GET', '/app/22119')).filter(({ headers }) => headers['user-agent']);
  expect(fromThePage, 'one call each; signing in had one of its own').toHaveLength(2);

  await page.getByRole('combobox', { name: 'Second authentication' }).click();
  await page.getByRole('option', { name: /Bugs.*app 22119/ }).click();
  await expect(page).toHaveURL(/a=app-22119&b=app-22119/);
  await page.getByRole('button', { name: 'Send both' }).click();
  await expect(page.getByText('The answers are the same.').first()).toBeVisible();
});

test('the shortcut sends and compares, each side fails alone, and writes are not sent', async ({ page, product, trouble }) => {
  trouble.declare(/status of 403.*\/app\/22119$/);
  await page.setViewportSize({ width: 390, height: 800 });
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
  await explorer(page).path.focus();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Statuses differ: 200 and 403.' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Answer of Leads' })).toContainText('Leads is not allowed to do this.');
  await expect(page.getByRole('region', { name: 'Answer of Bugs' })).toContainText('200 OK');
  await page.getByRole('tab', { name: 'Bugs' }).click();
  await expect(page.getByRole('region', { name: 'Full answer of Bugs' })).toContainText('22119');
  await expectNoAxeViolations(page);

  await page.goBack();
  await writeCall(page, { method: 'DELETE', path: '/item/1' });
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText('Compare works for calls that only read.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await product.podioRequests('DELETE', '/item/1')).toEqual([]);
});
