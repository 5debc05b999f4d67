import { expect, test } from './fixtures.ts';
import { actingAs, apps, appToken, people, signInWithPassword } from './support/sign-in.ts';

const refused = /status of 401.*\/auth\/(app|password)/;

test('a person with their password sees their spaces', async ({ page, product }) => {
  await signInWithPassword(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Lovelace');
  await expect(page.getByRole('heading', { level: 2, name: 'Acme' })).toBeVisible();
  expect((await product.counts()).token.password).toBe(1);
});

test('a refused app token empties only the token, and says what to check', async ({ page, trouble }) => {
  trouble.declare(refused);
  await page.goto('/sign-in/app');
  const id = page.getByRole('textbox', { name: 'App ID' });
  const token = page.getByLabel('App token', { exact: true });
  const label = page.getByRole('textbox', { name: 'Label (optional)' });
  await id.fill('22119');
  await token.fill('not-its-token');
  await label.fill('Bugs, staging');
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Podio did not accept this app ID and token. Check both: a token belongs to one app, and a new token makes the old one useless.',
  );
  await expect(page).toHaveTitle(/^Error: /);
  await expect(id).toHaveValue('22119');
  await expect(label).toHaveValue('Bugs, staging');
  await expect(token).toHaveValue('');

  await token.fill(appToken(apps.bugs));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/as/app-22119');
  await expect(actingAs(page)).toContainText('Bugs, staging');
});

test('a refused password empties only the password', async ({ page, trouble }) => {
  trouble.declare(refused);
  await page.goto('/sign-in/password');
  const username = page.getByRole('textbox', { name: 'Email address' });
  const password = page.getByLabel('Password', { exact: true });
  await username.fill(people.ada.username);
  await password.fill('guess');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Podio did not accept this email address and password.');
  await expect(username).toHaveValue(people.ada.username);
  await expect(password).toHaveValue('');
});

test('a secret can be shown and hidden, and the name of the button tells which', async ({ page }) => {
  await page.goto('/sign-in/app');
  const token = page.getByLabel('App token', { exact: true });
  await token.fill('something typed');
  await expect(token).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show app token' }).click();
  await expect(token).toHaveAttribute('type', 'text');
  await expect(page.getByRole('status').filter({ hasText: 'App token is shown' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Hide app token' }).click();
  await expect(token).toHaveAttribute('type', 'password');
  await expect(token).toHaveValue('something typed');

  await page.goto('/sign-in/password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(page.getByRole('button', { name: 'Hide password' })).toBeVisible();
});

test('a link that would lead out of this site is not followed', async ({ page }) => {
  await page.goto('/sign-in/app?app=22118&return=%2F%2Fexample.com%2Fevil');
  await page.getByLabel('App token', { exact: true }).fill(appToken(apps.leads));
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page).toHaveURL('/as/app-22118');
});

test('after ten refused sign-ins the next one waits, and what was typed is kept', async ({ page, product, trouble }) => {
  trouble.declare(/status of 429.*\/auth\/app/);
  // The counts are the server's, for a minute from the first: those of other stories shall not matter here, nor ours there.
  const forgetRefusals = async () => {
    await product.stop();
    await product.start();
  };
  await forgetRefusals();
  try {
    await page.goto('/sign-in/app');
    await page.getByRole('textbox', { name: 'App ID' }).fill('22119');
    await page.getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const answer = await page.request.post('/auth/app', { data: { appId: apps.bugs, appToken: `guess ${attempt}` } });
      expect(answer.status()).toBe(401);
    }
    const { tokenErrors } = await product.counts();
    await page.getByRole('button', { name: 'Sign in as app' }).click();
    await expect(page.getByRole('alert')).toContainText(/Too many attempts\. Wait \d+ seconds?, then try again\./);
    await expect(page.getByRole('textbox', { name: 'App ID' })).toHaveValue('22119');
    const after = await product.counts();
    expect([after.tokenErrors, after.token.app]).toEqual([tokenErrors, 0]);
  } finally {
    await forgetRefusals();
  }
});
