import { expect } from '../fixtures.ts';
import { heldIds } from '../support/keyring.ts';
import { actingAs, addAuthentications, apps } from '../support/sign-in.ts';
import { itemsOf, task } from './task.ts';

const fillers = Array.from({ length: 38 }, (_, index) => 22120 + index);

task('T11 LO8 signing out of one of forty-one, then of everything', 5, async ({ person, page, context, begin }) => {
  await addAuthentications(page, ['ada', ...fillers, apps.invoices, apps.bugs]);
  await page.goto('/as/app-22119');
  const other = await context.newPage();
  await other.goto('/as/app-22119');
  await expect(itemsOf(other, 'Bugs')).toBeVisible();
  await page.goto('/authentications');
  begin();
  // Nobody walks past forty rows with the Tab key.
  if (person.byKeyboard) await person.fill(page.getByRole('searchbox', { name: 'Find an authentication' }), 'invoices');
  await person.press(page.getByRole('button', { name: 'Sign out of Invoices (app 22191)' }));
  await person.press(page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }));
  await expect(page.getByText('40 of 60')).toBeVisible();
  await expect(actingAs(page)).toContainText('Bugs');
  expect(await heldIds(page)).toHaveLength(40);
  await expect(itemsOf(other, 'Bugs'), 'another tab stays who it is').toBeVisible();

  await person.press(page.getByRole('button', { name: 'Sign out of everything' }));
  const question = page.getByRole('alertdialog', { name: 'Sign out of everything?' });
  await expect(question).toContainText('This ends 40 authentications in this browser. Nothing changes in Podio.');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await person.press(question.getByRole('button', { name: 'Sign out of all 40' }));
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByText('You are signed out of everything.')).toBeVisible();

  await expect(other.getByText('You signed out of Bugs in another tab.')).toBeVisible();
  await expect(itemsOf(other, 'Bugs')).toHaveCount(0);
  await expect(other).toHaveURL('/as/app-22119');
  expect((await context.cookies()).filter(({ name }) => /keyring|authentication/.test(name))).toEqual([]);
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toMatch(/Bugs|Invoices|Ada/);
});
