import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectImported, fillerLines, heldIds, holdBack, importScreen, startImport } from './support/keyring.ts';
import { actingAs, addAuthentications, apps, appToken } from './support/sign-in.ts';

const fillers = (count: number) => Array.from({ length: count }, (_, index) => 22120 + index);
const full = /status of 409.*\/auth\/app/;

test('a keyring of sixty: added by import, switched by search, kept over a reload, left one by one and all at once', async ({
  page,
  context,
  trouble,
}) => {
  test.setTimeout(180_000);
  trouble.declare(full);
  await addAuthentications(page, ['ada']);
  await page.goto('/sign-in/import');
  await importScreen(page).field.fill(`${fillerLines(58)}\n22119 ${appToken(apps.bugs)} Bugs, staging\n22118 ${appToken(apps.leads)}`);
  await importScreen(page).check.click();
  await expect(page.getByText('Your keyring has room for 59 more. The rest is not tried.')).toBeVisible();
  await importScreen(page).submit.click();
  await expectImported(page, '59 signed in, 1 not tried.');
  await expect(page.getByRole('row', { name: /^22118/ })).toContainText('not tried: keyring is full');
  expect(await heldIds(page)).toHaveLength(60);

  await test.step('switch by search, twice, and reload', async () => {
    await page.getByRole('link', { name: 'Bugs, staging' }).click();
    await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
    await switchTo(page, '22161');
    await expect(page).toHaveURL('/as/app-22161');
    await switchTo(page, 'staging');
    await expect(page).toHaveURL('/as/app-22119');
    await page.reload();
    await expect(actingAs(page)).toContainText('Bugs, staging');
    await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  });

  await test.step('the list shows all, and a request carries two cookies of ours however many are held', async () => {
    await page.goto('/authentications');
    await expect(page.getByText(/^60 of 60 · 60 active/)).toBeVisible();
    await expect(page.getByRole('rowheader')).toHaveCount(60);
    const cookies = await context.cookies(`${new URL(page.url()).origin}/keyring/app-22119/api/app/22119`);
    expect(cookies.filter(({ name }) => /keyring|authentication/.test(name))).toHaveLength(2);
  });

  await test.step('the sixty-first is refused, nothing is lost, and there is room after one has left', async () => {
    await page.goto('/sign-in/app?app=22118');
    await page.getByLabel('App token', { exact: true }).fill(appToken(apps.leads));
    await page.getByRole('button', { name: 'Sign in as app' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your keyring is full');
    expect(await heldIds(page)).toHaveLength(60);
    await page.goto('/authentications');
    await page.getByRole('button', { name: 'Sign out of Filler 42 (app 22161)' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('Signed out of Filler 42.').first()).toBeVisible();
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await startImport(page, `22118 ${appToken(apps.leads)}`);
    await expectImported(page, '1 signed in.');
    const ids = await heldIds(page);
    expect([ids.length, ids.includes('app-22161'), ids.at(-1)]).toEqual([60, false, 'app-22118']);
  });

  await test.step('all are left at once', async () => {
    await page.goto('/authentications');
    await page.getByRole('button', { name: 'Sign out of everything' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out of all 60' }).click();
    await expect(page.getByText('You are signed out of everything.')).toBeVisible();
    expect(await heldIds(page)).toEqual([]);
    expect((await context.cookies()).filter(({ name }) => /keyring|authentication/.test(name))).toEqual([]);
  });
});

test('MA10 two tabs that sign in at the same moment lose nothing, nor does an import beside them', async ({ page, context }) => {
  test.slow();
  await addAuthentications(page, fillers(40));
  const [leads, bugs] = [await context.newPage(), await context.newPage()];
  await fillIn(leads, apps.leads);
  await fillIn(bugs, apps.bugs);
  await page.goto('/sign-in/import');
  await page.bringToFront();
  await startImport(page, fillerLines(10, 22160));
  // Without a pointer: only one tab can be in front.
  await Promise.all([leads, bugs].map((tab) => tab.getByRole('button', { name: 'Sign in as app' }).dispatchEvent('click')));
  await expect(leads).toHaveURL('/as/app-22118');
  await expect(bugs).toHaveURL('/as/app-22119');
  await expectImported(page, '10 signed in.');
  const expected = [...fillers(50), apps.leads, apps.bugs].map((id) => `app-${id}`).sort();
  expect((await heldIds(page)).sort()).toEqual(expected);
  // The other tabs know of it without being asked.
  await actingAs(leads).click();
  await expect(leads.getByRole('link', { name: 'Manage all 52' })).toBeVisible();
});

test('signing out of everything in another tab ends an import', async ({ page, context }) => {
  await page.goto('/sign-in/import');
  const { letGo } = await holdBack(page, 22122);
  await startImport(page, fillerLines(6));
  await expect(page.getByRole('status').filter({ hasText: '2 of 6' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/authentications');
  await other.getByRole('button', { name: 'Sign out of everything' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Sign out of all 2' }).click();
  letGo();
  await expect(other.getByText('You are signed out of everything.')).toBeVisible();
  await expect(page.getByText('You signed out of everything meanwhile, so the rest was not tried.')).toBeVisible();
  expect(await heldIds(page)).toEqual([]);
});

async function switchTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const find = page.getByRole('combobox', { name: 'Find an authentication' });
  await expect(find).toBeFocused();
  await find.fill(words);
  await expect(page.getByRole('listbox', { name: 'Authentications' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
}

async function fillIn(page: Page, appId: number): Promise<void> {
  await page.goto('/sign-in/app');
  await page.getByRole('textbox', { name: 'App ID' }).fill(String(appId));
  await page.getByLabel('App token', { exact: true }).fill(appToken(appId));
}
