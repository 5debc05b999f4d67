/** `system` follows the device. `/before-paint.js` reads the choice before the first paint. */
export type Theme = 'light' | 'dark';

const key = 'keyring:theme';

const systemTheme = (): Theme => (globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** The theme on the screen now. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : systemTheme();
}

/** Shows a theme; one that is the system's anyway is not kept as a choice. */
export function chooseTheme(theme: Theme): void {
  if (theme === systemTheme()) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keepTheme();
}

/** Writes the choice down, again after the browser's storage was cleared. */
export function keepTheme(): void {
  const chosen = document.documentElement.dataset.theme;
  try {
    if (chosen === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, chosen);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}
