import { expect, type Page } from '@playwright/test';

export interface Look {
  language: 'en' | 'da';
  theme: 'light' | 'dark';
  /** CSS pixels. */
  width: 1280 | 390 | 320;
}

export const plain: Look = { language: 'en', theme: 'light', width: 1280 };
/** As far from it as it gets: the longer words, the other colours, the narrowest page. */
export const hardest: Look = { language: 'da', theme: 'dark', width: 320 };

/** Every other one, those of a language together. */
export const others: Look[] = (['en', 'da'] as const)
  .flatMap((language) =>
    ([1280, 390, 320] as const).flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ language, width, theme }))),
  )
  .filter((look) => ![plain, hardest].some((known) => JSON.stringify(known) === JSON.stringify(look)));

export const nameOf = ({ language, theme, width }: Look) => `${language}-${theme}-${width}`;

/** Shows the page as it stands in another way: what is open stays open. */
export async function show(page: Page, { language, theme, width }: Look, height = width === 1280 ? 720 : 640): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: theme });
  await page.setViewportSize({ width, height });
  await page.evaluate(() => scrollTo(0, 0));
  // As if the language had been chosen in another tab.
  await page.evaluate((newValue) => {
    localStorage.setItem('keyring:language', newValue);
    dispatchEvent(new StorageEvent('storage', { key: 'keyring:language', newValue }));
  }, language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
