import { expect, test } from './fixtures.ts';
import { explorer, openExplorer, writeCall } from './support/explorer.ts';
import { addAuthentications, apps, appToken } from './support/sign-in.ts';

const filterPath = (appId: number) => `/item/app/${appId}/filter/`;

test('Podio with a problem is told from a mistake of one’s own, and trying again helps', async ({ page, trouble }) => {
  trouble.declare(/status of 503.*\/keyring\/app-22193\/api\//);
  await addAuthentications(page, [apps.meetings]);
  await openExplorer(page, 'app-22193', { method: 'GET', path: '/app/22193' });
  const { send, result } = explorer(page);
  const seen = new Set<string>();
  for (let call = 1; call <= 2; call += 1) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/keyring/app-22193/api/app/22193'));
    await send.click();
    const status = String((await answered).status());
    await expect(result).toHaveText(new RegExp(`^${status} `));
    await expect(page.getByText('Podio has a problem (503). Your call was not the cause.')).toHaveCount(status === '503' ? 1 : 0);
    seen.add(status);
  }
  expect([...seen].sort()).toEqual(['200', '503']);
});

test('items that Podio could not give are asked for again with one press', async ({ page, product, trouble }) => {
  trouble.declare(/status of 503/);
  await addAuthentications(page, [apps.bugs]);
  await product.control('POST', '/faults', { path: filterPath(apps.bugs), status: 503, times: 1 });
  await page.goto('/as/app-22119');
  await expect(page.getByText('Podio has a problem (503). Your call was not the cause.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bugs');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table', { name: 'Items of Bugs, page 1 of 41' })).toBeVisible();
  await expect(page.getByText('Podio has a problem (503).')).toHaveCount(0);
});

test('a slow Podio is said to be slow, and what comes at last is shown', async ({ page, product }) => {
  await addAuthentications(page, [apps.assets]);
  await product.control('POST', '/faults', { path: filterPath(apps.assets), delayMs: 3000, times: 1 });
  await page.goto('/as/app-22192');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Assets');
  await expect(page.getByText('Podio is slow. Still waiting…').first()).toBeVisible({ timeout: 8000 });
  await expect(page.getByRole('table', { name: /^Items of Assets/ })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Podio is slow. Still waiting…')).toHaveCount(0);
});

test('a call that takes too long can be cancelled', async ({ page, product }) => {
  await addAuthentications(page, [apps.bugs]);
  await product.control('POST', '/faults', { path: '/app/22119', delayMs: 20_000, times: 1 });
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
  const { send, result } = explorer(page);
  await send.click();
  await page.getByRole('button', { name: 'Cancel call' }).click();
  await expect(send).toBeVisible();
  await send.click();
  await expect(result).toHaveText(/^200 OK/);
});

test('with Podio out of reach nothing typed is lost, at sign-in and in a call', async ({ page, product, trouble }) => {
  trouble.declare(/status of 502/);
  await product.control('POST', '/faults', { path: '/oauth/token/v2', drop: true, times: 1 });
  await page.goto('/sign-in/app');
  await page.getByRole('textbox', { name: 'App ID' }).fill('22119');
  await page.getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page.getByRole('alert')).toContainText('Podio cannot be reached at the moment. What you typed is kept. Try again.');
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page).toHaveURL('/as/app-22119');

  await openExplorer(page, 'app-22119');
  const text = '{ "fields": { "title": "Still here" } }';
  await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: text });
  await product.control('POST', '/faults', { path: '/item/app/22119/', drop: true, times: 1 });
  const { send, result, body } = explorer(page);
  await send.click();
  await expect(page.getByText(/Podio cannot be reached/).first()).toBeVisible();
  await expect(body).toHaveValue(text);
  expect(await product.podioRequests('POST', '/item/app/22119/'), 'a write is sent once').toHaveLength(1);
  await send.click();
  await expect(result).toHaveText(/^200 OK/);
});

test('a server that went away during sign-in keeps the form, and the next press works', async ({ page, product, trouble }) => {
  trouble.declare(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  await page.goto('/sign-in/app');
  await page.getByRole('textbox', { name: 'App ID' }).fill('22119');
  await page.getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
  await product.stop();
  try {
    await page.getByRole('button', { name: 'Sign in as app' }).click();
    await expect(page.getByRole('alert').first()).toContainText('The keyring server does not answer.');
    await expect(page.getByRole('textbox', { name: 'App ID' })).toHaveValue('22119');
  } finally {
    await product.start();
  }
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page).toHaveURL('/as/app-22119');
});

test('BR15 a browser that is offline says so, and says when it is back', async ({ page, context, trouble }) => {
  trouble.declare(/ERR_INTERNET_DISCONNECTED/);
  await addAuthentications(page, [apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: /^You are offline\./ })).toBeVisible();
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^You are offline\./)).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'You are online again.' })).toHaveCount(1);
});

test('a full keyring says so before Podio is asked, and takes one more when one has left', async ({ page, product, trouble }) => {
  trouble.declare(/status of 409.*\/auth\/app/);
  const { capacity } = (await (await page.request.get('/auth/config')).json()) as { capacity: number };
  await addAuthentications(
    page,
    Array.from({ length: capacity }, (_, index) => 22120 + index),
  );
  const before = (await product.counts()).token.app;
  await page.goto('/sign-in/app');
  await page.getByRole('textbox', { name: 'App ID' }).fill('22119');
  await page.getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your keyring is full');
  await expect(page.getByText(`It holds ${capacity} of ${capacity} authentications.`)).toBeVisible();
  await expect(page.getByText('You will need the app token again.')).toBeVisible();
  expect((await product.counts()).token.app).toBe(before);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Still full.').first()).toBeVisible();

  await page
    .getByRole('button', { name: /^Sign out of .+ \(app \d+\)$/ })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page).toHaveURL('/as/app-22119');
});
