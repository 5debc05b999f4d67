import { expect, type Page } from '@playwright/test';

/** The API explorer by its accessible names. */
export const explorer = (page: Page) => ({
  method: page.getByRole('combobox', { name: 'Method' }),
  path: page.getByRole('combobox', { name: 'Path' }),
  send: page.getByRole('button', { name: /^Send [A-Z]+ as / }),
  bodyTab: page.getByRole('tab', { name: 'Body' }).first(),
  body: page.getByRole('textbox', { name: 'JSON body' }),
  result: page.getByRole('status').filter({ hasText: /^\d{3} / }),
  response: page.getByRole('region', { name: 'Response body' }),
});

export async function openExplorer(page: Page, id: string, call: { method?: string; path?: string } = {}): Promise<void> {
  await page.goto(`/as/${id}/explorer?${new URLSearchParams(call)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API explorer');
}

/** Fills in a call; leaves the body alone where none is given. */
export async function writeCall(page: Page, call: { method: string; path: string; body?: string }): Promise<void> {
  const { method, path, bodyTab, body } = explorer(page);
  await method.selectOption(call.method);
  await path.fill(call.path);
  await page.keyboard.press('Escape'); // the list of known operations
  if (call.body === undefined) return;
  await bodyTab.click();
  await body.fill(call.body);
}
