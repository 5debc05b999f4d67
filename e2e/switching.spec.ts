import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Actions } from './support/actions.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import { whoseTokens } from './support/podio-tokens.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';

const fillers = Array.from({ length: 38 }, (_, index) => 22120 + index);
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });

/** Forty-one authentications, and the items of Bugs on the screen. */
async function startWithFortyOne(page: Page): Promise<void> {
  await addAuthentications(page, ['ada', ...fillers, apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
}

async function expectActingAs(page: Page, id: string, name: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/as/${id}(/|$|\\?)`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('table', { name: new RegExp(`^Items of ${name}`) })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^${name} · .+ – Podio Keyring$`));
  await expect(actingAs(page)).toContainText(name);
  await expect(actingAs(page)).toBeFocused();
}

test('with forty-one, two switches by pointer take six actions at most', async ({ page }) => {
  await startWithFortyOne(page);
  const actions = new Actions(page);
  await actions.click(actingAs(page));
  await actions.fill(page.getByRole('combobox', { name: 'Find an authentication' }), 'leads');
  await actions.click(option(page, /Leads.*app 22118/));
  await expectActingAs(page, 'app-22118', 'Leads');
  await actions.click(actingAs(page));
  await actions.click(page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: /Bugs.*app 22119/ }));
  await expectActingAs(page, 'app-22119', 'Bugs');
  expect(actions.count).toBeLessThanOrEqual(6);
});

test('with forty-one, two switches by keyboard take six actions at most', async ({ page }) => {
  await startWithFortyOne(page);
  await actingAs(page).focus();
  const actions = new Actions(page);
  const find = page.getByRole('combobox', { name: 'Find an authentication' });
  await actions.press('ControlOrMeta+k');
  await expect(find).toBeFocused();
  await actions.type('leads');
  await actions.press('Enter');
  await expectActingAs(page, 'app-22118', 'Leads');
  await actions.press('ControlOrMeta+k');
  await expect(find).toBeFocused();
  await actions.press('ArrowDown');
  await actions.press('Enter');
  await expectActingAs(page, 'app-22119', 'Bugs');
  expect(actions.count).toBeLessThanOrEqual(6);
});

test('a person and two apps are each shown with their own data, and Back goes back to who acted before', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await actingAs(page).click();
  await option(page, /Ada Lovelace.*user 1/).click();
  await expect(page).toHaveURL('/as/user-1');
  await expect(page.getByRole('heading', { level: 3, name: 'CRM' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/as/app-22119');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await page.reload();
  await expect(actingAs(page)).toContainText('Bugs');
});

test('switching asks our server and Podio for nothing but the other one’s data', async ({ page }) => {
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await actingAs(page).click();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await option(page, /Leads.*app 22118/).click();
  await expect(page.getByRole('table', { name: /^Items of Leads/ })).toBeVisible();
  expect(requests.filter((request) => !/ \/keyring\/app-22118\/api\//.test(request))).toEqual([]);
});

test('letters typed on the closed switcher change nothing', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await actingAs(page).focus();
  const before = page.url();
  for (const letter of 'leads ada') await page.keyboard.press(letter === ' ' ? 'd' : letter);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(page.url()).toBe(before);
  await expect(actingAs(page)).toContainText('Bugs');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
});

test('Escape, and Enter where nothing matches, change nothing', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await actingAs(page).focus();
  await page.keyboard.press('Enter');
  const popup = page.getByRole('dialog', { name: 'Switch authentication' });
  await page.getByRole('combobox', { name: 'Find an authentication' }).fill('nobody is called this');
  await expect(popup.getByText('No authentication matches. Check the spelling or add it.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(popup).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(popup).toBeHidden();
  await expect(actingAs(page)).toBeFocused();
  await expect(page).toHaveURL('/as/app-22119');
});

test('a row opens in a new tab as links do, and this tab stays who it is', async ({ page, context }) => {
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await actingAs(page).click();
  const opened = context.waitForEvent('page');
  await option(page, /Leads.*app 22118/).click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Leads');
  await expect(page).toHaveURL('/as/app-22119');
  await expect(page.getByRole('dialog', { name: 'Switch authentication' })).toBeVisible();
});

test('two tabs act as two at once, whatever the other one does', async ({ page, context, product }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  const whose = await whoseTokens(page, product, ['user-1', 'app-22118', 'app-22119']);
  const adas = await context.newPage();
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119?tab=one' });
  await openExplorer(adas, 'user-1', { method: 'GET', path: '/user/status?tab=two' });
  await Promise.all([explorer(page).send.click(), explorer(adas).send.click()]);
  await expect(explorer(page).result).toHaveText(/^200 OK/);
  await expect(explorer(adas).result).toHaveText(/^200 OK/);

  const address = adas.url();
  const title = await adas.title();
  await actingAs(page).click();
  await option(page, /Leads.*app 22118/).click();
  await expect(page).toHaveURL(/\/as\/app-22118\/explorer/);
  await writeCall(page, { method: 'GET', path: '/app/22118?tab=one' });
  await Promise.all([explorer(page).send.click(), explorer(adas).send.click()]);
  await expect(explorer(page).response).toContainText('"app_id": 22118');
  await expect.poll(async () => (await product.podioRequests('GET', /tab=two/)).length).toBe(2);
  expect(adas.url()).toBe(address);
  expect(await adas.title()).toBe(title);
  await expect(actingAs(adas)).toContainText('Ada Lovelace');

  expect((await product.podioRequests('GET', /22119\?tab=one/)).map(whose)).toEqual(['app-22119']);
  expect((await product.podioRequests('GET', /22118\?tab=one/)).map(whose)).toEqual(['app-22118']);
  expect((await product.podioRequests('GET', /tab=two/)).map(whose)).toEqual(['user-1', 'user-1']);
});
