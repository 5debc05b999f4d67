import { expect, test } from './fixtures.ts';
import { Actions, tabTo } from './support/actions.ts';
import { actingAs, apps, appToken } from './support/sign-in.ts';

test('without a Podio account one action shows what this is', async ({ page }) => {
  const actions = new Actions(page);
  await page.goto('/');
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByText('Hold all your Podio users and apps in one place and act as any of them.')).toBeVisible();

  await actions.click(page.getByRole('button', { name: 'Explore with sample data' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  expect(actions.count).toBe(1);

  await actingAs(page).click();
  await expect(page.getByRole('option', { name: /Ada Lovelace.*user 1/ })).toBeVisible();
  expect(await page.getByRole('option').count()).toBeGreaterThanOrEqual(3);
});

const widths = [
  { name: 'on a desktop', viewport: { width: 1280, height: 720 } },
  { name: 'on a telephone', viewport: { width: 390, height: 844 } },
];
for (const { name, viewport } of widths) {
  test(`the first call as an app takes six actions at most, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const actions = new Actions(page);
    await page.goto('/');
    await actions.click(page.getByRole('link', { name: 'Use an app ID and app token' }));
    await actions.fill(page.getByRole('textbox', { name: 'App ID' }), String(apps.bugs));
    await actions.fill(page.getByLabel('App token', { exact: true }), appToken(apps.bugs));
    await actions.click(page.getByRole('button', { name: 'Sign in as app' }));
    await actions.click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Explorer/i }));
    await actions.click(page.getByRole('button', { name: 'Send GET as Bugs' }));
    await expect(page.getByRole('status').filter({ hasText: /^200 OK/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Response body' })).toContainText('"app_id": 22119');
    expect(new URL(page.url()).pathname).toBe('/as/app-22119/explorer');
    expect(actions.count).toBeLessThanOrEqual(6);
  });
}

test('pasting app ID and app token together saves one of the six', async ({ page }) => {
  const actions = new Actions(page);
  await page.goto('/');
  await actions.click(page.getByRole('link', { name: 'Use an app ID and app token' }));
  await actions.paste(page.getByRole('textbox', { name: 'App ID' }), `${apps.bugs} ${appToken(apps.bugs)}`);
  await expect(page.getByRole('status').filter({ hasText: 'Filled in app ID and app token.' })).toHaveCount(1);
  await actions.click(page.getByRole('button', { name: 'Sign in as app' }));
  await actions.click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'API explorer' }));
  await actions.click(page.getByRole('button', { name: 'Send GET as Bugs' }));
  await expect(page.getByRole('status').filter({ hasText: /^200 OK/ })).toBeVisible();
  expect(actions.count).toBe(5);
});

test('the first call as an app needs no mouse', async ({ page }) => {
  await page.goto('/');
  await tabTo(page, page.getByRole('link', { name: 'Use an app ID and app token' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'App ID' }));
  await page.keyboard.type(String(apps.bugs));
  await tabTo(page, page.getByLabel('App token', { exact: true }));
  await page.keyboard.type(appToken(apps.bugs));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await tabTo(page, page.getByRole('link', { name: 'API explorer' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API explorer');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('status').filter({ hasText: /^200 OK/ })).toBeVisible();
});
