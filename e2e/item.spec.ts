import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './support/axe.ts';
import { addAuthentications, apps } from './support/sign-in.ts';

interface Item {
  item_id: number;
  app_item_id: number;
  title: string;
  fields: { type: string; values: { value: { item_id: number; title: string; app_item_id: number } }[] }[];
}

/** Bug number 4 has a value in every field, a picture among them. */
async function bugWithEverything(page: Page): Promise<Item> {
  return (await page.request.get('/keyring/app-22119/api/app/22119/item/4')).json();
}

const item = (page: Page) => ({
  title: page.getByRole('heading', { level: 1 }),
  fields: page.getByRole('region', { name: 'Fields', exact: true }),
  back: page.getByRole('link', { name: 'Back to items' }),
});

test('from the table to an item, through all it holds, and back to the very page of the table', async ({ page, product }) => {
  await addAuthentications(page, [apps.bugs]);
  const bug = await bugWithEverything(page);
  await page.goto('/as/app-22119/apps/22119/items?sort=item&rows=100');
  const link = page.getByRole('rowheader').getByRole('link', { name: `${bug.title} #4`, exact: true });
  await link.click();
  await expect(page).toHaveURL(`/as/app-22119/apps/22119/items/${bug.item_id}`);
  const { title, fields, back } = item(page);
  await expect(title).toHaveText(bug.title);
  await expect(title).toBeFocused();
  await expect(page).toHaveTitle(`Bugs · ${bug.title} – Podio Keyring`);
  await expect(page.getByText(`#4 · item ${bug.item_id} · created by Ada Lovelace`)).toBeVisible();
  for (const text of ['Medium', 'Grace Hopper', '€111.75', 'Jan 4, 2026', '21%', '45 min', 'Vesterbrogade 3', '+45 70 00 1003'])
    await expect(fields.getByText(text).first(), text).toBeVisible();

  // The picture came by a call as this authentication, and is one.
  const picture = fields.getByRole('img', { name: 'login.png' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(0);
  const download = page.waitForEvent('download');
  await fields.getByRole('button', { name: 'Download login.png' }).click();
  expect((await download).suggestedFilename()).toBe('login.png');
  await expect(page.getByRole('status').filter({ hasText: 'Downloaded login.png.' })).toHaveCount(1);

  await page.getByRole('button', { name: 'Show API call' }).click();
  const call = page.getByRole('region', { name: 'API call' });
  await expect(call).toContainText(`GET /item/${bug.item_id}?mark_as_viewed=0`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await call.getByRole('button', { name: 'Copy request ID' }).click();
  const requestId = await page.evaluate(() => navigator.clipboard.readText());
  await expect(call).toContainText(requestId);
  await page.getByRole('button', { name: 'Copy item ID' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(String(bug.item_id));
  await page.getByText('Raw JSON').click();
  await expect(page.getByRole('region', { name: 'Raw JSON' })).toContainText(`"item_id": ${bug.item_id}`);
  await expectNoAxeViolations(page);
  const viewed = await product.podioRequests('GET', /^\/item\/\d+/);
  expect(viewed.every(({ url }) => url.endsWith('?mark_as_viewed=0'))).toBe(true);

  await back.click();
  await expect(page).toHaveURL('/as/app-22119/apps/22119/items?sort=item&rows=100');
  await expect(link).toBeVisible();
});

test('a related item of another app: who may open it, as whom it opens, and the number that was meant', async ({ page, trouble }) => {
  trouble.declare(/status of 40[34].*\/api\/item\//, /status of 410.*\/api\/item\//);
  await addAuthentications(page, ['ada', apps.projects, apps.bugs]);
  const bug = await bugWithEverything(page);
  const project = bug.fields.find(({ type }) => type === 'app')?.values[0]?.value as Item['fields'][0]['values'][0]['value'];
  await page.goto(`/as/app-22119/apps/22119/items/${bug.item_id}`);
  const { title, fields } = item(page);
  await expect(fields.getByText('Bugs cannot open items of Projects.')).toBeVisible();
  await fields.getByRole('link', { name: project.title, exact: true }).click();
  await expect(title).toHaveText('Bugs cannot open this');
  await expect(title).toBeFocused();
  await expect(page.getByRole('main')).toContainText('Bugs cannot open items of Projects. Another authentication may.');
  const others = page.getByRole('list', { name: 'Open with another authentication' });
  await expect(others.getByRole('link')).toHaveText(['Open as Projects (app 22117)', 'Open as Ada Lovelace (user 1)']);
  await expectNoAxeViolations(page);
  await others.getByRole('link', { name: 'Open as Projects (app 22117)' }).click();
  await expect(page).toHaveURL(`/as/app-22117/apps/22117/items/${project.item_id}`);
  await expect(title).toHaveText(project.title);

  // The number within the app, taken for the id.
  await page.goto('/as/app-22119/apps/22119/items/4');
  await expect(title).toHaveText('Item not found');
  await page.getByRole('link', { name: `Open #4 ${bug.title}` }).click();
  await expect(title).toHaveText(bug.title);
  await expect(page).toHaveURL(`/as/app-22119/apps/22119/items/${bug.item_id}`);

  await page.request.delete(`/keyring/app-22119/api/item/${bug.item_id}`);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('This has been deleted in Podio.');
  await page.getByRole('alert').getByRole('link', { name: 'Back to items' }).click();
  await expect(page).toHaveURL('/as/app-22119/apps/22119/items');
});
