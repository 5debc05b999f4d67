import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { explorer, openExplorer } from './support/explorer.ts';
import type { Product } from './support/product.ts';
import { actingAs, addAuthentications, apps } from './support/sign-in.ts';

interface Screen {
  name: string;
  /** `{name} · {page} – Podio Keyring` */
  title: RegExp;
  /** What the browser reports on the way, on purpose. */
  trouble?: RegExp;
  /** Goes there, and returns when it is drawn. */
  open(page: Page, product: Product): Promise<unknown>;
}

const heading = (page: Page, text: string | RegExp) => expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
const ready = {
  items: (page: Page, name: string) => expect(page.getByText(/1–\d+ of [\d,]+/).first(), name).toBeVisible(),
};

const screens: Screen[] = [
  {
    name: 'sign-in',
    title: /^Sign in – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: 'Explore with sample data' })).toBeVisible();
      await page.getByText('Permissions', { exact: true }).click();
    },
  },
  {
    name: 'add-authentication',
    title: /^Add authentication – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/sign-in');
      await heading(page, 'Add authentication');
      await expect(page.getByRole('button', { name: 'Continue with Podio' })).toBeVisible();
    },
  },
  {
    name: 'app-form-with-errors',
    title: /^Error: .+ – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/app');
      await page.getByRole('button', { name: 'Sign in as app' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'password-form',
    title: /^.+ – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/password');
      await expect(page.getByRole('textbox', { name: 'Email address' })).toBeVisible();
    },
  },
  {
    name: 'denied',
    title: /^Error: .+ – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/callback?error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request.');
      await heading(page, 'You did not allow access');
    },
  },
  {
    name: 'not-matched',
    title: /^Error: .+ – Podio Keyring$/,
    trouble: /status of 403.*\/auth\/callback/,
    open: async (page) => {
      await page.goto('/callback?code=0123456789abcdef0123456789abcdef&state=of-nobody');
      await heading(page, 'This sign-in could not be matched');
    },
  },
  {
    name: 'home-of-a-person',
    title: /^Ada Lovelace · .+ – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/user-1');
      await expect(page.getByRole('heading', { level: 3, name: 'CRM' })).toBeVisible();
    },
  },
  {
    name: 'items',
    title: /^Bugs · Items – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
      await page.goto('/as/app-22119');
      await ready.items(page, 'Bugs');
    },
  },
  {
    name: 'no-items',
    title: /^Contacts · Items – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.contacts]);
      await page.goto('/as/app-22190');
      await expect(page.getByRole('heading', { name: 'No items yet' })).toBeVisible();
    },
  },
  {
    name: 'explorer-answered',
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
      await explorer(page).send.click();
      await expect(explorer(page).result).toHaveText(/^200 OK/);
    },
  },
  {
    name: 'explorer-asks-before-delete',
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'DELETE', path: '/item/1' });
      await explorer(page).send.click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
  {
    name: 'switcher-open',
    title: /^Bugs · Items – Podio Keyring$/,
    open: async (page) => {
      const fillers = Array.from({ length: 10 }, (_, index) => 22120 + index);
      await addAuthentications(page, ['ada', 'grace', ...fillers, apps.leads, apps.bugs]);
      await page.goto('/as/app-22119');
      await ready.items(page, 'Bugs');
      await actingAs(page).click();
      await expect(page.getByRole('option', { name: /Leads/ })).toBeVisible();
    },
  },
  {
    name: 'authentications',
    title: /^Authentications – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
      await page.goto('/authentications');
      await expect(page.getByRole('button', { name: 'Sign out of Bugs (app 22119)' })).toBeVisible();
    },
  },
  {
    name: 'no-authentications',
    title: /^Authentications – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/authentications');
      await expect(page.getByText('Nothing in your keyring yet.')).toBeVisible();
    },
  },
  {
    name: 'sign-in-needed',
    title: /^Bugs · Items – Podio Keyring$/,
    trouble: /status of 401/,
    open: async (page, product) => {
      await addAuthentications(page, [apps.bugs]);
      await product.control('POST', '/revoke', {});
      await page.goto('/as/app-22119');
      await expect(page.getByRole('region', { name: 'Sign-in needed' })).toBeVisible();
    },
  },
  {
    name: 'sign-in-again',
    title: /^Bugs · API explorer – Podio Keyring$/,
    trouble: /status of 401/,
    open: async (page, product) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
      await product.control('POST', '/revoke', {});
      await explorer(page).send.click();
      await expect(page.getByRole('dialog', { name: 'Sign in again as Bugs' })).toBeVisible();
    },
  },
  {
    name: 'calls-used-up',
    title: /^Bugs · API explorer – Podio Keyring$/,
    trouble: /status of 420/,
    open: async (page, product) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
      await product.control('PATCH', '/settings', { rateLimitPerHour: 0 });
      await explorer(page).send.click();
      await expect(page.getByRole('heading', { name: 'Bugs has used its calls for this hour' })).toBeVisible();
    },
  },
  {
    name: 'podio-has-a-problem',
    title: /^Bugs · Items – Podio Keyring$/,
    trouble: /status of 503/,
    open: async (page, product) => {
      await addAuthentications(page, [apps.bugs]);
      await product.control('POST', '/faults', { path: '/item/app/22119/filter/', status: 503, times: 9 });
      await page.goto('/as/app-22119');
      await expect(page.getByText('Podio has a problem (503).').first()).toBeVisible();
    },
  },
  {
    name: 'link-needs-another',
    title: /^.+ – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22118');
      await heading(page, 'This link needs app 22118');
    },
  },
  {
    name: 'not-found',
    title: /^Page not found – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/nothing/here');
      await heading(page, 'Page not found');
    },
  },
  {
    name: 'signed-out',
    title: /^Bugs · Signed out – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119');
      await ready.items(page, 'Bugs');
      await actingAs(page).click();
      await page.getByRole('button', { name: 'Sign out of Bugs (app 22119)' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
      await heading(page, 'Signed out of Bugs');
    },
  },
];

/** The page as it stands, in a file for people to look at. */
async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.png`, animations: 'disabled' });
}

for (const screen of screens) {
  test(`the screen ${screen.name} is in order, light and dark, wide and narrow`, async ({ page, product, trouble }) => {
    if (screen.trouble) trouble.declare(screen.trouble);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await screen.open(page, product);
    await expect(page).toHaveTitle(screen.title);
    await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
    await photograph(page, `${screen.name}-light`);
    await expectNoAxeViolations(page);

    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
    await photograph(page, `${screen.name}-dark`);
    await expectNoAxeViolations(page, 'contrast');

    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await photograph(page, `${screen.name}-320`);
    // All of the page at once: what the bar at the bottom covers can be scrolled to, and axe does not scroll.
    await page.setViewportSize({ width: 320, height: 5000 });
    await expectNoAxeViolations(page, 'structure');
  });
}
