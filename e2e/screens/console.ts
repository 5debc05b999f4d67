import { expect } from '@playwright/test';
import { explorer, openExplorer } from '../support/explorer.ts';
import { actingAs, addAuthentications, apps } from '../support/sign-in.ts';
import { expectItems, type Screen } from './screen.ts';

/** The places of work, with everything in order. */
export const consoleScreens: Screen[] = [
  {
    name: 'home-of-a-person',
    title: /^Ada Lovelace · Apps – Podio Keyring$/,
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
      await expectItems(page, 'Bugs');
    },
  },
  {
    name: 'fields-dialog',
    title: /^Bugs · Items – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      await page.getByRole('button', { name: /^Fields \(\d+\)$/ }).click();
      await expect(page.getByRole('dialog', { name: 'Fields' })).toBeVisible();
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
    name: 'item',
    title: /^Bugs · .+ – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      const answer = await page.request.get('/keyring/app-22119/api/app/22119/item/4'); // has a value in every field
      await page.goto(`/as/app-22119/apps/22119/items/${(await answer.json()).item_id}`);
      await expect(page.getByRole('region', { name: 'Fields', exact: true })).toBeVisible();
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
    name: 'calls',
    title: /^Bugs · Calls – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Calls' }).click();
      await expect(page.getByRole('table', { name: 'Calls as Bugs' })).toBeVisible();
    },
  },
  {
    name: 'compare',
    title: /Compare – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/compare?a=app-22119&b=user-1&method=GET&path=%2Fapp%2F22119');
      await page.getByRole('button', { name: 'Send both' }).click();
      await expect(page.getByRole('table', { name: 'Differences' })).toBeVisible();
    },
  },
  {
    name: 'sandbox-controls',
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119');
      await page.getByRole('button', { name: 'Sandbox controls' }).click();
      await expect(page.getByRole('dialog', { name: 'Sandbox controls' })).toBeVisible();
    },
  },
  {
    name: 'keyboard-shortcuts',
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119');
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'switcher-open',
    title: /^Bugs · Items – Podio Keyring$/,
    open: async (page) => {
      const fillers = Array.from({ length: 10 }, (_, index) => 22120 + index);
      await addAuthentications(page, ['ada', 'grace', ...fillers, apps.leads, apps.bugs]);
      await page.goto('/as/app-22119');
      await expectItems(page, 'Bugs');
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
    name: 'edit-authentication',
    title: /^Authentications – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/authentications');
      await page.getByRole('button', { name: 'Edit Bugs (app 22119)' }).click();
      await expect(page.getByRole('dialog', { name: 'Edit Bugs (app 22119)' })).toBeVisible();
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
];
