import { expect, test } from '../fixtures.ts';
import { explorer } from '../support/explorer.ts';
import { importScreen } from '../support/keyring.ts';
import { Person } from '../support/person.ts';
import { actingAs, addAuthentications, apps, appToken } from '../support/sign-in.ts';
import { goTo, itemsOf, task } from './task.ts';

task('T1 the first call as an app', 6, async ({ person, page }) => {
  await page.goto('/');
  await person.press(page.getByRole('link', { name: 'Use an app ID and app token' }));
  await person.fill(page.getByRole('textbox', { name: 'App ID' }), String(apps.bugs));
  await person.fill(page.getByLabel('App token', { exact: true }), appToken(apps.bugs));
  await person.press(page.getByRole('button', { name: 'Sign in as app' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await person.press(goTo(page, /Explorer/i));
  await person.press(explorer(page).send);
  await expect(explorer(page).result).toHaveText(/^200 OK/);
  await expect(explorer(page).response).toContainText('"app_id": 22119');
  expect(new URL(page.url()).pathname).toBe('/as/app-22119/explorer');
});

test('T1 pasting app ID and app token together saves one of the six actions', async ({ page }) => {
  const person = new Person(page);
  await page.goto('/sign-in/app');
  await person.paste(page.getByRole('textbox', { name: 'App ID' }), `${apps.bugs} ${appToken(apps.bugs)}`);
  await expect(page.getByRole('status').filter({ hasText: 'Filled in app ID and app token.' })).toHaveCount(1);
  await person.press(page.getByRole('button', { name: 'Sign in as app' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
});

task('T2 what this is, without a Podio account', 1, async ({ person, page }) => {
  await page.goto('/');
  await expect(page.getByText('Hold all your Podio users and apps in one place and act as any of them.')).toBeVisible();
  await person.press(page.getByRole('button', { name: 'Explore with sample data' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await expect(itemsOf(page, 'Bugs')).toBeVisible();
  await actingAs(page).click();
  await expect(page.getByRole('option', { name: /Ada Lovelace.*user 1/ })).toBeVisible();
  expect(await page.getByRole('listbox', { name: 'Authentications' }).getByRole('option').count()).toBeGreaterThanOrEqual(3);
});

const good = Array.from({ length: 10 }, (_, index) => `${22120 + index},${appToken(22120 + index)}`);
const twelve = [...good.slice(0, 6), 'Bugs, as of last week', ...good.slice(6), '22118,of-another-app'].join('\n');

task('T3 twelve apps at once, one line broken and one token wrong', 5, async ({ person, page, trouble, begin }) => {
  trouble.declare(/status of 401.*\/auth\/app/);
  await addAuthentications(page, ['ada']);
  await page.goto('/authentications');
  begin();
  const { field, check, table, submit, rejected } = importScreen(page);
  await person.press(page.getByRole('link', { name: 'Import', exact: true }));
  await person.paste(field, twelve);
  await person.press(check);
  await expect(table.getByRole('row', { name: /^7/ })).toContainText('Line 7: no app ID found');
  await person.press(submit);
  await expect(page.getByRole('heading', { level: 2, name: '10 signed in, 1 rejected.' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '10 signed in, 1 rejected.' })).toHaveCount(1);
  await expect(rejected.getByRole('row', { name: /22118/ })).toContainText('Podio did not accept this app ID and token.');
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/sandbox-app-token-\d|of-another-app/);
});
