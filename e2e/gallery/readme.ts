import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { explorer } from '../support/explorer.ts';
import { actingAs, addAuthentications, apps } from '../support/sign-in.ts';
import { itemsOf } from '../tasks/task.ts';
import { folder } from './folder.ts';

// The three pictures of the README: `cp gallery/*.webp docs/` takes them over.
test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 640 });
  await addAuthentications(page, ['ada', 'grace', apps.projects, apps.contacts, apps.timesheets, apps.leads, apps.bugs]);
  await page.goto('/as/user-1'); // which tells the space of each app
  await expect(page.getByRole('heading', { level: 3, name: 'HR' })).toBeVisible();
  await actingAs(page).click();
  await page.getByRole('option', { name: /Bugs/ }).click();
  await expect(itemsOf(page, 'Bugs')).toBeVisible();
});

test('acting as one of many', async ({ page }) => {
  await actingAs(page).click();
  await expect(page.getByRole('option', { name: /Leads/ })).toBeVisible();
  await saveAsWebp(page, 'switcher');
});

test('a call and its answer', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.getByRole('link', { name: 'API explorer' }).click();
  await explorer(page).send.click();
  await expect(explorer(page).result).toHaveText(/^200 OK/);
  await saveAsWebp(page, 'explorer');
});

test('one call as two', async ({ page }) => {
  await page.goto('/compare?a=app-22119&b=user-1&method=GET&path=%2Fapp%2F22119');
  await page.getByRole('button', { name: 'Send both' }).click();
  await expect(page.getByRole('table', { name: 'Differences' })).toBeVisible();
  await saveAsWebp(page, 'compare');
});

/** As small as the browser itself can make it: a tenth of the PNG. */
async function saveAsWebp(page: Page, name: string): Promise<void> {
  const png = await page.screenshot({ animations: 'disabled' });
  const blank = await page.context().newPage();
  const webp = await blank.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.8);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await blank.close();
  writeFileSync(`${folder}${name}.webp`, Buffer.from(webp.split(',')[1] ?? '', 'base64'));
}
