import type { Page, Request } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Issued } from './support/product.ts';
import { addAuthentications, apps, goToConsent, people, signInWithPodio } from './support/sign-in.ts';

/** The path-only addresses of this tab's history. */
async function addressesInHistory(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.map(({ url }) => url);
}

test('a person who allows it on Podio’s page acts as themselves', async ({ page, product }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to Podio');
  await goToConsent(page);
  expect(new URL(page.url()).origin).toBe(product.sandboxUrl);
  await page.getByRole('button', { name: 'Allow' }).click();

  await expect(page).toHaveURL('/as/user-1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Lovelace');
  await expect(page.getByRole('heading', { level: 3, name: 'CRM' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bugs', exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^Ada Lovelace · .+ – Podio Keyring$/);
  expect((await product.counts()).token.authorization_code).toBe(1);
});

test('CB9 no request after the callback carries the code or the state in its address or its Referer', async ({ page, product }) => {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await signInWithPodio(page);
  await expect(page.getByRole('heading', { level: 3, name: 'CRM' })).toBeVisible();

  const arrival = requests.findIndex((request) => request.url().startsWith(`${product.url}/callback?`));
  const callback = new URL((requests[arrival] as Request).url());
  const [code, state] = ['code', 'state'].map((name) => callback.searchParams.get(name) as string);
  const { codes } = await product.control<Issued>('GET', '/issued');
  expect(codes).toContain(code);
  const later = requests.slice(arrival + 1);
  expect(later.length).toBeGreaterThan(2);
  for (const request of later) {
    const { referer = '' } = await request.allHeaders();
    for (const place of [request.url(), referer]) {
      expect(place).not.toContain(code);
      expect(place).not.toContain(state);
    }
  }
  const posts = later.filter((request) => new URL(request.url()).pathname === '/auth/callback');
  expect(posts.map((request) => request.postDataJSON())).toEqual([{ code, state }]);
});

test('CB9 Back never returns to the code', async ({ page, product }) => {
  await signInWithPodio(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Lovelace');
  const addresses = await addressesInHistory(page);
  expect(addresses.filter((address) => address.includes('/callback') && address.startsWith(product.url))).toEqual([]);
  await page.goBack();
  expect(new URL(page.url()).pathname).not.toBe('/callback');
});

test('after sign-in the page is shown that the person wanted', async ({ page }) => {
  await page.goto('/sign-in?return=%2Fas%2Fuser-1%2Fexplorer');
  await goToConsent(page);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page).toHaveURL(/\/as\/user-1\/explorer/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API explorer');
});

test('a person who denies it reads Podio’s own words, and nothing was added', async ({ page, product, trouble }) => {
  trouble.declare(/status of 403.*\/auth\/callback/);
  await addAuthentications(page, [apps.leads]);
  await page.goto('/sign-in');
  await goToConsent(page);
  await page.getByRole('button', { name: 'Deny' }).click();

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('You did not allow access');
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByText('Nothing was added. Your other authentications are as before.')).toBeVisible();
  await expect(page.getByText('The user denied your request.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect((await product.counts()).token.authorization_code).toBe(0);

  await page.getByRole('link', { name: 'Other ways to sign in' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/as/app-22118');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leads');
});

test('a denial that names no sign-in is shown, and posted nowhere', async ({ page }) => {
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  await page.goto('/callback?error_reason=user_denied&error=access_denied&error_description=The+user+denied+your+request.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You did not allow access');
  await expect(page.getByText('The user denied your request.')).toBeVisible();
  await expect(page).toHaveURL('/callback');
  expect(posts).toEqual([]);
});

test('a callback address opened again signs nobody in, and asks Podio for nothing', async ({ page, product, trouble }) => {
  trouble.declare(/status of 403.*\/auth\/callback/);
  const callback = page.waitForRequest((request) => request.url().startsWith(`${product.url}/callback?`));
  await signInWithPodio(page);
  const stale = (await callback).url();
  const before = await product.counts();

  await page.goto(stale);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^This sign-in (was already used|could not be matched)$/);
  await expect(page).toHaveURL('/callback');
  const after = await product.counts();
  expect({ token: after.token, tokenErrors: after.tokenErrors }).toEqual({ token: before.token, tokenErrors: before.tokenErrors });

  await page.getByRole('link', { name: 'Go to your authentications' }).click();
  await expect(page.getByRole('rowheader', { name: /Ada Lovelace/ })).toBeVisible();
});

test('a callback without anything, as after a reload, leads on', async ({ page }) => {
  await page.goto('/callback');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('This sign-in was already used');
  await expect(page.getByText('You may have gone back or reloaded.')).toBeVisible();
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(page).toHaveURL('/sign-in');
});

test('CB10 a callback with another browser’s state is not matched, and no token is asked for', async ({
  page,
  product,
  browser,
  trouble,
}) => {
  trouble.declare(/status of 403.*\/auth\/callback/);
  const theirs = await browser.newContext({ baseURL: product.url });
  const theirPage = await theirs.newPage();
  await theirPage.goto('/sign-in');
  await goToConsent(theirPage, people.grace);
  // Their page never posts what it got, as an attacker would make it. (A redirect itself cannot be stopped by a route.)
  await theirPage.route(`${product.url}/auth/callback`, (route) => route.abort());
  const arrival = theirPage.waitForRequest((request) => request.url().startsWith(`${product.url}/callback?`));
  await theirPage.getByRole('button', { name: 'Allow' }).click();
  const address = (await arrival).url();
  await theirs.close();

  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This sign-in could not be matched');
  await expect(page.getByText('It was started in another browser or took longer than 10 minutes. Start again.')).toBeVisible();
  const { token, tokenErrors } = await product.counts();
  expect({ ...token, tokenErrors }).toEqual({ authorization_code: 0, app: 0, password: 0, refresh_token: 0, tokenErrors: 0 });
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(page).toHaveURL('/sign-in');
});

test('signing in again as the same person renews, and makes no twin', async ({ page }) => {
  await signInWithPodio(page);
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add authentication');
  await page.getByRole('button', { name: 'Continue with Podio' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page).toHaveURL('/as/user-1');
  await expect(page.getByText('You were already signed in as Ada Lovelace. We renewed it.').first()).toBeVisible();
  await page.goto('/authentications');
  await expect(page.getByRole('rowheader', { name: /Ada Lovelace/ })).toHaveCount(1);
});
