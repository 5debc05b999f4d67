import type { Locator, Page } from '@playwright/test';

const keys = { beside: 'ArrowRight', before: 'Shift+Tab', after: 'Tab' };

/** How somebody works: with a mouse, without one, or with a finger on a telephone. */
export type Way = 'with a mouse' | 'by keyboard alone' | 'on a telephone';

/**
 * Does what a person does, in their way, and counts it: a click, a tap, a key chord or filling one field is an action,
 * a paste too. Walking to a control by Tab is counted apart, as moving a mouse is not counted either.
 */
export class Person {
  actions = 0;
  tabs = 0;
  readonly page: Page;
  readonly #way: Way;

  constructor(page: Page, way: Way = 'with a mouse') {
    this.page = page;
    this.#way = way;
  }

  /** The same way of working in another page, counted from nothing. */
  at(page: Page): Person {
    return new Person(page, this.#way);
  }

  get byKeyboard(): boolean {
    return this.#way === 'by keyboard alone';
  }

  /** Clicks, taps, or walks there and presses the key that works it. */
  async press(target: Locator, key = 'Enter'): Promise<void> {
    this.actions += 1;
    if (this.#way === 'with a mouse') return target.click();
    if (this.#way === 'on a telephone') return target.tap();
    await this.#walkTo(target);
    await this.page.keyboard.press(key);
  }

  async fill(field: Locator, text: string): Promise<void> {
    this.actions += 1;
    if (!this.byKeyboard) return field.fill(text);
    await this.#walkTo(field);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** Chooses in a native list; by keyboard with the option's first letter. */
  async choose(list: Locator, option: string): Promise<void> {
    this.actions += 1;
    if (!this.byKeyboard) {
      await list.selectOption(option);
      return;
    }
    await this.#walkTo(list);
    await this.page.keyboard.press(option.charAt(0));
  }

  /** One chord, as `ControlOrMeta+k`. */
  async chord(keys: string): Promise<void> {
    this.actions += 1;
    await this.page.keyboard.press(keys);
  }

  /** A word typed without looking, as fast as keys go. */
  async type(text: string): Promise<void> {
    this.actions += 1;
    await this.page.keyboard.type(text);
  }

  /** Pastes what the real clipboard holds, with the real key. */
  async paste(field: Locator, text: string): Promise<void> {
    this.actions += 1;
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    if (this.byKeyboard) await this.#walkTo(field);
    else await field.focus();
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Tab forwards or backwards, whichever way the target lies. @throws Error when it is not reached */
  async #walkTo(target: Locator, limit = 80): Promise<void> {
    for (let presses = 0; presses <= limit; presses += 1) {
      const where = await target.evaluate((element) => {
        const focused = document.activeElement ?? document.body;
        if (focused === element) return 'here';
        // Tabs and radio buttons are one stop: arrows go from one to the next.
        if (element.closest('[role="tablist"], [role="radiogroup"]')?.contains(focused)) return 'beside';
        return focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
      });
      if (where === 'here') return;
      this.tabs += 1;
      await this.page.keyboard.press(keys[where]);
    }
    throw new Error(`Tab does not reach ${target} within ${limit} presses`);
  }
}
