import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';

test('as an app an item is created, read, changed and deleted', async ({ page, product }) => {
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119');
  const { send, result, response } = explorer(page);

  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: '{ "fields": { "title": "Made by hand" } }' });
  await expect(send).toHaveText('Send POST as Bugs');
  await send.click();
  await expect(result).toHaveText(/^200 OK, [\d,.]+ m?s, [\d,.]+ \w+, [\d,]+ calls left$/);
  const [created] = await product.podioRequests('POST', '/item/app/22119/');
  expect(created?.status).toBe(200);
  expect(created?.url, 'nobody is told of an experiment').toBe('/item/app/22119/?silent=1&hook=false');
  const itemId = /"item_id": (\d+)/.exec(await response.innerText())?.[1];
  expect(itemId).toBeDefined();
  const item = `/item/${itemId}`;

  await writeCall(page, { method: 'PUT', path: item, body: '{ "fields": { "title": "Changed by hand" } }' });
  await page.keyboard.press('ControlOrMeta+Enter'); // from inside the text
  await expect.poll(async () => (await product.podioRequests('PUT', item)).length).toBe(1);
  await expect(result).toHaveText(/^200 OK/);

  await writeCall(page, { method: 'GET', path: item });
  await send.click();
  await expect(response).toContainText('"app_item_id"'); // the answer to the PUT has the title too
  await expect(response).toContainText('"title": "Changed by hand"');
  expect(new URL(page.url()).search).not.toContain('hand');

  await writeCall(page, { method: 'DELETE', path: item });
  await send.click();
  const question = page.getByRole('alertdialog', { name: 'Send DELETE as Bugs?' });
  await expect(question).toContainText(`DELETE ${item} changes data in Podio.`);
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  expect(await product.podioRequests('DELETE', item)).toEqual([]);
  await send.click();
  await question.getByRole('button', { name: 'Send DELETE' }).click();
  await expect(result).toHaveText(/^20[04] /);
  expect(await product.podioRequests('DELETE', item)).toHaveLength(1);
});

test('method and path are in the address, so a link and a reload keep them; bodies never are', async ({ page }) => {
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119');
  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: '{ "fields": { "title": "A secret plan" } }' });
  await expect(page).toHaveURL(/method=POST/);
  await expect(page).toHaveURL(/path=%2Fitem%2Fapp%2F22119%2F/);
  expect(decodeURIComponent(page.url())).not.toContain('secret plan');
});

test('a draft survives a switch and a reload', async ({ page }) => {
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await openExplorer(page, 'app-22119');
  const text = '{\n  "fields": { "title": "Half written" }\n}';
  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: text });
  const { body, bodyTab, path, send } = explorer(page);

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find an authentication' }).fill('leads');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/as\/app-22118\/explorer/);
  await expect(send).toHaveText('Send POST as Leads');
  await expect(path).toHaveValue('/item/app/22119/');
  await expect(body).toHaveValue(text);

  await page.reload();
  await expect(send).toHaveText('Send POST as Leads');
  await bodyTab.click();
  await expect(body).toHaveValue(text);
  await expect(path).toHaveValue('/item/app/22119/');
});

test('JSON that is broken is not sent, and the place is named', async ({ page, product }) => {
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119');
  const { body, send } = explorer(page);
  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: '{\n  "fields": {\n    "a": 1 "b": 2\n  }\n}' });
  await send.click();
  await expect(body).toHaveAccessibleDescription(/Line 3, column 12/);
  expect(await product.podioRequests('POST', '/item/app/22119/')).toEqual([]);
});

test('an answer that refuses is explained and shown as it came, and who is not refused is found out', async ({ page, trouble }) => {
  trouble.declare(/status of 404.*\/api\/item\/1$/, /status of 403.*\/api\/app\/22118$/);
  await addAuthentications(page, ['ada', apps.bugs]);
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/item/1' });
  const { send, result, response } = explorer(page);
  await send.click();
  await expect(result).toHaveText(/^404 /);
  await expect(page.getByText('Podio found nothing at this address, or hides it from Bugs.')).toBeVisible();
  await expect(response).toContainText('"error"');
  await expect(page.getByRole('button', { name: 'GET /app/22119/item/1' })).toBeVisible();

  await writeCall(page, { method: 'GET', path: '/app/22118' });
  await send.click();
  await expect(result).toHaveText(/^403 /);
  await expect(page.getByText('Bugs is not allowed to do this.')).toBeVisible();

  await page.getByRole('button', { name: 'Try with each authentication' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 2 can make this call.')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('list', { name: '200 OK (1)' }).getByRole('link', { name: 'Ada Lovelace (user 1)' }).click();
  await expect(page).toHaveURL('/as/user-1/explorer?method=GET&path=%2Fapp%2F22118');
  await expect(send).toHaveText('Send GET as Ada Lovelace');
});

test('the token of an app does not come down in its definition', async ({ page, product }) => {
  await addAuthentications(page, ['ada']);
  await openExplorer(page, 'user-1', { method: 'GET', path: '/app/22119' });
  const { send, result, response } = explorer(page);
  await send.click();
  await expect(result).toHaveText(/^200 OK/);
  await expect(response).toContainText('"token": null');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.keyboard.type('"token": null');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await expect(response.locator('mark')).toBeInViewport();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('podio-answer.json');
  expect((await product.counts()).token.password).toBe(1);
  await expect(actingAs(page)).toContainText('Ada Lovelace');
});

test('a way to end credentials is shut', async ({ page, product, trouble }) => {
  trouble.declare(/status of 403.*\/api\/oauth\/token/);
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119');
  await writeCall(page, { method: 'POST', path: '/oauth/token', body: '{}' });
  const before = await product.counts();
  await explorer(page).send.click();
  await expect(page.getByText(/forbidden_path|cannot be called through|not reachable/i).first()).toBeVisible();
  expect((await product.counts()).tokenErrors).toBe(before.tokenErrors);
});
