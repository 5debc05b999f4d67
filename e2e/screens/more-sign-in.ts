import { expect } from '@playwright/test';
import { fillerLines, holdBack, importScreen, startImport } from '../support/keyring.ts';
import { addAuthentications, allowAs, apps, people } from '../support/sign-in.ts';
import { expectHeading, type Screen } from './screen.ts';

export const moreSignInScreens: Screen[] = [
  {
    name: 'app-form',
    more: true,
    title: /^Sign in as an app – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/app');
      await expect(page.getByRole('textbox', { name: 'App ID' })).toBeVisible();
    },
  },
  {
    name: 'app-rejected',
    more: true,
    title: /^Error: Sign in as an app – Podio Keyring$/,
    trouble: /status of 401.*\/auth\/app/,
    open: async (page) => {
      await page.goto('/sign-in/app?app=22119');
      await page.getByLabel('App token', { exact: true }).fill('a-guess');
      await page.getByRole('button', { name: 'Sign in as app' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'import-form',
    more: true,
    title: /^Import apps – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/import');
      await expect(importScreen(page).field).toBeVisible();
    },
  },
  {
    name: 'import-running',
    more: true,
    title: /^Import apps – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/import');
      await holdBack(page, 22125);
      await startImport(page, fillerLines(12));
      await expect(page.getByRole('status').filter({ hasText: '5 of 12' })).toBeVisible();
    },
  },
  {
    name: 'finishing-sign-in',
    more: true,
    title: /^Sign in – Podio Keyring$/,
    open: async (page) => {
      await page.route('**/auth/callback', () => {}); // never answered
      await page.goto('/callback?code=0123456789abcdef0123456789abcdef&state=of-nobody');
      await expect(page.getByText('Podio is slow. Still waiting…')).toBeVisible();
    },
  },
  {
    name: 'code-used',
    more: true,
    title: /^Error: .+ – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/callback');
      await expectHeading(page, 'This sign-in was already used');
    },
  },
  {
    name: 'someone-else-signed-in',
    more: true,
    title: /^Grace Hopper · Sign in – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, ['ada']);
      const asked = await page.request.post('/auth/authorize', { data: { returnTo: '/callback?again=user-1' } });
      await page.goto((await asked.json()).authorizeUrl);
      await allowAs(page, people.grace);
      await expectHeading(page, 'You signed in as Grace Hopper');
    },
  },
  {
    name: 'signed-out-of-everything',
    more: true,
    title: /^Sign in – Podio Keyring$/,
    open: async (page) => {
      await addAuthentications(page, [apps.bugs]);
      await page.goto('/authentications');
      await page.getByRole('button', { name: 'Sign out of everything' }).click();
      await page.getByRole('button', { name: /^Sign out of all/ }).click();
      await expect(page.getByText('You are signed out of everything.')).toBeVisible();
    },
  },
];
