import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import { switchOf } from './support/keyring.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';

test('an app set to read-only reads, and nothing that it would change reaches Podio', async ({ page, context, product, trouble }) => {
  trouble.declare(/status of 403.*\/keyring\/app-22119\/api\//);
  await addAuthentications(page, [apps.leads, apps.bugs]);
  const tab = await context.newPage();
  await openExplorer(tab, 'app-22119', { method: 'POST', path: '/item/app/22119/' });
  await page.goto('/authentications');
  await expect(switchOf(page, 'Bugs (app 22119)')).not.toBeChecked();
  await switchOf(page, 'Bugs (app 22119)').click();
  await expect(switchOf(page, 'Bugs (app 22119)')).toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: 'Bugs only reads now.' })).toHaveCount(1);
  await expectNoAxeViolations(page);

  await test.step('the other tab shows it, on the Send button too', async () => {
    await expect(actingAs(tab)).toContainText('Read-only');
    const { send } = explorer(tab);
    await expect(send).toHaveText('Send POST as Bugs');
    await expect(send).toHaveAccessibleDescription(/^Bugs is read-only in this keyring/);
    await expectNoAxeViolations(tab);
    await writeCall(tab, { method: 'POST', path: '/item/app/22119/', body: '{"fields":{"title":"x"}}' });
    await send.click();
    await expect(tab.getByText('Bugs is set to read only in this keyring. Nothing was sent.').first()).toBeVisible();
    expect(await product.podioRequests('POST', '/item/app/22119/')).toEqual([]);
  });

  await test.step('it still reads, also by the POSTs that only read', async () => {
    await writeCall(tab, { method: 'POST', path: '/item/app/22119/filter/', body: '{"limit":1}' });
    await expect(explorer(tab).send).toHaveAccessibleDescription('');
    await explorer(tab).send.click();
    await expect(explorer(tab).result.first()).toContainText('200');
  });

  await test.step('the switcher says so, finds it by that, and the others are as before', async () => {
    await actingAs(tab).click();
    await expect(tab.getByRole('option', { name: /Bugs.*app 22119.*Read-only/ })).toBeVisible();
    await tab.getByRole('combobox', { name: 'Find an authentication' }).fill('read-only');
    await expect(tab.getByRole('listbox', { name: 'Authentications' }).getByRole('option')).toHaveCount(1);
    await tab.keyboard.press('Escape');
  });

  await test.step('it can be taken back', async () => {
    await switchOf(page, 'Bugs (app 22119)').click();
    await expect(switchOf(page, 'Bugs (app 22119)')).not.toBeChecked();
    await expect(actingAs(tab)).not.toContainText('Read-only');
    await writeCall(tab, { method: 'POST', path: '/item/app/22119/', body: '{"fields":{"title":"x"}}' });
    await explorer(tab).send.click();
    await expect.poll(async () => (await product.podioRequests('POST', '/item/app/22119/')).length).toBe(1);
  });
});

test('on a telephone the switch is in the card, and the mark beside the name', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await addAuthentications(page, [apps.bugs]);
  await page.goto('/authentications');
  const kept = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await switchOf(page, 'Bugs (app 22119)').click();
  await kept; // whoever leaves before takes it back
  await page.goto('/as/app-22119');
  await expect(actingAs(page).getByText('Read-only')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Items of Bugs' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  // So high that nothing lies under the bar of the navigation, where axe takes what is half covered for small.
  await page.setViewportSize({ width: 320, height: 6000 });
  await expectNoAxeViolations(page);
});
