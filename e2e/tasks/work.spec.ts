import { devices } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { explorer, openExplorer } from '../support/explorer.ts';
import { addAuthentications, apps, appToken } from '../support/sign-in.ts';
import { task } from './task.ts';

task('T6 why an app does not see what a person sees', 5, async ({ person, page, begin }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
  begin();
  await person.press(page.getByRole('button', { name: 'Compare with another authentication' }));
  await expect(page).toHaveURL(/\/compare\?a=app-22119&b=user-1&method=GET&path=%2Fapp%2F22119/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await person.press(page.getByRole('button', { name: 'Send both' }));
  await expect(page.getByRole('status').filter({ hasText: /^\d+ differences?$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Differences' }).getByRole('rowheader', { name: '/rights' })).toBeVisible();
});

task('T7 a link to an item, opened by a colleague who has not that app', 4, async ({ person, page, browser, product, begin }) => {
  await addAuthentications(page, [apps.bugs]);
  const { item_id: id } = await (await page.request.get('/keyring/app-22119/api/app/22119/item/1204')).json();
  const title = page.getByRole('heading', { level: 1 });
  await page.goto(`/as/app-22119/apps/22119/items/${id}`);
  await expect(title).not.toHaveText('Bugs');
  const link = page.url();
  expect(link).toBe(`${product.url}/as/app-22119/apps/22119/items/${id}`);

  const touch = !person.byKeyboard && (page.viewportSize()?.width ?? 0) < 640;
  const theirs = await browser.newContext(touch ? { ...devices['Pixel 7'], viewport: page.viewportSize() } : {});
  try {
    const colleague = await theirs.newPage();
    await colleague.goto(link);
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('This link needs app 22119');
    const they = person.at(colleague);
    begin();
    await they.press(colleague.getByRole('link', { name: 'Add app 22119' }));
    await they.fill(colleague.getByLabel('App token', { exact: true }), appToken(apps.bugs));
    await they.press(colleague.getByRole('button', { name: 'Sign in as app' }));
    await expect(colleague).toHaveURL(link);
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText(await title.innerText());
    person.actions = they.actions;
    person.tabs = they.tabs;
  } finally {
    await theirs.close();
  }
});

task('T10 an item is deleted, and not by accident', 5, async ({ person, page, product, begin }) => {
  await addAuthentications(page, [apps.bugs]);
  const { item_id: id } = await (await page.request.get('/keyring/app-22119/api/app/22119/item/1203')).json();
  await openExplorer(page, 'app-22119');
  const { method, path, send, result } = explorer(page);
  begin();
  await person.choose(method, 'DELETE');
  await person.fill(path, `/item/${id}`);
  await page.keyboard.press('Escape'); // the list of known operations
  await person.press(send);
  const question = page.getByRole('alertdialog', { name: 'Send DELETE as Bugs?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  expect(await product.podioRequests('DELETE', `/item/${id}`)).toEqual([]);
  await person.press(send);
  await person.press(question.getByRole('button', { name: 'Send DELETE' }));
  await expect(result).toHaveText(/^20[04] /);
  expect(await product.podioRequests('DELETE', `/item/${id}`)).toHaveLength(1);
});
