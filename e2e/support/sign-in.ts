import { expect, type Page } from '@playwright/test';

export const people = {
  ada: { id: 'user-1', name: 'Ada Lovelace', username: 'ada@example.com', password: 'sandbox' },
  grace: { id: 'user-2', name: 'Grace Hopper', username: 'grace@example.com', password: 'sandbox' },
};

/** Apps of the sandbox; the fillers 22120 to 22189 have no name worth knowing. */
export const apps = {
  projects: 22117,
  leads: 22118,
  bugs: 22119,
  contacts: 22190,
  invoices: 22191,
  assets: 22192,
  meetings: 22193,
  timesheets: 22194,
};

export const appToken = (appId: number) => `sandbox-app-token-${appId}`;

export const actingAs = (page: Page) => page.getByRole('combobox', { name: 'Acting as' });

/** Signs in through the form of an app, as a person does, and waits for its home. */
export async function signInAsApp(page: Page, appId: number): Promise<void> {
  await page.goto('/sign-in/app');
  await page.getByRole('textbox', { name: 'App ID' }).fill(String(appId));
  await page.getByLabel('App token', { exact: true }).fill(appToken(appId));
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page).toHaveURL(`/as/app-${appId}`);
}

/** Signs in through the password form, and waits for the person's home. */
export async function signInWithPassword(page: Page, person = people.ada): Promise<void> {
  await page.goto('/sign-in/password');
  await page.getByRole('textbox', { name: 'Email address' }).fill(person.username);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(`/as/${person.id}`);
}

/** From the sign-in page to Podio's question: allow or deny? */
export async function goToConsent(page: Page, person = people.ada): Promise<void> {
  await page.getByRole('button', { name: 'Continue with Podio' }).click();
  await signInAtPodio(page, person);
}

async function signInAtPodio(page: Page, person: typeof people.ada): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(person.username);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible();
}

/** On Podio's own page: signs in and allows. */
export async function allowAs(page: Page, person: typeof people.ada): Promise<void> {
  await signInAtPodio(page, person);
  await page.getByRole('button', { name: 'Allow' }).click();
}

/** Signs in on Podio's own page, and waits for the person's home. */
export async function signInWithPodio(page: Page, person = people.ada): Promise<void> {
  await page.goto('/sign-in');
  await goToConsent(page, person);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page).toHaveURL(`/as/${person.id}`);
}

/**
 * Adds authentications through the HTTP API in the page's own browser, where a story needs them and is not about adding them.
 * One after another: each writes the keyring.
 */
export async function addAuthentications(page: Page, ids: (number | keyof typeof people)[]): Promise<void> {
  for (const id of ids) {
    const answer =
      typeof id === 'number'
        ? await page.request.post('/auth/app', { data: { appId: id, appToken: appToken(id) } })
        : await page.request.post('/auth/password', { data: { username: people[id].username, password: people[id].password } });
    expect(answer.status(), await answer.text()).toBe(201);
  }
}
