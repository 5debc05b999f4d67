import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { explorer, openExplorer } from '../support/explorer.ts';
import { whoseTokens } from '../support/podio-tokens.ts';
import { actingAs, addAuthentications, apps } from '../support/sign-in.ts';
import { itemsOf, task } from './task.ts';

const fillers = Array.from({ length: 38 }, (_, index) => 22120 + index);
const find = (page: Page) => page.getByRole('combobox', { name: 'Find an authentication' });
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });

async function expectActingAs(page: Page, id: string, name: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/as/${id}(/|$|\\?)`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(itemsOf(page, name)).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^${name} · .+ – Podio Keyring$`));
  await expect(actingAs(page)).toContainText(name);
  await expect(actingAs(page)).toBeFocused();
}

task('T4 acting as another of forty-one, and going back to the one before', 6, async ({ person, page, begin }) => {
  await addAuthentications(page, ['ada', ...fillers, apps.leads, apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(itemsOf(page, 'Bugs')).toBeVisible();
  begin();
  if (person.byKeyboard) {
    await actingAs(page).focus();
    await person.chord('ControlOrMeta+k');
    await expect(find(page)).toBeFocused();
    await person.type('leads');
    await person.chord('Enter');
  } else {
    await person.press(actingAs(page));
    await person.fill(find(page), 'leads');
    await person.press(option(page, /Leads.*app 22118/));
  }
  await expectActingAs(page, 'app-22118', 'Leads');
  if (person.byKeyboard) {
    await person.chord('ControlOrMeta+k');
    await expect(find(page)).toBeFocused();
    await person.chord('ArrowDown');
    await person.chord('Enter');
  } else {
    await person.press(actingAs(page));
    await person.press(page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: /Bugs.*app 22119/ }));
  }
  await expectActingAs(page, 'app-22119', 'Bugs');
});

task('T5 no letter and no other tab changes who a tab acts as', 5, async ({ person, page, context, product, begin }) => {
  await addAuthentications(page, ['ada', apps.leads, apps.bugs]);
  const whose = await whoseTokens(page, product, ['user-1', 'app-22118', 'app-22119']);
  const adas = await context.newPage();
  await openExplorer(adas, 'user-1', { method: 'GET', path: '/user/status?tab=two' });
  await openExplorer(page, 'app-22119', { method: 'GET', path: '/app/22118?tab=one' });
  const [address, title] = [adas.url(), await adas.title()];

  await actingAs(page).focus();
  await page.keyboard.type('leads ada'.replace(' ', ''));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(actingAs(page)).toContainText('Bugs');
  await expect(page).toHaveURL(/\/as\/app-22119\//);

  begin();
  await person.press(actingAs(page));
  if (person.byKeyboard) {
    await expect(find(page)).toBeFocused();
    await person.type('leads');
    await person.chord('Enter');
  } else {
    await person.press(option(page, /Leads.*app 22118/));
  }
  await expect(page).toHaveURL(/\/as\/app-22118\/explorer/);
  await Promise.all([person.press(explorer(page).send), person.at(adas).press(explorer(adas).send)]);
  await expect(explorer(page).response).toContainText('"app_id": 22118');
  await expect(explorer(adas).result).toHaveText(/^200 OK/);
  expect([adas.url(), await adas.title()]).toEqual([address, title]);
  await expect(actingAs(adas)).toContainText('Ada Lovelace');
  expect((await product.podioRequests('GET', /tab=one/)).map(whose)).toEqual(['app-22118']);
  expect((await product.podioRequests('GET', /tab=two/)).map(whose)).toEqual(['user-1']);
});
