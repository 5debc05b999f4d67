import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { heldIds } from './support/keyring.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';

test('a label and a colour of one’s own hold in every tab at once: switcher, band, tile, icon and title', async ({ page, context }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  const other = await context.newPage();
  await other.goto('/as/app-22119');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  const icon = () => other.locator('link[rel="icon"]').getAttribute('href');
  const iconBefore = await icon();
  const bandColour = () => other.locator('[data-hue]').first().getAttribute('data-hue');
  expect(await bandColour()).not.toBe('rose');

  await page.goto('/authentications');
  await page.getByRole('button', { name: 'Edit Bugs (app 22119)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit Bugs (app 22119)' });
  await expect(dialog.getByRole('textbox', { name: 'Label' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Label' }).fill('Zebra, staging');
  await dialog.getByRole('radiogroup', { name: 'Colour' }).getByRole('radio', { name: 'Rose' }).check();
  await expect(dialog.getByRole('checkbox', { name: 'Ask before POST and PUT' })).not.toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Ask before POST and PUT' }).check();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Edit Zebra, staging (app 22119)' })).toBeFocused();

  await expect(actingAs(other)).toContainText('Zebra, staging');
  await expect(other).toHaveTitle('Zebra, staging · Items – Podio Keyring');
  expect(await bandColour()).toBe('rose');
  const iconAfter = decodeURIComponent((await icon()) ?? '');
  expect(iconAfter).not.toBe(decodeURIComponent(iconBefore ?? ''));
  expect(iconAfter).toContain('>Z</text>');
  await actingAs(other).click();
  await expect(other.getByRole('option', { name: /Zebra, staging.*app 22119/ }).locator('[data-hue="rose"]')).toHaveCount(1);

  // Asked before a POST now, which the sandbox does not do by itself.
  await other.goto('/as/app-22119/explorer?method=POST&path=/item/app/22119/');
  await other.getByRole('button', { name: 'Send POST as Zebra, staging' }).click();
  await expect(other.getByRole('alertdialog', { name: 'Send POST as Zebra, staging?' })).toBeVisible();
});

test('the list is sorted, narrowed and reported, and what is selected is left together', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.projects, apps.leads, apps.bugs]);
  await page.goto('/authentications');
  const names = () => page.getByRole('rowheader').allInnerTexts();
  const heads = { name: page.getByRole('columnheader', { name: 'Name' }), used: page.getByRole('columnheader', { name: 'Last used' }) };
  await heads.name.getByRole('button').click();
  await expect(heads.name).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('status').filter({ hasText: 'Sorted by Name, A to Z' })).toHaveCount(1);
  expect((await names()).map((name) => name.replace(/^.\s*/s, ''))).toEqual(['Ada Lovelace', 'Bugs', 'Leads', 'Projects']);
  await heads.name.getByRole('button').click();
  await expect(heads.name).toHaveAttribute('aria-sort', 'descending');
  await expect(heads.used).not.toHaveAttribute('aria-sort', /.+/);

  await page.getByRole('combobox', { name: 'State' }).selectOption('Rate limited');
  await expect(page.getByText('No authentication is in this state.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(4);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied a report of 4 authentications.').first()).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('Bugs (app 22119) · App token · Active');
  expect(report).not.toContain('sandbox-app-token');

  await expect(page.getByRole('button', { name: 'Sign out of selected (0)' })).toHaveAccessibleDescription(/Select authentications/);
  await page.getByRole('checkbox', { name: 'Select Leads (app 22118)' }).check();
  await expect(page.getByRole('checkbox', { name: 'Select all' })).toHaveJSProperty('indeterminate', true);
  await page.getByRole('checkbox', { name: 'Select Ada Lovelace (user 1)' }).check();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Sign out of selected (2)' }).click();
  const question = page.getByRole('alertdialog', { name: 'Sign out of 2 authentications?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Sign out of 2' }).click();
  await expect(page.getByText('2 signed out.').first()).toBeVisible();
  await expect(page.getByText('Signed out of Leads.')).toBeVisible();
  expect(await heldIds(page)).toEqual(['app-22117', 'app-22119']);
});

test('a sign-out of many can be stopped, and one that fails does not keep the next from going', async ({ page, trouble }) => {
  trouble.declare(/status of 503.*\/keyring\/app-22117/);
  await page.setViewportSize({ width: 390, height: 844 });
  await addAuthentications(page, [apps.projects, apps.leads, apps.bugs]);
  const problem = { type: 'about:blank', title: 'x', status: 503, detail: 'The store does not answer.', code: 'store_unavailable' };
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/keyring/app-22117', (route) =>
    route.request().method() === 'DELETE'
      ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) })
      : route.continue(),
  );
  await page.route('**/keyring/app-22118', async (route) => {
    if (route.request().method() === 'DELETE') await held;
    await route.continue();
  });
  await page.goto('/authentications');
  for (const name of ['Projects (app 22117)', 'Leads (app 22118)', 'Bugs (app 22119)'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Sign out of selected (3)' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out of 3' }).click();
  await expect(page.getByRole('progressbar', { name: 'Signing out' })).toHaveAttribute('value', '1');
  await page.getByRole('button', { name: 'Stop' }).click();
  letGo();
  await expect(page.getByText('1 signed out, 1 not, stopped before 1 more.').first()).toBeVisible();
  await expect(page.getByText('Projects: The store does not answer.')).toBeVisible();
  expect(await heldIds(page)).toEqual(['app-22117', 'app-22119']);
});

test('with few calls left pages no longer read again by themselves, and say so; how few is to be set', async ({ page, product }) => {
  await page.route('**/keyring/app-22119/api/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'x-rate-limit-limit': '1000', 'x-rate-limit-remaining': '40' } });
  });
  await addAuthentications(page, [apps.bugs]);
  await page.clock.install();
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  const reads = async () => (await product.podioRequests('POST', '/item/app/22119/filter/')).length;
  await expect.poll(reads).toBe(1);
  // Away for two minutes, and back.
  const away = async () => {
    await page.getByRole('link', { name: 'API explorer' }).click();
    await page.clock.fastForward('02:00');
    await page.getByRole('link', { name: 'Items', exact: true }).click();
    await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  };
  await away();
  await expect(page.getByText('Not read again by itself: fewer than 50 calls are left.')).toBeVisible();
  expect(await reads()).toBe(1);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(reads).toBe(2);
  await expect(page.getByText(/^Not read again/)).toHaveCount(0);

  await page.getByRole('link', { name: 'API explorer' }).click();
  await actingAs(page).click();
  await page.getByRole('link', { name: /^Manage all/ }).click();
  // Also when the explorer is just about to write its call into the address.
  await expect(page).toHaveURL('/authentications');
  await page.getByRole('combobox', { name: 'Calls kept in reserve' }).selectOption('20 of 1,000');
  await page.goBack();
  await away();
  await expect.poll(reads).toBe(3);
  await page.unrouteAll({ behavior: 'wait' }); // Podio has the call; the answer may still be on its way to the page
});
