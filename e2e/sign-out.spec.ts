import { expect, test } from './fixtures.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';

test('signing out of the acting app leads to a choice, and never silently to another one', async ({ page, context }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await actingAs(page).click();
  await page.getByRole('button', { name: 'Sign out of Bugs (app 22119)' }).click();
  const question = page.getByRole('alertdialog', { name: 'Sign out of Bugs?' });
  await expect(question).toContainText('You need its app token to sign in again.');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Sign out' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed out of Bugs');
  await expect(page.getByRole('table')).toHaveCount(0);
  const { authentications } = await (await page.request.get('/keyring')).json();
  expect(authentications.map(({ id }: { id: string }) => id)).toEqual(['user-1', 'app-22118']);
  const cookies = (await context.cookies()).filter(({ path }) => path === '/keyring/app-22119');
  expect(cookies).toEqual([]);

  await page.getByRole('main').getByRole('link', { name: /Leads/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leads');
  await page.goto('/as/app-22119');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(This link needs|Signed out of)/);
});

test('a person is signed out at once, since they can come back by themselves', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.leads]);
  await page.goto('/authentications');
  await page.getByRole('button', { name: 'Sign out of Ada Lovelace (user 1)' }).click();
  await expect(page.getByText('Signed out of Ada Lovelace.').first()).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: /Ada Lovelace/ })).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: /Leads/ })).toBeVisible();
});

test('LO8 one signed out in another tab: this tab says so and offers the way back', async ({ page, context }) => {
  await addAuthentications(page, [apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/authentications');
  await other.getByRole('button', { name: 'Sign out of Bugs (app 22119)' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('rowheader', { name: /Bugs/ })).toHaveCount(0);

  await expect(page.getByRole('alert')).toContainText('You signed out of Bugs in another tab.');
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Sign in again' })).toBeVisible();
  await page.getByRole('button', { name: 'Switch authentication' }).click();
  await page.getByRole('option', { name: /Leads/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leads');
});

test('LO9 nothing of a signed-out page comes back with Back', async ({ page }) => {
  await addAuthentications(page, [apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await page.goto('/authentications');
  await page.getByRole('button', { name: 'Sign out of everything' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Sign out of all/ })
    .click();
  await expect(page.getByText('You are signed out of everything.')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Bugs');
  await expect(page.getByRole('table')).toHaveCount(0);
});
