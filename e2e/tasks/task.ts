import type { Browser, BrowserContext, Page } from '@playwright/test';
import { test as base, expect } from '../fixtures.ts';
import type { ConsoleWatch } from '../support/console-watch.ts';
import { Person, type Way } from '../support/person.ts';
import type { Product } from '../support/product.ts';

const desktop = { viewport: { width: 1280, height: 720 } };
const ways: { way: Way; use: { viewport: { width: number; height: number }; hasTouch?: boolean; isMobile?: boolean } }[] = [
  { way: 'with a mouse', use: desktop },
  { way: 'by keyboard alone', use: desktop },
  { way: 'on a telephone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
];

export interface Setting {
  person: Person;
  page: Page;
  context: BrowserContext;
  browser: Browser;
  product: Product;
  trouble: ConsoleWatch;
  /** From here on what the person does counts. */
  begin: () => void;
}

/**
 * One task of the usability script, done in each of the three ways. `limit`: the actions that it may take. How many it
 * took, and how long, stands in the report; time is not judged, as a busy machine is no person.
 */
export const taskOf =
  (test: typeof base) =>
  (title: string, limit: number, run: (setting: Setting) => Promise<void>): void => {
    for (const { way, use } of ways) {
      test.describe(way, () => {
        test.use(use);
        test(`${title}, ${way}`, async ({ page, context, browser, product, trouble }, info) => {
          const person = new Person(page, way);
          let since = performance.now();
          const begin = () => {
            since = performance.now();
            person.actions = 0;
            person.tabs = 0;
          };
          await run({ person, page, context, browser, product, trouble, begin });
          const seconds = ((performance.now() - since) / 1000).toFixed(1);
          info.annotations.push({ type: 'task', description: `${person.actions} actions, ${person.tabs} tabs, ${seconds} s` });
          expect(person.actions, 'actions that the task took').toBeLessThanOrEqual(limit);
        });
      });
    }
  };

/** With the product as the other stories have it. */
export const task = taskOf(base);

/** The rows of an app, which are a table on a wide screen and a list on a narrow one. */
export const itemsOf = (page: Page, app: string) =>
  page.getByRole('table', { name: new RegExp(`^Items of ${app}`) }).or(page.getByRole('list', { name: `Items of ${app}` }));

/** A link of the main navigation, whose words are shorter on a telephone. */
export const goTo = (page: Page, place: RegExp) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place });
