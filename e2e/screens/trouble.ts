import { expect } from '@playwright/test';
import { explorer, openExplorer } from '../support/explorer.ts';
import { actingAs, addAuthentications, apps } from '../support/sign-in.ts';
import { expectHeading, expectItems, type Screen } from './screen.ts';

/** When things go wrong. */
export const troubleScreens: Screen[] = [
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
    name: 'item-of-another-app',
    title: /^Error: Bugs · Item – Podio Keyring$/,
    trouble: /status of 403/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.projects, apps.bugs]);
      const answer = await page.request.get('/keyring/app-22117/api/app/22117/item/1');
      await page.goto(`/as/app-22119/apps/22117/items/${(await answer.json()).item_id}`);
      await expectHeading(page, 'Bugs cannot open this');
    },
  },
  {
    name: 'item-not-found',
    title: /^Error: Bugs · Item – Podio Keyring$/,
    trouble: /status of 404/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/as/app-22119/apps/22119/items/4');
      await expect(page.getByRole('link', { name: /^Open #4 / })).toBeVisible();
    },
  },
  {
    name: 'offline',
    title: /^Bugs · Items – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      // Only the page thinks so: the other language has still to come.
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'onLine', { get: () => false });
        dispatchEvent(new Event('offline'));
      });
      await expect(page.getByRole('status').filter({ hasText: /^You are offline\./ })).toBeVisible();
    },
  },
  {
    name: 'server-away',
    title: /^.+ – Podio Keyring$/,
    trouble: /ERR_FAILED.*\/keyring/,
    open: async (page) => {
      await page.route('**/keyring', (route) => route.abort());
      await page.goto('/as/app-22119');
      await expectHeading(page, 'The keyring server does not answer');
    },
  },
  {
    name: 'link-needs-another',
    title: /^Authentication needed – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22118');
      await expectHeading(page, 'This link needs app 22118');
    },
  },
  {
    name: 'not-allowed',
    title: /^.+ – Podio Keyring$/,
    trouble: /status of 403/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119/apps/22118/items');
      await expectHeading(page, 'Bugs cannot open this');
    },
  },
  {
    name: 'not-found',
    title: /^Page not found – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/nothing/here');
      await expectHeading(page, 'Page not found');
    },
  },
  {
    name: 'signed-out',
    title: /^Bugs · Signed out – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      await actingAs(page).click();
      await page.getByRole('button', { name: 'Sign out of Bugs (app 22119)' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
      await expectHeading(page, 'Signed out of Bugs');
    },
  },
];
