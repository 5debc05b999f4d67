import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import { addAuthentications, apps } from './support/sign-in.ts';

test('the calls of this tab are there to be looked through, taken along and made again', async ({ page, context, product, trouble }) => {
  trouble.declare(/status of 404.*\/api\/item\/1$/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await openExplorer(page, 'app-22119');
  const { send, result } = explorer(page);
  await page.getByRole('link', { name: 'Calls' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Bugs · Calls – Podio Keyring');
  await expect(page.getByText('Calls you or these pages make as Bugs appear here.')).toBeVisible();

  await page.getByRole('link', { name: 'API explorer' }).click();
  const body = '{ "limit": 2 }';
  await writeCall(page, { method: 'POST', path: '/item/app/22119/filter/', body });
  await send.click();
  await expect(result).toHaveText(/^200 OK/);
  await writeCall(page, { method: 'GET', path: '/item/1' });
  await send.click();
  await expect(result).toHaveText(/^404 /);

  await page.getByRole('link', { name: 'Calls' }).click();
  const table = page.getByRole('table', { name: 'Calls as Bugs' });
  const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveText([/GET.*\/item\/1.*404 Not Found/, /POST.*\/item\/app\/22119\/filter\/.*200 OK/]);
  await expect(page.getByText('2 calls in the last hour, 1 failed')).toBeVisible();
  await expect(page.getByText('Heavy calls 249 of 250')).toBeVisible();
  await expect(page.getByText(/Ordinary calls 99\d of 1,000/)).toBeVisible();

  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Failed');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Details of GET /item/1' }).click();
  const sent = (await product.podioRequests('GET', '/item/1'))[0];
  expect(sent).toBeDefined();
  await page.getByRole('button', { name: 'Copy request ID' }).click();
  await expect(table.getByText('Copied.')).toBeVisible();
  const requestId = await page.evaluate(() => navigator.clipboard.readText());
  expect(requestId).toMatch(/^\w+$/);
  await expect(table).toContainText(requestId);
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(page.getByText('Copied as curl. Put your token in PODIO_ACCESS_TOKEN.').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/item/1');
  await expectNoAxeViolations(page);

  await page.getByRole('searchbox', { name: 'Find a call' }).fill('space');
  await expect(page.getByText('No call matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find an authentication' }).fill('leads');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/as/app-22118/calls');
  await expect(page.getByText('Calls you or these pages make as Leads appear here.')).toBeVisible();
  await page.goBack();

  await rows.getByRole('link', { name: '/item/app/22119/filter/' }).click();
  await expect(send).toHaveText('Send POST as Bugs');
  await expect(explorer(page).body).toHaveValue(body);
  await send.click();
  await expect.poll(async () => (await product.podioRequests('POST', '/item/app/22119/filter/')).length).toBe(2);

  await page.getByRole('link', { name: 'Calls' }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('Calls you or these pages make as Bugs appear here.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
