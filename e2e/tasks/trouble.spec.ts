import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { explorer, openExplorer, writeCall } from '../support/explorer.ts';
import { actingAs, addAuthentications, apps, appToken } from '../support/sign-in.ts';
import { itemsOf, task } from './task.ts';

const month = { seconds: 28 * 24 * 3600 };

task('T8 finishing a write that met an ended authentication', 4, async ({ person, page, product, trouble, begin }) => {
  trouble.declare(/status of 401.*\/keyring\/[^/]+\/api\//);
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119');
  const text = '{\n  "fields": { "title": "Written before it ended" }\n}';
  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: text });
  await product.control('POST', '/advance', month);
  const { send, result, body } = explorer(page);
  const posted = async () => (await product.podioRequests('POST', '/item/app/22119/')).filter(({ status }) => status === 200);
  begin();
  await person.press(send);
  const dialog = page.getByRole('dialog', { name: 'Sign in again as Bugs' });
  const token = dialog.getByLabel('App token', { exact: true });
  await expect(token).toBeFocused();
  await person.fill(token, appToken(apps.bugs));
  await expect(dialog.getByRole('button', { name: 'Sign in and send again' })).toHaveCount(0);
  await person.press(dialog.getByRole('button', { name: 'Sign in', exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Signed in again. Your call was not repeated. Send it when you are ready.').first()).toBeVisible();
  await expect(body).toHaveValue(text);
  expect(await posted()).toEqual([]);
  await person.press(send);
  await expect(result).toHaveText(/^200 OK/);
  expect(await posted()).toHaveLength(1);
});

/** Clock times an hour from now, as the page writes them: the minute may have changed since it was written. */
const inAnHour = (page: Page) =>
  page.evaluate(() => [0, 1, 2].map((ago) => new Date(Date.now() + 3_600_000 - ago * 60_000).toTimeString().slice(0, 5)));

task('T9 when an app that has used its calls can go on', 6, async ({ person, page, trouble, product, begin }) => {
  trouble.declare(/status of 420/);
  await addAuthentications(page, [apps.bugs, apps.timesheets]);
  await page.goto('/as/app-22194');
  await expect(itemsOf(page, 'Timesheets')).toBeVisible();
  await product.control('PATCH', '/settings', { rateLimitPerHour: 0 });
  begin();
  await person.press(page.getByRole('button', { name: 'Refresh' }));
  await expect(page.getByRole('heading', { level: 2, name: 'Timesheets has used its calls for this hour' })).toBeVisible();
  const until = /at the latest at (\d\d:\d\d), one hour after this refusal/;
  await expect(page.getByRole('alert')).toContainText(until);
  const [, time] = until.exec(await page.getByRole('alert').innerText()) ?? [];
  expect(await inAnHour(page)).toContain(time);
  await expect(itemsOf(page, 'Timesheets'), 'what was there before').toBeVisible();

  await product.control('PATCH', '/settings', { rateLimitPerHour: 1000 });
  await person.press(page.getByRole('button', { name: 'Switch authentication' }));
  await expect(page.getByRole('option', { name: /Timesheets.*Rate limited/ })).toBeVisible();
  if (person.byKeyboard) {
    await expect(page.getByRole('combobox', { name: 'Find an authentication' })).toBeFocused();
    await person.type('bugs');
    await person.chord('Enter');
  } else {
    await person.press(page.getByRole('option', { name: /Bugs.*app 22119/ }));
  }
  await expect(actingAs(page)).toContainText('Bugs');
  await expect(itemsOf(page, 'Bugs')).toBeVisible();
});
