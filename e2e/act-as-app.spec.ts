import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { heldIds } from './support/keyring.ts';
import { actingAs, addAuthentications, apps, appToken } from './support/sign-in.ts';

test('from a person to an app they administer in one press, and nobody sees its token', async ({ page, product }) => {
  await addAuthentications(page, ['ada', apps.leads]);
  await page.goto('/as/user-1');
  await expect(page.getByRole('link', { name: 'Act as Leads (app 22118)' })).toBeVisible();
  await page.getByRole('button', { name: 'Act as Bugs (app 22119)' }).click();
  await expect(page).toHaveURL('/as/app-22119');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await expect(page.getByText('Signed in as Bugs.').first()).toBeVisible();
  await expect(actingAs(page)).toContainText('Bugs');
  expect(await heldIds(page)).toEqual(['user-1', 'app-22118', 'app-22119']);
  expect((await product.counts()).token.app).toBe(2);
  await page.goBack();
  await expect(page).toHaveURL('/as/user-1');
  await expect(page.getByRole('link', { name: 'Act as Bugs (app 22119)' })).toBeVisible();
  await expectNoAxeViolations(page);
});

test('where Podio hides the token the form opens, filled in, and says why', async ({ page, trouble }) => {
  trouble.declare(/status of 403.*\/keyring\/user-2\/apps/);
  await addAuthentications(page, ['grace']);
  await page.goto('/as/user-2');
  await page.getByRole('button', { name: 'Act as Bugs (app 22119)' }).click();
  await expect(page).toHaveURL('/sign-in/app?app=22119&return=%2Fas%2Fapp-22119');
  await expect(page.getByText('Podio did not show the token of Bugs: Grace Hopper does not administer this app').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'App ID' })).toHaveValue('22119');
  await expect(page.getByLabel('App token', { exact: true })).toBeFocused();
  await page.keyboard.insertText(appToken(apps.bugs));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/as/app-22119');
  expect(await heldIds(page)).toEqual(['user-2', 'app-22119']);
});

test('a failure is said beside the app, and the press can be repeated', async ({ page, product, trouble }) => {
  trouble.declare(/status of 50\d.*\/keyring\/user-1\/apps/);
  await addAuthentications(page, ['ada']);
  await page.goto('/as/user-1');
  await product.control('POST', '/faults', { path: '/oauth/token/v2', status: 503, times: 1 });
  const act = page.getByRole('button', { name: 'Act as Bugs (app 22119)' });
  await act.click();
  await expect(page.getByRole('listitem').filter({ has: act }).getByRole('alert')).toBeVisible();
  expect(await heldIds(page)).toEqual(['user-1']);
  await act.click();
  await expect(page).toHaveURL('/as/app-22119');
});
