import { expect, type Locator, type Page } from '@playwright/test';
import { appToken } from './sign-in.ts';

/** Ids that the browser of this page holds, as the server sees them, in the order in which they were added. */
export async function heldIds(page: Page): Promise<string[]> {
  const { authentications } = await (await page.request.get('/keyring')).json();
  return authentications.map(({ id }: { id: string }) => id);
}

/** Lines of the import for the fillers from 22120 on. */
export const fillerLines = (count: number, first = 22120): string =>
  Array.from({ length: count }, (_, index) => `${first + index},${appToken(first + index)}`).join('\n');

/** The import by its accessible names. */
export const importScreen = (page: Page) => ({
  field: page.getByRole('textbox', { name: 'Apps to import' }),
  check: page.getByRole('button', { name: 'Check lines' }),
  table: page.getByRole('table', { name: 'Check' }),
  submit: page.getByRole('button', { name: /^Sign in \d+ apps?$/ }),
  progress: page.getByRole('progressbar', { name: 'Signing in apps' }),
  stop: page.getByRole('button', { name: 'Stop' }),
  rejected: page.getByRole('table', { name: 'Rejected' }),
});

/** Pastes, checks and starts. */
export async function startImport(page: Page, lines: string): Promise<void> {
  const { field, check, submit } = importScreen(page);
  await field.fill(lines);
  await check.click();
  await submit.click();
}

/** What the run came to; sixty sign-ins take a while on a small machine. */
export async function expectImported(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 2, name: sentence })).toBeVisible({ timeout: 60_000 });
}

/** Holds the sign-in of one app back on its way to the server, until it is let go. */
export async function holdBack(page: Page, appId: number): Promise<{ letGo: () => void }> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/auth/app', async (route) => {
    if (Number(route.request().postDataJSON().appId) === appId) await held;
    await route.continue();
  });
  return { letGo: () => letGo() };
}

export const switchOf = (page: Page, named: string): Locator => page.getByRole('switch', { name: `Read-only: ${named}` });
