import { expect } from '@playwright/test';
import { explorer, openExplorer } from '../support/explorer.ts';
import { actingAs, addAuthentications, apps, signInWithPodio } from '../support/sign-in.ts';
import { expectHeading, expectItems, type Screen } from './screen.ts';

export const moreTroubleScreens: Screen[] = [
  {
    name: 'sign-in-again-with-a-password',
    more: true,
    title: /^Ada Lovelace · API explorer – Podio Keyring$/,
    trouble: /status of 401/,
    open: async (page, product) => {
      await addAuthentications(page, ['ada']);
      await openExplorer(page, 'user-1', { method: 'GET', path: '/user/status' });
      await product.control('POST', '/revoke', {});
      await explorer(page).send.click();
      await expect(page.getByRole('dialog', { name: 'Sign in again as Ada Lovelace' })).toBeVisible();
    },
  },
  {
    name: 'sign-in-again-with-podio',
    more: true,
    title: /^Ada Lovelace · API explorer – Podio Keyring$/,
    trouble: /status of 401/,
    open: async (page, product) => {
      await signInWithPodio(page);
      await openExplorer(page, 'user-1', { method: 'GET', path: '/user/status' });
      await product.control('POST', '/revoke', {});
      await explorer(page).send.click();
      await expect(page.getByRole('dialog', { name: 'Sign in again as Ada Lovelace' })).toBeVisible();
    },
  },
  {
    name: 'sign-in-needed-over-old-rows',
    more: true,
    title: /^Bugs · Items – Podio Keyring$/,
    trouble: /status of 401/,
    open: async (page, product) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      await product.control('POST', '/revoke', {});
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('region', { name: 'Sign-in needed' })).toBeVisible();
    },
  },
  {
    name: 'keyring-ended',
    more: true,
    title: /^Error: Sign in – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      await page.context().clearCookies();
      await page.reload();
      await expectHeading(page, 'Your keyring has ended');
    },
  },
  {
    name: 'signed-out-in-another-tab',
    more: true,
    title: /^Bugs · Signed out – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      const other = await page.context().newPage();
      await other.goto('/authentications');
      await other.getByRole('button', { name: 'Sign out of Bugs (app 22119)' }).click();
      await other.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByRole('alert')).toContainText('You signed out of Bugs in another tab.');
      await other.close();
    },
  },
  {
    name: 'calls-used-up-over-items',
    more: true,
    title: /^Bugs · Items – Podio Keyring$/,
    trouble: /status of 420/,
    open: async (page, product) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      await product.control('PATCH', '/settings', { rateLimitPerHour: 0 });
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByRole('heading', { name: 'Bugs has used its calls for this hour' })).toBeVisible();
    },
  },
  {
    name: 'server-gone-during-work',
    more: true,
    title: /^Bugs · Items – Podio Keyring$/,
    trouble: /ERR_FAILED/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      await page.route(/\/(keyring|auth)\b/, (route) => route.abort());
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try now' }) })).toBeVisible();
    },
  },
  {
    name: 'few-calls-left',
    more: true,
    title: /^Timesheets · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.timesheets]);
      await openExplorer(page, 'app-22194', { method: 'GET', path: '/app/22194' });
      await explorer(page).send.click();
      await expect(explorer(page).result).toHaveText(/^200 OK/);
      await actingAs(page).click();
      await expect(page.getByRole('option', { name: /Timesheets.*calls? left/ })).toBeVisible();
    },
  },
  {
    name: 'malformed-address',
    more: true,
    title: /^Page not found – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/as/nobody-7');
      await expectHeading(page, 'Page not found');
    },
  },
];
