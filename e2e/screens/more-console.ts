import { expect } from '@playwright/test';
import { explorer, openExplorer, writeCall } from '../support/explorer.ts';
import { actingAs, addAuthentications, apps } from '../support/sign-in.ts';
import { expectItems, type Screen } from './screen.ts';

export const moreConsoleScreens: Screen[] = [
  {
    name: 'home-filtered',
    more: true,
    title: /^Ada Lovelace · Apps – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/user-1');
      await page.getByRole('searchbox', { name: 'Find an app' }).fill('s');
      await expect(page.getByRole('link', { name: 'Bugs', exact: true })).toBeVisible();
    },
  },
  {
    name: 'items-sorted-with-the-call',
    more: true,
    title: /^Bugs · Items – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/as/app-22119?sort=-title&page=2');
      await expectItems(page, 'Bugs');
      await page.getByRole('button', { name: 'Show API call' }).click();
      await expect(page.getByRole('region', { name: 'API call' })).toBeVisible();
    },
  },
  {
    name: 'items-loading',
    more: true,
    title: /^Assets · Items – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.assets]);
      await page.route('**/filter/**', () => {}); // never answered
      await page.goto('/as/app-22192');
      await expect(page.getByText('Podio is slow. Still waiting…').first()).toBeVisible({ timeout: 15_000 });
    },
  },
  {
    name: 'item-of-projects',
    more: true,
    title: /^Projects · .+ – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.projects]);
      const answer = await page.request.get('/keyring/app-22117/api/app/22117/item/1');
      await page.goto(`/as/app-22117/apps/22117/items/${(await answer.json()).item_id}`);
      await expect(page.getByRole('region', { name: 'Fields', exact: true })).toBeVisible();
    },
  },
  {
    name: 'explorer-first-visit',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119');
    },
  },
  {
    name: 'explorer-operations',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119');
      await explorer(page).path.fill('item');
      await expect(page.getByRole('listbox', { name: 'Operations' })).toBeVisible();
    },
  },
  {
    name: 'explorer-parameters',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/item/{item_id}' });
      await explorer(page).send.click();
      await expect(page.getByText(/Fill in/).first()).toBeVisible();
    },
  },
  {
    name: 'explorer-broken-body',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119');
      await writeCall(page, { method: 'POST', path: '/item/app/22119/', body: '{\n  "fields": {\n    "a": 1 "b": 2\n  }\n}' });
      await explorer(page).send.click();
      await expect(explorer(page).body).toHaveAccessibleDescription(/Line 3/);
    },
  },
  {
    name: 'explorer-copy-as',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
      await explorer(page).send.click();
      await page.getByRole('tab', { name: 'Copy as' }).click();
      await page.getByRole('radio', { name: 'podio-php' }).check();
    },
  },
  {
    name: 'explorer-quiet-write',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'PUT', path: '/item/1' });
      await expect(page.getByRole('checkbox', { name: 'Quiet' })).toBeVisible();
    },
  },
  {
    name: 'explorer-tried-each',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    trouble: /status of 403/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
      await page.getByRole('button', { name: 'Try with each authentication' }).click();
      await page.keyboard.press('Enter');
      await expect(page.getByText('2 of 3 can make this call.')).toBeVisible();
    },
  },
  {
    name: 'explorer-find',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22119' });
      await explorer(page).send.click();
      await page.getByRole('button', { name: 'Find' }).click();
      await page.keyboard.type('status');
      await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
    },
  },
  {
    name: 'explorer-small-number',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    trouble: /status of 404/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await openExplorer(page, 'app-22119', { method: 'GET', path: '/item/4' });
      await explorer(page).send.click();
      await expect(page.getByRole('button', { name: 'GET /app/22119/item/4' })).toBeVisible();
    },
  },
  {
    name: 'explorer-read-only',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/authentications');
      await page.getByRole('switch', { name: 'Read-only: Bugs (app 22119)' }).click();
      await openExplorer(page, 'app-22119', { method: 'DELETE', path: '/item/1' });
      await expect(page.getByText(/read-only in this keyring/)).toBeVisible();
    },
  },
  {
    name: 'switcher-no-match',
    more: true,
    title: /^Bugs · API explorer – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await openExplorer(page, 'app-22119');
      await actingAs(page).click();
      await page.getByRole('combobox', { name: 'Find an authentication' }).fill('nobody');
      await expect(page.getByText('No authentication matches. Check the spelling or add it.').first()).toBeVisible();
    },
  },
  {
    name: 'no-calls-yet',
    more: true,
    title: /^Bugs · Calls – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/as/app-22119/calls');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Calls');
    },
  },
  {
    name: 'compare-first',
    more: true,
    title: /Compare – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.bugs]);
      await page.goto('/compare?a=app-22119&b=user-1&method=GET&path=%2Fapp%2F22119');
      await expect(page.getByRole('button', { name: 'Send both' })).toBeVisible();
    },
  },
  {
    name: 'compare-refused',
    more: true,
    title: /Compare – Podio Keyring$/,
    trouble: /status of 403/,
    open: async (page) => {
      await addAuthentications(page, [apps.leads, apps.bugs]);
      await page.goto('/compare?a=app-22119&b=app-22118&method=GET&path=%2Fapp%2F22119');
      await page.getByRole('button', { name: 'Send both' }).click();
      await expect(page.getByText('Statuses differ: 200 and 403.').first()).toBeVisible();
    },
  },
  {
    name: 'sign-out-of-everything',
    more: true,
    title: /^Authentications – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
      await page.goto('/authentications');
      await page.getByRole('button', { name: 'Sign out of everything' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
];
