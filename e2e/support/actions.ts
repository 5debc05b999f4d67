import type { Locator, Page } from '@playwright/test';

/** Does what a person does, and counts it: a click, a key chord, or filling one field (a paste counts as one). */
export class Actions {
  count = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }

  async fill(field: Locator, text: string): Promise<void> {
    this.count += 1;
    await field.fill(text);
  }

  /** One chord, as `ControlOrMeta+k`. */
  async press(chord: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.press(chord);
  }

  /** A word typed without looking, as fast as keys go. */
  async type(text: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.type(text);
  }

  /** Pastes into the field that has the focus after a click: the real clipboard, the real key. */
  async paste(field: Locator, text: string): Promise<void> {
    this.count += 1;
    await this.#page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.#page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await field.focus();
    await this.#page.keyboard.press('ControlOrMeta+v');
  }
}

/** Presses Tab until the target has the focus, as somebody without a mouse does. @throws Error when it is not reached */
export async function tabTo(page: Page, target: Locator, limit = 60): Promise<void> {
  for (let presses = 0; presses <= limit; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target} within ${limit} presses`);
}
