import { expect } from '@playwright/test';
import { importScreen, startImport } from '../support/keyring.ts';
import { addAuthentications, apps, appToken } from '../support/sign-in.ts';
import { expectHeading, type Screen } from './screen.ts';

const lines = [`22119,${appToken(apps.bugs)},"Bugs, staging"`, '22118,not-its-token', `22117,${appToken(apps.projects)}`, 'no app at all'];

export const signInScreens: Screen[] = [
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
      await expectHeading(page, 'Add authentication');
      await expect(page.getByRole('button', { name: 'Continue with Podio' })).toBeVisible();
    },
  },
  {
    name: 'app-form-with-errors',
    title: /^Error: Sign in as an app – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/app');
      await page.getByRole('button', { name: 'Sign in as app' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'password-form',
    title: /^Sign in with a password – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/password');
      await expect(page.getByRole('textbox', { name: 'Email address' })).toBeVisible();
    },
  },
  {
    name: 'import-checked',
    title: /^Import apps – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/sign-in/import');
      await importScreen(page).field.fill(lines.join('\n'));
      await importScreen(page).check.click();
      await expect(importScreen(page).table).toBeVisible();
    },
  },
  {
    name: 'import-ended',
    title: /^Import apps – Podio Keyring$/,
    trouble: /status of 401.*\/auth\/app/,
    open: async (page) => {
      await page.goto('/sign-in/import');
      await startImport(page, lines.join('\n'));
      await expect(page.getByRole('heading', { level: 2, name: '2 signed in, 1 rejected.' })).toBeVisible();
    },
  },
  {
    name: 'keyring-full',
    title: /^Error: .+ – Podio Keyring$/,
    trouble: /status of 409.*\/auth\/app/,
    open: async (page) => {
      await page.goto('/sign-in/app?app=22119');
      await addAuthentications(
        page,
        Array.from({ length: 60 }, (_, index) => 22120 + index),
      );
      await page.getByLabel('App token', { exact: true }).fill(appToken(apps.bugs));
      await page.getByRole('button', { name: 'Sign in as app' }).click();
      await expectHeading(page, 'Your keyring is full');
    },
  },
  {
    name: 'denied',
    title: /^Error: .+ – Podio Keyring$/,
    open: async (page) => {
      await page.goto('/callback?error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request.');
      await expectHeading(page, 'You did not allow access');
    },
  },
  {
    name: 'not-matched',
    title: /^Error: .+ – Podio Keyring$/,
    trouble: /status of 403.*\/auth\/callback/,
    open: async (page) => {
      await page.goto('/callback?code=0123456789abcdef0123456789abcdef&state=of-nobody');
      await expectHeading(page, 'This sign-in could not be matched');
    },
  },
];
