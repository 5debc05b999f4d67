import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { explorer, openExplorer } from './support/explorer.ts';
import { heldIds } from './support/keyring.ts';
import { addAuthentications, apps, appToken } from './support/sign-in.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sandbox controls' });

/** Opens the controls, uses one, reads what it came to, and closes them. */
async function use(page: Page, control: { button: string } | { switch: string }, said: RegExp): Promise<void> {
  const opener = page.getByRole('button', { name: 'Sandbox controls' });
  await opener.click();
  const target =
    'button' in control
      ? dialog(page).getByRole('button', { name: control.button })
      : dialog(page).getByRole('switch', { name: control.switch });
  await target.click();
  await expect(dialog(page).getByText(said)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(opener).toBeFocused();
}

test('time travel: after eight hours a call renews its token by itself, after 28 days the person signs in again', async ({
  page,
  product,
  trouble,
}) => {
  trouble.declare(/status of 401/);
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
  const { send, result } = explorer(page);

  await use(page, { button: 'Advance 8 hours (access tokens expire)' }, /moved on by 8 hours/);
  await send.click();
  await expect(result).toHaveText(/^200 OK/);
  expect((await product.counts()).token.refresh_token).toBe(1);

  await use(page, { button: 'Advance 28 days (refresh tokens expire)' }, /moved on by 28 days/);
  await send.click();
  const again = page.getByRole('dialog', { name: 'Sign in again as Bugs' });
  await again.getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
  await again.getByRole('button', { name: 'Sign in and send again' }).click();
  await expect(again).toBeHidden();
  await expect(result).toHaveText(/^200 OK/);
});

test('trouble is switched on and off, and a reset brings everything back', async ({ page, trouble }) => {
  trouble.declare(/status of (?:401|420|503)/);
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
  const { send, result } = explorer(page);

  await use(page, { switch: 'Make Podio fail (503)' }, /answers every call with 503/);
  await send.click();
  await expect(result).toHaveText(/^503 /);
  await use(page, { switch: 'Make Podio fail (503)' }, /works again/);

  await use(page, { switch: 'Make Podio slow (3 s)' }, /Podio takes 3 seconds/);
  await send.click();
  await expect(page.getByRole('button', { name: 'Cancel call' })).toBeVisible();
  await use(page, { switch: 'Make Podio slow (3 s)' }, /as fast as ever/);
  await expect(result).toHaveText(/^200 OK/);

  await use(page, { button: 'Use up the rate limit' }, /calls left for this hour/);
  await send.click();
  await expect(result).toHaveText(/^420 /);
  await use(page, { button: 'Give the calls back' }, /There are calls again/);
  await send.click();
  await expect(result).toHaveText(/^200 OK/);

  await use(page, { switch: 'Make Podio fail (503)' }, /answers every call with 503/);
  await use(page, { button: 'Reset the sandbox' }, /as it was at its start/);
  await page.getByRole('button', { name: 'Sandbox controls' }).click();
  await expect(dialog(page).getByRole('switch', { name: 'Make Podio fail (503)' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await send.click();
  await expect(page.getByRole('dialog', { name: 'Sign in again as Bugs' })).toBeVisible();
});

test('filler apps are added one after another, which can be stopped and gone on with', async ({ page, product }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await addAuthentications(page, [apps.bugs]);
  await page.goto('/as/app-22119');
  await page.getByRole('button', { name: 'Sandbox controls' }).click();
  await dialog(page).getByText('Apps that misbehave').click();
  await expect(dialog(page).getByRole('link', { name: 'Invoices (app 22191)' })).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('switch', { name: 'Make Podio slow (3 s)' }).click();
  await expect(dialog(page).getByText('Podio takes 3 seconds for every answer now.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Add 33 filler apps' }).click();
  await expect(dialog(page).getByRole('progressbar', { name: 'Adding filler apps' })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Stop' }).click();
  await product.control('PATCH', '/settings', { latencyMs: 0 });
  await expect(dialog(page).getByText(/^Added 1 authentication, then stopped: you stopped it\.$/)).toBeVisible();
  expect(await heldIds(page)).toEqual(['app-22119', 'app-22120']);

  await dialog(page).getByRole('button', { name: 'Add 32 filler apps' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sandbox controls' }).click();
  await expect(dialog(page).getByText('Added 32 authentications.')).toBeVisible({ timeout: 20_000 });
  expect(await heldIds(page)).toHaveLength(34);
});

test('the shortcuts are shown by their own shortcut, and hidden again', async ({ page }) => {
  await addAuthentications(page, [apps.bugs]);
  await openExplorer(page, 'app-22119');
  await explorer(page).path.focus();
  await page.keyboard.press('ControlOrMeta+/');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts.getByRole('row', { name: /Ctrl K.*switcher|⌘ K.*switcher/ })).toBeVisible();
  await expect(shortcuts.getByRole('row')).toHaveCount(6);
  await expectNoAxeViolations(page);
  await page.keyboard.press('ControlOrMeta+/');
  await expect(shortcuts).toBeHidden();
  await expect(explorer(page).path).toBeFocused();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused();
});
