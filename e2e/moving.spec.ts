import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';
import { goTo, itemsOf } from './tasks/task.ts';

test('each page that a link leads to has its title, and its heading the focus; a form its first field', async ({ page }) => {
  await addAuthentications(page, ['ada', apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(itemsOf(page, 'Bugs')).toBeVisible();
  const h1 = page.getByRole('heading', { level: 1 });
  const link = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
  const follow = async (to: Locator, heading: string | RegExp, title: string | RegExp, focused = h1) => {
    await to.click();
    await expect(h1).toHaveText(heading);
    await expect(page).toHaveTitle(title);
    await expect(focused).toBeFocused();
  };
  const item = itemsOf(page, 'Bugs').getByRole('link').first();
  const itemTitle = (await item.innerText()).replace(/\s*#\d+$/, '');
  await follow(item, itemTitle, `Bugs · ${itemTitle} – Podio Keyring`);
  await follow(link('Back to items'), 'Bugs', 'Bugs · Items – Podio Keyring');
  await follow(goTo(page, /explorer/i), 'API explorer', 'Bugs · API explorer – Podio Keyring');
  await follow(goTo(page, /calls/i), 'Calls', 'Bugs · Calls – Podio Keyring');
  await actingAs(page).click();
  await follow(page.getByRole('link', { name: 'Manage all 2' }), 'Authentications', 'Authentications – Podio Keyring');
  await follow(link('Add authentication'), 'Add authentication', 'Add authentication – Podio Keyring');
  await follow(
    link('Use an app ID and app token'),
    'Sign in as an app',
    'Sign in as an app – Podio Keyring',
    page.getByRole('textbox', { name: 'App ID' }),
  );
  await follow(link('Other ways to sign in'), 'Add authentication', 'Add authentication – Podio Keyring');
  await follow(link('See all'), 'Authentications', 'Authentications – Podio Keyring');
  await follow(link('Ada Lovelace'), 'Ada Lovelace', 'Ada Lovelace · Apps – Podio Keyring');
  await follow(link('Leads'), 'Leads', 'Ada Lovelace · Items of Leads – Podio Keyring');
  await follow(page.getByRole('link', { name: 'Podio Keyring home' }), 'Ada Lovelace', 'Ada Lovelace · Apps – Podio Keyring');
  await page.goBack();
  await expect(h1).toHaveText('Leads');
  await expect(h1).toBeFocused();
});
