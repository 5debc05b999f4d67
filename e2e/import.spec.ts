import { expect, test } from './fixtures.ts';
import { expectImported, fillerLines, heldIds, holdBack, importScreen, startImport } from './support/keyring.ts';
import { Person } from './support/person.ts';
import { addAuthentications, apps, appToken } from './support/sign-in.ts';

const rejectedByPodio = /status of 401.*\/auth\/app/;

test('forty apps are added from the list of authentications, one after another, and pasting them again renews', async ({
  page,
  product,
}) => {
  test.slow();
  await addAuthentications(page, ['ada']);
  await page.goto('/authentications');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const { field, check, table, submit, progress } = importScreen(page);
  await expect(field).toBeFocused();
  await field.fill(fillerLines(40));
  await check.click();
  await expect(page.getByRole('heading', { name: '40 apps found' })).toBeFocused();
  await expect(table.getByRole('row')).toHaveCount(41);
  await expect(table.getByRole('row').nth(1)).toHaveText(/22120…2120add/);
  await expect(field).toHaveCount(0);
  await submit.click();
  await expect(progress).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of 40$/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('sandbox-app-token');
  await expectImported(page, '40 signed in.');
  expect(await heldIds(page)).toEqual(['user-1', ...Array.from({ length: 40 }, (_, index) => `app-${22120 + index}`)]);
  expect((await product.counts()).token.app).toBe(40);

  await field.fill(fillerLines(3));
  await check.click();
  await expect(table.getByRole('cell', { name: 'renew' })).toHaveCount(3);
  await submit.click();
  await expectImported(page, '3 signed in.');
  await expect(page.getByRole('cell', { name: 'renewed' })).toHaveCount(3);
  expect(await heldIds(page)).toHaveLength(41);
});

test('a spreadsheet, its labels and a line of another kind are understood; a rejected app is fixed on its own', async ({
  page,
  trouble,
}) => {
  trouble.declare(rejectedByPodio);
  await page.goto('/sign-in/import');
  const { field, check, table, submit, rejected } = importScreen(page);
  const csv = [
    'App ID;App token;Label',
    `22119;${appToken(apps.bugs)};"Bugs; staging"`,
    '22118;not-its-token;',
    'CRM_APP_ID=22117',
    `export CRM_APP_TOKEN="${appToken(apps.projects)}"`,
    'no app at all',
  ].join('\r\n');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name: 'apps.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${csv}`) });
  await expect(field).toHaveValue(/Bugs; staging/);
  await check.click();
  await expect(page.getByRole('heading', { name: '3 apps found, 1 line not understood' })).toBeVisible();
  await expect(table.getByRole('row', { name: /^6/ })).toContainText('Line 6: no app ID found');
  await submit.click();
  await expectImported(page, '2 signed in, 1 rejected.');
  await expect(page.getByRole('link', { name: 'Bugs; staging' })).toHaveAttribute('href', '/as/app-22119');
  await expect(rejected.getByRole('row', { name: /22118/ })).toContainText('Podio did not accept this app ID and token.');

  await rejected.getByRole('button', { name: 'Fix' }).click();
  await expect(field).toHaveValue('22118,not-its-token');
  await expect(field).toBeFocused();
  await expect(rejected).toHaveCount(0);
  await startImport(page, `22118,${appToken(apps.leads)}`);
  await expectImported(page, '1 signed in.');
  expect(await heldIds(page)).toEqual(['app-22119', 'app-22117', 'app-22118']);
});

test('when the server is gone the import pauses and goes on; it can be stopped and taken up again', async ({ page, trouble }) => {
  trouble.declare(/net::ERR_FAILED.*\/auth\/app/);
  await page.goto('/sign-in/import');
  let reached = 0;
  await page.route('**/auth/app', async (route) => {
    reached += 1;
    if (reached === 3 || reached === 6) await route.abort();
    else await route.continue();
  });
  await startImport(page, fillerLines(6));
  const pause = page.getByRole('alert').filter({ hasText: 'The keyring server does not answer. Nothing is lost.' });
  await expect(pause).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '2 of 6' })).toBeVisible();
  await pause.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('status').filter({ hasText: '4 of 6' })).toBeVisible();
  await expect(pause).toBeVisible();
  await importScreen(page).stop.click();
  await expectImported(page, '4 signed in, 2 not tried.');
  await page.getByRole('button', { name: 'Go on with 2 apps' }).click();
  await expectImported(page, '2 signed in.');
  expect(await heldIds(page)).toEqual(Array.from({ length: 6 }, (_, index) => `app-${22120 + index}`));
});

test('after ten refused apps it waits for as long as the server says, and can be stopped', async ({ page, product, trouble }) => {
  trouble.declare(rejectedByPodio, /status of 429.*\/auth\/app/);
  try {
    await page.goto('/sign-in/import');
    // The server's minute may have begun with a refusal of another story, and end amid these: ten fall into one of the two all the same.
    await startImport(page, fillerLines(20).replaceAll('sandbox-app-token', 'wrong'));
    await expect(page.getByText(/^Too many apps were rejected within a minute\. Going on in \d+ seconds?\.$/)).toBeVisible();
    await importScreen(page).stop.click();
    await expect(page.getByRole('heading', { name: /^0 signed in, \d+ rejected, \d+ not tried\.$/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Go on with \d+ apps$/ })).toBeVisible();
  } finally {
    // The counts are the server's: the other stories shall not wait a minute.
    await product.stop();
    await product.start();
  }
});

test('an import goes on while another page of the app is looked at', async ({ page }) => {
  await page.goto('/sign-in/import');
  const { letGo } = await holdBack(page, 22122);
  await startImport(page, fillerLines(4));
  await expect(page.getByRole('status').filter({ hasText: '2 of 4' })).toBeVisible();
  await page.getByRole('link', { name: 'Other ways to sign in' }).click();
  await page.getByRole('link', { name: 'See all' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  letGo();
  await expect(page.getByRole('rowheader')).toHaveCount(4);
  await expect(page.getByRole('status').filter({ hasText: '4 signed in.' })).toHaveCount(1);
});

test('apps pasted into the form for one app are carried over to the import, and not in the address', async ({ page }) => {
  await page.goto('/sign-in/app');
  const id = page.getByRole('textbox', { name: 'App ID' });
  await new Person(page).paste(id, fillerLines(12));
  await expect(id).toHaveValue('');
  await page.getByRole('button', { name: 'Import these 12 apps' }).click();
  await expect(page).toHaveURL('/sign-in/import');
  await expect(importScreen(page).field).toHaveValue(fillerLines(12));
});
