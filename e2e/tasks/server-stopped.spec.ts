import { test as base, expect } from '../fixtures.ts';
import { explorer } from '../support/explorer.ts';
import { type Issued, Product } from '../support/product.ts';
import { addAuthentications, apps } from '../support/sign-in.ts';
import { goTo, itemsOf, taskOf } from './task.ts';

/** Podio stays while the server is away, and keyrings outlive it. */
const test = base.extend<object, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const product = await Product.withPodioElsewhere();
      await product.start();
      await use(product);
      await product.end();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
test.describe.configure({ mode: 'default' }); // one after another, so that one server does

taskOf(test)(
  'T12 a call copied as code; then the server goes and comes back',
  5,
  async ({ person, page, context, product, trouble, begin }) => {
    trouble.declare(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await addAuthentications(page, [apps.bugs]);
    await page.goto('/as/app-22119');
    await expect(itemsOf(page, 'Bugs')).toBeVisible();
    await goTo(page, /Explorer/i).click();
    const { path, send, result } = explorer(page);
    await path.fill('/item/app/22119/count');
    await page.keyboard.press('Escape');
    await send.click();
    await expect(result).toHaveText(/^200 OK/);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    begin();
    await person.press(page.getByRole('tab', { name: 'Copy as' }));
    await person.press(page.getByRole('radio', { name: 'podio-php' }), ' ');
    await person.press(page.getByRole('button', { name: 'Copy code' }));
    await expect(page.getByRole('status').filter({ hasText: /^Copied as podio-php\./ })).toHaveCount(1);
    const php = await copied();
    expect(php).toMatch(/PodioItem::|\$client->/);
    await person.press(page.getByRole('radio', { name: 'curl' }), ' ');
    await person.press(page.getByRole('button', { name: 'Copy code' }));
    await expect(page.getByRole('status').filter({ hasText: /^Copied as curl\./ })).toHaveCount(1);
    const curl = await copied();
    expect(curl).toContain('OAuth2 $PODIO_ACCESS_TOKEN');
    const { accessTokens, refreshTokens, appTokens } = await product.control<Issued>('GET', '/issued');
    for (const token of [...accessTokens, ...refreshTokens, ...appTokens]) expect(php + curl).not.toContain(token);

    const { actions } = person;
    await product.stop();
    const banner = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try now' }) });
    try {
      await person.press(send);
      await expect(banner).toContainText('The keyring server does not answer.');
      await expect(path).toHaveValue('/item/app/22119/count');
      await person.press(goTo(page, /Items/));
      await expect(itemsOf(page, 'Bugs'), 'what was there before').toBeVisible();
    } finally {
      await product.start();
    }
    // The page tries by itself as well, and may have found the server before anybody presses.
    await expect(async () => {
      const tryNow = banner.getByRole('button', { name: 'Try now' });
      if (await tryNow.isVisible()) await tryNow.click({ timeout: 1_000 });
      await expect(banner).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await person.press(goTo(page, /Explorer/i));
    await expect(path).toHaveValue('/item/app/22119/count');
    await person.press(send);
    await expect(result).toHaveText(/^200 OK/);
    person.actions = actions; // the limit is that of copying
  },
);
