import { expect, type Page } from '@playwright/test';
import type { Product } from '../support/product.ts';

/** A screen in one of its states, for the checks of every screen and for the gallery. */
export interface Screen {
  name: string;
  /** `{name} · {page} – Podio Keyring`, in English. */
  title: RegExp;
  /** One state more of a screen that the short round has: for the gallery and for `npm run test:all`. */
  more?: true;
  /** What the browser reports on the way, on purpose. */
  trouble?: RegExp;
  /** Goes there as somebody who reads English, and returns when it is drawn. */
  open(page: Page, product: Product): Promise<unknown>;
}

export const expectHeading = (page: Page, text: string | RegExp) => expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
export const expectItems = (page: Page, app: string) =>
  expect(page.getByRole('table', { name: new RegExp(`^Items of ${app}, page`) })).toBeVisible();
